use super::*;

#[test]
fn a_text_is_a_message_in_the_exchange_of_two_numbers() {
    let fields = [&SMS[..], &[("Body", "1 + 1 & é 🎉\n=?")]].concat();
    let (event, reply) = receive(&posted(URL, &fields), URL).unwrap();
    assert_eq!((key(&event), &event.conversation), (SM, &direct("+15550100001", "+15550100777")));
    assert_eq!(event.kind, EventKind::MessageAdded(Message::new(SM, Author::new("+15550100777"), "1 + 1 & é 🎉\n=?")));
    assert!(event.wants_turn());
    assert_eq!(reply.content_type, Some("text/xml"));
    assert_eq!(reply.body, r#"<?xml version="1.0" encoding="UTF-8"?><Response/>"#);
}

#[test]
fn a_get_says_the_same_in_its_query() {
    let fields = [&SMS[..], &[("Body", "hi")]].concat();
    let url = format!("{URL}?{}", encoded(&fields));
    let signature = sign(&url, &[]);
    let request = Request::get(&url).header("x-twilio-signature", signature).body(Bytes::new()).unwrap();
    let (event, _) = receive(&request, &url).unwrap();
    assert_eq!((key(&event), event.wants_turn()), (SM, true));
    assert!(receive(&request, &format!("{url}&x=1")).is_err());
}

#[test]
fn whatsapp_brings_names_and_files() {
    let fields = [
        ("SmsMessageSid", SM),
        ("NumMedia", "2"),
        ("ProfileName", "Ann"),
        ("MessageType", "image"),
        ("WaId", "15550100777"),
        ("SmsStatus", "received"),
        ("Body", ""),
        ("To", "whatsapp:+15550100001"),
        ("MessageSid", SM),
        ("AccountSid", AC),
        ("From", "whatsapp:+15550100777"),
        ("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"),
        ("MediaContentType0", "image/jpeg"),
        ("MediaUrl1", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME2"),
    ];
    let (event, _) = receive(&posted(URL, &fields), URL).unwrap();
    assert_eq!(event.conversation.to_string(), "direct:whatsapp%3A+15550100001,whatsapp%3A+15550100777");
    let EventKind::MessageAdded(message) = event.kind else { panic!("{event:?}") };
    assert_eq!(message.author.name.as_deref(), Some("Ann"));
    let files: Vec<_> =
        message.content.media.iter().map(|file| (&file.url[..4], file.content_type.as_deref())).collect();
    assert_eq!(files, [("http", Some("image/jpeg")), ("http", None)]);
    assert_eq!(message.attributes["WaId"], "15550100777");
}
