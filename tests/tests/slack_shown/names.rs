//! An agent is told what people are called, although Slack's messages name them by an id.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use messaging_agent::{Turn, Writer, from_fn, from_stream};
use tokio::time::sleep;

use crate::house::House;

type Names = Arc<Mutex<Vec<(Option<String>, Option<String>)>>>;

#[tokio::test(start_paused = true)]
async fn an_agent_is_told_who_writes_and_who_wrote_before() {
    let told = Names::default();
    let kept = Arc::clone(&told);
    let house = House::new(from_stream(move |turn: Turn, writer: Writer| {
        let before = turn.history.iter().find_map(|line| line.name.clone());
        kept.lock().unwrap().push((turn.messages[0].author.name.clone(), before));
        async move {
            writer.delta("hello").await;
            Ok(())
        }
    }));
    let settings = house.slack.settings();
    let [(ann, _), (bob, _)] = &settings.users[..] else { panic!("two people") };
    house
        .run(async {
            let root = house.slack.write(ann, &settings.channel, "@bot hi", None).unwrap();
            for person in [bob, ann] {
                sleep(Duration::from_secs(10)).await;
                house.slack.write(person, &settings.channel, "and you", Some(&root)).unwrap();
            }
            house.quiet().await;
        })
        .await;
    let name = |name: &str| Some(name.to_owned());
    let expected = [(name("ann"), None), (name("bob"), name("ann")), (name("ann"), name("ann"))];
    assert_eq!(*told.lock().unwrap(), expected);
    assert_eq!(house.calls("users.info").len(), 2, "each is asked about once");
    assert_eq!(house.slack.warnings(), [""; 0]);
}

/// Slack lets an app ask for 100 people a minute.
#[tokio::test(start_paused = true)]
async fn a_name_that_is_known_waits_for_no_limit() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&told);
    let house = House::new(from_fn(move |turn: Turn| {
        kept.lock().unwrap().push(turn.messages[0].author.name.clone());
        async { Ok(Vec::new()) }
    }));
    let settings = house.slack.settings();
    let (ann, _) = &settings.users[0];
    house
        .run(async {
            for number in 0..300 {
                house.slack.write(ann, &settings.channel, &format!("@bot {number}"), None).unwrap();
                sleep(Duration::from_millis(100)).await;
            }
            // Nothing waits any more: whoever waits for a name does so for two seconds.
            sleep(Duration::from_millis(900)).await;
            assert_eq!(told.lock().unwrap().len(), 300);
            house.quiet().await;
        })
        .await;
    assert!(told.lock().unwrap().iter().all(|name| name.as_deref() == Some("ann")));
    assert_eq!(house.calls("users.info").len(), 1);
}
