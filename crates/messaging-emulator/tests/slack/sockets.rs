use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Uri};
use messaging_emulator::{FaultPlan, SlackSettings, slack::SlackDelivery};
use messaging_http::duplex::{Duplex, Frame};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use crate::workspace::{Workspace, always, read};

fn workspace(plan: FaultPlan) -> Workspace {
    let mut settings = SlackSettings::generated(7);
    settings.app.delivery = SlackDelivery::Socket;
    Workspace::of(settings, plan, 7)
}

async fn url(workspace: &Workspace) -> Uri {
    let request = Request::post("http://slack.test/api/apps.connections.open")
        .header("authorization", format!("Bearer {}", workspace.settings().app.app_token))
        .header("content-type", "application/json")
        .body(Bytes::new());
    let answer = read(&workspace.raw(request.unwrap()).await.unwrap());
    answer["url"].as_str().unwrap_or_else(|| panic!("{answer}")).parse().unwrap()
}

async fn connected(workspace: &Workspace) -> Duplex {
    let mut socket = workspace.slack.dialer().oneshot(url(workspace).await).await.unwrap();
    let hello = heard(&mut socket).await.unwrap();
    assert_eq!(hello["type"], "hello");
    socket
}

/// The next frame of words; none if the connection is gone.
async fn heard(socket: &mut Duplex) -> Option<Value> {
    loop {
        match socket.receive().await? {
            Frame::Text(text) => return Some(serde_json::from_str(&text).unwrap()),
            Frame::Close(_) => return None,
            _ => {}
        }
    }
}

async fn acknowledge(socket: &Duplex, envelope: &Value, payload: Option<Value>) {
    let mut answer = json!({ "envelope_id": envelope["envelope_id"] });
    if let Some(payload) = payload {
        answer["payload"] = payload;
    }
    // The connection may be gone, as far as this end knows.
    let _ = socket.send(Frame::Text(answer.to_string())).await;
}

#[tokio::test(start_paused = true)]
async fn a_ticket_opens_one_connection() {
    let workspace = workspace(FaultPlan::default());
    let url = url(&workspace).await;
    assert_eq!(url.scheme_str(), Some("ws"));
    let dialer = workspace.slack.dialer();
    let mut socket = dialer.clone().oneshot(url.clone()).await.unwrap();
    let hello = heard(&mut socket).await.unwrap();
    assert_eq!((&hello["type"], &hello["num_connections"]), (&json!("hello"), &json!(1)));
    assert_eq!(hello["connection_info"]["app_id"], json!(workspace.settings().app_id));
    assert_eq!(hello["debug_info"]["approximate_connection_time"], 18_060);
    assert!(dialer.clone().oneshot(url).await.is_err(), "a ticket is used up");
    let late = self::url(&workspace).await;
    sleep(Duration::from_secs(31)).await;
    assert!(dialer.oneshot(late).await.is_err(), "a ticket does not last");
    assert_eq!(workspace.call("apps.connections.open", json!({})).await["error"], "not_allowed_token_type");
}

#[tokio::test(start_paused = true)]
async fn an_event_is_told_until_it_is_acknowledged() {
    let workspace = workspace(FaultPlan::default());
    let mut socket = connected(&workspace).await;
    workspace.write("@bot hi", None);
    let mut kinds = Vec::new();
    for _ in 0..2 {
        let envelope = heard(&mut socket).await.unwrap();
        assert_eq!((&envelope["type"], &envelope["accepts_response_payload"]), (&json!("events_api"), &json!(false)));
        assert_eq!((&envelope["retry_attempt"], &envelope["retry_reason"]), (&json!(0), &json!("")));
        assert_eq!(envelope["payload"]["type"], "event_callback");
        kinds.push(envelope["payload"]["event"]["type"].as_str().unwrap().to_owned());
    }
    kinds.sort();
    assert_eq!(kinds, ["app_mention", "message"]);
    for attempt in [1, 1] {
        let envelope = heard(&mut socket).await.unwrap();
        assert_eq!((&envelope["retry_attempt"], &envelope["retry_reason"]), (&json!(attempt), &json!("timeout")));
        acknowledge(&socket, &envelope, Some(json!({}))).await;
    }
    workspace.settle().await;
    assert!(timeout(Duration::from_secs(600), heard(&mut socket)).await.is_err(), "nothing more");
    assert!(workspace.slack.truth().written["@bot hi"].acknowledged.is_some());
}

#[tokio::test(start_paused = true)]
async fn answers_come_with_the_acknowledgement() {
    let workspace = workspace(FaultPlan::default());
    let mut socket = connected(&workspace).await;
    let settings = workspace.settings().clone();
    let command = workspace.slack.command(workspace.ann(), &settings.channel, "/ask", "x");
    let app = async {
        let envelope = heard(&mut socket).await.unwrap();
        assert_eq!(
            (&envelope["type"], &envelope["accepts_response_payload"]),
            (&json!("slash_commands"), &json!(true))
        );
        assert_eq!((&envelope["payload"]["text"], envelope.get("retry_attempt")), (&json!("x"), None));
        acknowledge(&socket, &envelope, Some(json!({ "text": "said" }))).await;
    };
    let (outcome, ()) = tokio::join!(command, app);
    assert_eq!((outcome.unwrap().error, workspace.screen()), (None, vec!["said".to_owned()]));
    let shortcut = workspace.slack.shortcut(workspace.ann(), "new");
    let app = async {
        let envelope = heard(&mut socket).await.unwrap();
        assert_eq!((&envelope["type"], &envelope["payload"]["type"]), (&json!("interactive"), &json!("shortcut")));
    };
    let (outcome, ()) = tokio::join!(shortcut, app);
    assert_eq!(outcome.unwrap().error, Some("operation_timeout"), "nobody acknowledged");
}

