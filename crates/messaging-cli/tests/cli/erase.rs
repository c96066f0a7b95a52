use messaging::{
    ConversationRef, Event, EventKind, Place,
    message::{Author, Message},
    store::{Arrival, Lane, SqliteOptions, SqliteStore, Store},
};
use serde_json::Value;

use crate::process::{Folder, Start};

const SERVE: &str = "listen = \"127.0.0.1:0\"\nconsole = \"127.0.0.1:0\"\nagent.builtin = \"echo-plus\"\n\
                     store = \"sqlite:one.db\"\naccounts.web = {}\n";

#[tokio::test]
async fn a_person_is_exported_and_erased() {
    let folder = Folder::new();
    let place = Place::new("visitor", ["00000000000000000000000000000001"]);
    let message = Message::new("hello-key", Author::new("visitor"), "a canary sings");
    let event = Event::new("hello-key", place.clone(), EventKind::MessageAdded(message));
    let store = SqliteStore::open(folder.path("one.db"), SqliteOptions::default()).unwrap();
    store.accept(vec![Arrival::new(Lane::new(ConversationRef::new("web", place)), event)]).await.unwrap();
    drop(store);
    folder.write("messaging.toml", SERVE);
    folder.run(&["erase", "person", "visitor"]).failed_with(3, &["token is missing", "MESSAGING_CONSOLE_TOKEN"]);
    let mut gateway = folder.messaging(&["serve"]).start();
    let line = gateway.out.wait_for(&["Console", "/#t="]);
    let url = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
    let ask = |words: &[&str]| folder.messaging(words).env("MESSAGING_CONSOLE_URL", &url).start().end();

    let shown = ask(&["export", "person", "visitor"]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    let lines: Vec<Value> = shown.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.len() >= 3 && shown.out.contains("a canary sings"), "{}", shown.out);
    let preview = ask(&["erase", "person", "visitor"]);
    preview.failed_with(1, &["nothing was erased", "--yes"]);
    assert!(preview.out.contains("would erase: ") && preview.out.contains("conversation 1"), "{}", preview.out);
    ask(&["erase", "person", "nobody", "--yes"]).failed_with(5, &["nothing is kept of `nobody`"]);
    let done = ask(&["erase", "person", "visitor", "--yes"]);
    assert!(matches!(done.code, Some(0 | 7)), "{}", done.err);
    assert!(done.out.contains("receipt") && done.out.contains("conversations 1"), "{}", done.out);
    assert!(!done.out.contains("a canary sings"), "{}", done.out);
    ask(&["export", "person", "visitor"]).failed_with(5, &["nothing is kept"]);
    let again = ask(&["erase", "person", "visitor", "--yes"]);
    assert!(again.code == Some(0) && again.out.contains("earlier"), "{}{}", again.out, again.err);
    gateway.signal("TERM");
    let ended = gateway.end();
    assert!(ended.code == Some(0) && !ended.err.contains("canary"), "{}", ended.err);
    for entry in std::fs::read_dir(folder.path("")).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().contains("one.db") {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!bytes.windows(14).any(|window| window == b"a canary sings"), "{}", path.display());
        }
    }
}
