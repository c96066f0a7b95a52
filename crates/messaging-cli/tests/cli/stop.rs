use serde_json::json;

use crate::{
    http::post,
    process::{Folder, Process, Start},
};

/// A `dev` whose agent is busy for `seconds`.
async fn busy(folder: &Folder, seconds: u32) -> Process {
    let words = ["dev", "--port", "0", "--no-open", "--write-env", "dev.env", "--db", "dev.db", "--log-level", "info"];
    let mut dev = folder.messaging(&words).start();
    dev.out.wait_for(&["Try:"]);
    let url = format!("{}/_emulator/people/messages?wait=1", folder.variables("dev.env")["TWILIO_BASE_URL"]);
    post(&url, &json!({ "from": "+15550100777", "text": format!("/slow {seconds}") })).await;
    dev.out.wait_for(&["twilio", " in "]);
    dev
}

#[tokio::test]
async fn what_is_under_way_is_finished_first() {
    let folder = Folder::new();
    let mut dev = busy(&folder, 1).await;
    dev.signal("TERM");
    dev.err.wait_for(&["draining"]);
    dev.out.wait_for(&[" out "]);
    let ended = dev.end();
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("stopped: in 1 · answered 1") && ended.out.contains("store: dev.db"), "{}", ended.out);
}

#[tokio::test]
async fn a_second_ctrl_c_ends_at_once_and_the_next_start_goes_on() {
    let folder = Folder::new();
    let mut dev = busy(&folder, 30).await;
    dev.signal("INT");
    dev.err.wait_for(&["draining"]);
    dev.signal("INT");
    assert_eq!(dev.end().code, Some(130));
    assert!(folder.path("dev.db").exists());
    // The message is in the file; a new life of the node asks the agent again.
    let mut dev = folder
        .messaging(&["dev", "--port", "0", "--no-open", "--db", "dev.db", "--agent", "http://127.0.0.1:1/"])
        .start();
    dev.out.wait_for(&["twilio", " agent ", "twilio:direct:+15550100001,+15550100777"]);
}