#[tokio::test(start_paused = true)]
async fn what_happens_between_connections_waits() {
    let workspace = workspace(FaultPlan::default());
    workspace.write("early", None);
    sleep(Duration::from_secs(2)).await;
    let mut socket = connected(&workspace).await;
    let envelope = heard(&mut socket).await.unwrap();
    assert_eq!(envelope["payload"]["event"]["text"], "early");
    acknowledge(&socket, &envelope, None).await;
    drop(socket);
    sleep(Duration::from_secs(1)).await;
    assert_eq!(workspace.slack.connections(), 0);
    workspace.write("late", None);
    sleep(Duration::from_secs(30)).await;
    let mut socket = connected(&workspace).await;
    let envelope = heard(&mut socket).await.unwrap();
    assert_eq!((&envelope["payload"]["event"]["text"], &envelope["retry_attempt"]), (&json!("late"), &json!(2)));
}

#[tokio::test(start_paused = true)]
async fn connections_come_to_an_end() {
    let workspace = workspace(FaultPlan::default());
    let short: Uri = format!("{}&debug_reconnects=true", url(&workspace).await).parse().unwrap();
    let mut socket = workspace.slack.dialer().oneshot(short).await.unwrap();
    let begun = tokio::time::Instant::now();
    assert_eq!(heard(&mut socket).await.unwrap()["debug_info"]["approximate_connection_time"], 360);
    let mut goodbyes = Vec::new();
    while let Some(frame) = heard(&mut socket).await {
        assert_eq!(frame["type"], "disconnect");
        goodbyes.push((begun.elapsed().as_secs(), frame["reason"].as_str().unwrap().to_owned()));
    }
    assert_eq!(goodbyes, [(350, "warning".to_owned()), (360, "refresh_requested".to_owned())]);
    assert_eq!(begun.elapsed().as_secs(), 370);
    let mut socket = connected(&workspace).await;
    workspace.slack.set_socket_mode(false);
    assert_eq!(heard(&mut socket).await.unwrap()["reason"], "link_disabled");
    let mut refused = workspace.slack.dialer().oneshot(url(&workspace).await).await.unwrap();
    assert_eq!(heard(&mut refused).await.unwrap()["reason"], "link_disabled");
    workspace.slack.set_socket_mode(true);
    let mut socket = connected(&workspace).await;
    workspace.slack.cut_connections();
    assert_eq!(heard(&mut socket).await, None, "nobody says goodbye");
}

#[tokio::test(start_paused = true)]
async fn ten_connections_share_the_work() {
    let workspace = workspace(FaultPlan::default());
    let mut sockets = Vec::new();
    for _ in 0..10 {
        sockets.push(connected(&workspace).await);
    }
    let mut refused = workspace.slack.dialer().oneshot(url(&workspace).await).await.unwrap();
    assert_eq!(heard(&mut refused).await.unwrap()["reason"], "too_many_websockets");
    let counts: Vec<_> = sockets
        .into_iter()
        .map(|mut socket| {
            tokio::spawn(async move {
                let mut count = 0;
                while let Ok(Some(envelope)) = timeout(Duration::from_secs(30), heard(&mut socket)).await {
                    acknowledge(&socket, &envelope, None).await;
                    count += 1;
                }
                count
            })
        })
        .collect();
    for nth in 0..100 {
        workspace.write(&format!("m{nth}"), None);
    }
    let (mut all, mut busy) = (0, 0);
    for count in counts {
        let count: usize = count.await.unwrap();
        all += count;
        busy += usize::from(count > 0);
    }
    assert_eq!(all, 100, "each goes to one of them");
    assert!(busy > 5, "any of them: {busy}");
}

#[tokio::test(start_paused = true)]
async fn cut_connections_lose_nothing() {
    let workspace = workspace(always(|plan| plan.cut = 100));
    let (connections, texts) = (Cell::new(0), RefCell::new(Vec::new()));
    let app = async {
        loop {
            let mut socket = connected(&workspace).await;
            connections.set(connections.get() + 1);
            while let Some(envelope) = heard(&mut socket).await {
                texts.borrow_mut().push(envelope["payload"]["event"]["text"].to_string());
                acknowledge(&socket, &envelope, None).await;
            }
        }
    };
    let people = async {
        for nth in 0..200 {
            workspace.write(&format!("m{nth}"), None);
            sleep(Duration::from_millis(300)).await;
        }
        workspace.settle().await;
    };
    tokio::select! {
        () = app => {}
        () = people => {}
    }
    let texts = texts.into_inner();
    let different: BTreeSet<_> = texts.iter().collect();
    assert_eq!(different.len(), 200);
    assert!(texts.len() > 200, "some are told twice");
    assert!(connections.get() > 10, "{}", connections.get());
    assert!(workspace.slack.truth().written.values().all(|written| written.acknowledged.is_some()));
}

#[tokio::test(start_paused = true)]
async fn either_way_needs_no_setting() {
    let workspace = Workspace::new();
    workspace.write("over HTTP", None);
    workspace.settle().await;
    assert_eq!(workspace.told().len(), 1);
    let mut socket = connected(&workspace).await;
    workspace.write("over a socket", None);
    let envelope = heard(&mut socket).await.unwrap();
    acknowledge(&socket, &envelope, None).await;
    workspace.settle().await;
    assert_eq!((workspace.told().len(), &envelope["payload"]["event"]["text"]), (1, &json!("over a socket")));
}
