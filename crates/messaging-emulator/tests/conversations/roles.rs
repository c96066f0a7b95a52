use serde_json::json;

use crate::bench::Bench;

#[tokio::test(start_paused = true)]
async fn a_service_begins_with_four_roles() {
    let bench = Bench::new();
    for root in [bench.service(), "/v1".to_owned()] {
        let list = bench.get(&format!("{root}/Roles")).await;
        let roles = list.body["roles"].as_array().unwrap();
        let names = roles
            .iter()
            .map(|role| format!("{} {}", role["type"].as_str().unwrap(), role["friendly_name"].as_str().unwrap()));
        let expected = [
            "conversation channel user",
            "conversation channel admin",
            "service service user",
            "service service admin",
        ];
        assert_eq!(names.collect::<Vec<_>>(), expected);
        assert!(roles.iter().all(|role| !role["permissions"].as_array().unwrap().is_empty()));
    }
    let configuration = bench.get(&format!("{}/Configuration", bench.service())).await;
    let ann = bench.post(&format!("{}/Participants", bench.conversation().await), &[("Identity", "ann")]).await;
    assert_eq!(ann.text("/role_sid"), configuration.text("/default_conversation_role_sid"));
    let user = bench.get(&format!("{}/Users/ann", bench.service())).await;
    assert_eq!(user.text("/role_sid"), configuration.text("/default_chat_service_role_sid"));
}

#[tokio::test(start_paused = true)]
async fn roles_are_made_changed_given_and_removed() {
    let bench = Bench::new();
    let path = format!("{}/Roles", bench.service());
    let pairs = [
        ("FriendlyName", "expert"),
        ("Type", "conversation"),
        ("Permission", "sendMessage"),
        ("Permission", "addParticipant"),
    ];
    let made = bench.post(&path, &pairs).await;
    assert_eq!((made.status.as_u16(), &made.body["permissions"]), (201, &json!(["sendMessage", "addParticipant"])));
    let (sid, name) = (made.text("/sid"), format!("{path}/{}", made.text("/sid")));
    let changed = bench.post(&name, &[("Permission", "leaveConversation")]).await;
    assert_eq!((changed.status.as_u16(), &changed.body["permissions"]), (200, &json!(["leaveConversation"])));
    assert_eq!(bench.get(&name).await.body, changed.body);
    let people = format!("{}/Participants", bench.conversation().await);
    let expert = bench.post(&people, &[("Identity", "eve"), ("RoleSid", &sid)]).await;
    assert_eq!(expert.text("/role_sid"), sid);
    let user = bench.post(&format!("{}/Users", bench.service()), &[("Identity", "x"), ("RoleSid", &sid)]).await;
    assert_eq!(user.code(), (400, 50_100));
    let long = "n".repeat(65);
    let (conversation, permission) = (("Type", "conversation"), ("Permission", "sendMessage"));
    let cases: &[super::Case<'_>] = &[
        (&[conversation, permission], 400, 50_000),
        (&[("FriendlyName", &long), conversation, permission], 400, 50_003),
        (&[("FriendlyName", "x"), permission], 400, 50_105),
        (&[("FriendlyName", "x"), ("Type", "room"), permission], 400, 50_105),
        (&[("FriendlyName", "x"), conversation], 400, 50_104),
        (&[("FriendlyName", "x"), conversation, ("Permission", "fly")], 400, 50_104),
        (&[("FriendlyName", "x"), ("Type", "service"), permission], 400, 50_104),
    ];
    bench.refuses(&path, cases).await;
    bench.refuses(&name, &[(&[], 400, 50_104), (&[("Permission", "createConversation")], 400, 50_104)]).await;
    assert_eq!(bench.delete(&name).await.status, 204);
    for answer in [bench.get(&name).await, bench.delete(&name).await, bench.post(&name, &[permission]).await] {
        assert_eq!(answer.code(), (404, 20_404));
    }
    let default = bench.get(&format!("{}/Configuration", bench.service())).await.text("/default_conversation_role_sid");
    assert_eq!(bench.delete(&format!("{path}/{default}")).await.code(), (409, 20_409));
}
