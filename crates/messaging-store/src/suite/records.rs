use messaging_core::message::Author;

use super::{HandClock, story::*};
use crate::{Record, Slice, Speaker, Store};

/// What people and agents said, in the order it was said; a reply counts once it was carried.
pub async fn history_is_what_was_said(store: &dyn Store, clock: &HandClock) {
    let asked = clock.millis();
    let verdicts = accept(store, [said("c", "hi"), said("d", "elsewhere")]).await;
    clock.advance(seconds(1));
    let claims = claim(store, crate::Side::Turns).await;
    let (lease, queued) = claims.into_iter().map(turn).find(|(lease, _)| lease.lane == lane("c")).expect("a turn");
    assert_eq!(queued[0].cursor, verdicts[0].cursor);
    store.finish(&lease, end(&queued, replied(&lease.lane, &["one"]))).await.expect("finish");
    let question = Record {
        cursor: verdicts[0].cursor,
        speaker: Speaker::Person,
        author: Some(Author::new("ada")),
        message: Some("hi".into()),
        content: "hi".into(),
        at: asked,
        delivery: None,
        problem: None,
        changed: verdicts[0].cursor,
        trace: None,
    };
    let records = store.records(&lane("c"), Slice::After(0), 10).await.expect("records");
    assert_eq!(records, std::slice::from_ref(&question));
    carry(store, "m").await;
    let records = store.records(&lane("c"), Slice::After(question.cursor), 10).await.expect("records");
    let cursor = records[0].cursor;
    assert!(cursor > verdicts[1].cursor, "one stream for the whole store");
    let answer = Record {
        cursor,
        speaker: Speaker::Agent,
        author: None,
        message: Some("m".into()),
        content: "one".into(),
        at: clock.millis(),
        changed: cursor,
        ..question
    };
    assert_eq!(records, [answer]);
}

/// Forwards from a cursor, or the newest before one; always oldest first.
pub async fn records_are_read_in_slices(store: &dyn Store, _: &HandClock) {
    let verdicts = accept(store, ["a", "b", "c", "d", "e"].map(|text| said("c", text))).await;
    let cursor = |at: usize| verdicts[at].cursor;
    let read = async |slice, limit| {
        let records = store.records(&lane("c"), slice, limit).await.expect("records");
        records.into_iter().map(|record| record.content.text).collect::<Vec<_>>()
    };
    assert_eq!(read(Slice::After(0), 2).await, ["a", "b"]);
    assert_eq!(read(Slice::After(cursor(1)), 10).await, ["c", "d", "e"]);
    assert_eq!(read(Slice::After(u64::MAX), 10).await, [""; 0]);
    assert_eq!(read(Slice::Before(cursor(4)), 2).await, ["c", "d"]);
    assert_eq!(read(Slice::Before(u64::MAX), 2).await, ["d", "e"]);
    assert_eq!(read(Slice::Before(cursor(0)), 2).await, [""; 0]);
    assert_eq!(read(Slice::After(0), 0).await, [""; 0]);
    assert!(store.records(&lane("nobody"), Slice::After(0), 10).await.expect("records").is_empty());
}
