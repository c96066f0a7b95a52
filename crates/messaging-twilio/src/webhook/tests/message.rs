use super::*;

#[test]
fn a_text_is_a_message_in_the_exchange_of_two_numbers() {
    let fields = [&SMS[..], &[("Body", "1 + 1 & é 🎉\n=?")]].concat();
    let (event, reply) = receive(&posted(URL, &fields), URL).unwrap();
    assert_eq!((key(&event), &event.conversation), (SM, &direct("+15550100001", "+15550100777")));
    let mut message = Message::new(SM, Author::new("+15550100777"), "1 + 1 & é 🎉\n=?");
    message.attributes = Map::from_iter([("ToCountry".into(), "US".into())]);
    assert_eq!(event.kind, EventKind::MessageAdded(message));
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

/// What WhatsApp tells beside the words, of which none is lost, and none that nobody has heard of yet.
#[test]
fn every_other_field_is_an_attribute_under_its_own_name() {
    let told = [
        ("MessageType", "interactive"),
        ("ButtonText", "Yes, please"),
        ("ButtonPayload", "book:7"),
        ("Latitude", "37.78"),
        ("Longitude", "-122.39"),
        ("Address", "375 Beale St"),
        ("Label", "Office"),
        ("Forwarded", "true"),
        ("FrequentlyForwarded", "true"),
        ("OriginalRepliedMessageSid", "SM1"),
        ("OriginalRepliedMessageSender", "whatsapp:+15550100001"),
        ("ReferralBody", "ad"),
        ("ReferralHeadline", "h"),
        ("ReferralSourceId", "1"),
        ("ReferralSourceType", "ad"),
        ("ReferralSourceUrl", "https://x.test"),
        ("ReferralMediaId", "2"),
        ("ReferralMediaContentType", "image/png"),
        ("ReferralMediaUrl", "https://x.test/a"),
        ("ReferralNumMedia", "1"),
        ("ReferralCtwaClid", "c"),
        ("ChannelMetadata", "{\"type\":\"whatsapp\"}"),
        ("NumSegments", "1"),
        ("MessagingServiceSid", "MG1"),
        ("WaId", "15550100777"),
        ("ToCountry", "US"),
        ("FromZip", "94105"),
        ("SomethingNew", "x"),
    ];
    let more = [("OtherRecipients0", "+1"), ("OtherRecipients1", "+2"), ("Tag", "a"), ("Tag", "b"), ("Empty", "")];
    let message = text(
        &[&told[..], &more, &[("SmsSid", SM), ("MediaUrl0", "https://x.test/b"), ("MediaContentType0", "image/png")]]
            .concat(),
    );
    for (name, value) in told.iter().chain(&more[..2]) {
        assert_eq!(message.attributes[*name], *value, "{name}");
    }
    assert_eq!(message.attributes["Tag"], serde_json::json!(["a", "b"]));
    assert_eq!(message.attributes.len(), told.len() + 3, "{:?}", message.attributes);
    assert_eq!(message.content.media.len(), 1);
    assert_eq!(message.choice, Some(Action::new("Yes, please", "book:7")));
}

fn text(more: Pairs<'_>) -> Message {
    let fields = [&[("ToCountry", "US")], &SMS[1..], more].concat();
    let fields: Vec<_> = fields.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let event = receive(&posted(URL, &fields), URL).unwrap().0;
    let EventKind::MessageAdded(message) = event.kind else { panic!("{event:?}") };
    message
}

#[test]
fn a_row_of_a_list_is_a_choice_and_a_button_may_have_half_its_fields() {
    assert_eq!(text(&[("ListTitle", "Blue"), ("ListId", "b")]).choice, Some(Action::new("Blue", "b")));
    assert_eq!(text(&[("ButtonText", "Yes")]).choice, Some(Action::new("Yes", "Yes")));
    assert_eq!(text(&[("ButtonPayload", "y")]).choice, Some(Action::new("y", "y")));
    assert_eq!(text(&[("Body", "Yes")]).choice, None);
}

#[test]
fn somebody_without_a_number_is_known_by_their_id() {
    let without = |from: &'static str| {
        let fields = [
            ("MessageSid", SM),
            ("SmsStatus", "received"),
            ("From", from),
            ("To", "whatsapp:+15550100001"),
            ("ExternalUserId", "whatsapp:CO.448"),
        ];
        receive(&posted(URL, &fields), URL).unwrap().0
    };
    for from in ["", "whatsapp:", "whatsapp:CO.448"] {
        let event = without(from);
        assert_eq!(event.conversation, direct("whatsapp:+15550100001", "whatsapp:CO.448"), "{from}");
        assert!(event.wants_turn());
    }
    assert_eq!(without("whatsapp:+1").conversation, direct("whatsapp:+15550100001", "whatsapp:+1"));
}

#[test]
fn a_status_of_received_is_a_message_whichever_field_says_so() {
    let fields = [("MessageSid", SM), ("MessageStatus", "received"), ("From", "+1"), ("To", "+2"), ("Body", "hi")];
    assert!(receive(&posted(URL, &fields), URL).unwrap().0.wants_turn());
}

#[test]
fn words_of_consent_start_no_turn_on_sms_and_only_where_twilio_says_so_elsewhere() {
    let keyword = |from: &'static str, body: &'static str, told: &'static str| {
        let fields = [
            ("MessageSid", SM),
            ("SmsStatus", "received"),
            ("From", from),
            ("To", "+1"),
            ("Body", body),
            ("OptOutType", told),
        ];
        let event = receive(&posted(URL, &fields), URL).unwrap().0;
        assert_eq!(event.wants_turn(), event.keyword.is_none());
        event.keyword
    };
    assert_eq!(keyword("+15550100777", " Stop ", ""), Some(Keyword::Stop));
    assert_eq!(keyword("+15550100777", "unstop", ""), Some(Keyword::Start));
    assert_eq!(keyword("12345", "HELP", ""), Some(Keyword::Help));
    assert_eq!(keyword("+15550100777", "please stop", ""), None);
    assert_eq!(keyword("+15550100777", "ARRET", "STOP"), Some(Keyword::Stop));
    assert_eq!(keyword("+15550100777", "YES", "START"), Some(Keyword::Start));
    assert_eq!(keyword("whatsapp:+15550100777", "STOP", ""), None);
    assert_eq!(keyword("whatsapp:+15550100777", "STOP", "STOP"), Some(Keyword::Stop));
    assert_eq!(keyword("+15550100777", "hi", "SOMETHING"), None);
}
