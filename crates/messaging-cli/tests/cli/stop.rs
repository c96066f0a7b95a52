use serde_json::json;

use crate::{
    http::post,
    process::{Folder, Process, Start},
};

/// A `dev` whose agent is busy for `seconds`. The seed makes every start the same account.
async fn busy(folder: &Folder, seconds: u32) -> Process {
    let mut dev = start(folder);
    dev.out.wait_for(&["Try:"]);
    let url = format!("{}/_emulator/people/messages?wait=1", folder.variables("dev.env")["TWILIO_BASE_URL"]);
    post(&url, &json!({ "from": "+15550100777", "text": format!("/slow {seconds}") })).await;
    dev.out.wait_for(&["twilio", " in "]);
    dev
}

fn start(folder: &Folder) -> Process {
    let words = ["dev", "--port", "0", "--no-open", "--write-env", "dev.env", "--db", "dev.db", "--seed", "7"];
    folder.messaging(&[&words[..], &["--log-level", "info"]].concat()).start()
}

#[tokio::test]
async fn a_turn_under_way_is_finished_and_its_answer_goes_out_now_or_at_the_next_start() {
    let folder = Folder::new();
    let mut dev = busy(&folder, 1).await;
    dev.signal("TERM");
    dev.err.wait_for(&["draining"]);
    dev.out.wait_for(&[" agent ", "1 to send"]);
    let ended = dev.end();
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("stopped: in 1 · ") && ended.out.contains("store: dev.db"), "{}", ended.out);
    if !ended.out.contains("answered 1") {
        start(&folder).out.wait_for(&["twilio", " out ", "sent SM"]);
    }
}

#[tokio::test]
async fn a_second_ctrl_c_ends_at_once_and_the_next_start_goes_on() {
    let folder = Folder::new();
    let mut dev = busy(&folder, 3).await;
    dev.signal("INT");
    dev.err.wait_for(&["draining"]);
    dev.signal("INT");
    assert_eq!(dev.end().code, Some(130));
    // The message is in the file; a new life of the node asks the agent again.
    start(&folder).out.wait_for(&["twilio", " out ", "sent SM"]);
}

#[tokio::test]
async fn a_kill_loses_nothing() {
    let folder = Folder::new();
    let dev = busy(&folder, 2).await;
    dev.signal("KILL");
    assert_eq!(dev.end().code, None);
    let mut dev = start(&folder);
    dev.out.wait_for(&["twilio", " out ", "sent SM"]);
    dev.signal("INT");
    let ended = dev.end();
    assert!(ended.out.contains("in 1 · answered 1 · dead 0 · unknown 0 · store: dev.db"), "{}", ended.out);
}

#[tokio::test]
async fn a_seed_does_not_make_new_messages_look_like_the_old_ones_of_a_kept_store() {
    let folder = Folder::new();
    for count in ["in 1 · answered 1", "in 2 · answered 2"] {
        let mut dev = busy(&folder, 0).await;
        dev.out.wait_for(&["twilio", " out ", "sent SM"]);
        dev.signal("INT");
        let ended = dev.end();
        assert!(ended.out.contains(count), "{}", ended.out);
    }
}
