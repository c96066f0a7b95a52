//! No verb scans a table: each one's cost is that of what it finds, not of what is there.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::schema::migrate;

/// What is asked often, and the index that answers it.
const STATEMENTS: &[(&str, &str)] = &[
    (
        "SELECT conversation FROM lane WHERE side = 0 AND tenant = 't' AND due_ms IS NOT NULL AND due_ms <= 5 \
         ORDER BY due_ms, head LIMIT 1",
        "lane_due",
    ),
    ("SELECT id, place, body FROM event WHERE conversation = 1 AND stage = 0 ORDER BY place, id", "event_queue"),
    ("SELECT max(place) FROM event WHERE conversation = 1 AND stage = 0", "event_queue"),
    ("SELECT min(arrived_ms) FROM event WHERE conversation = 1 AND stage = 0 AND (place, id) >= (2, 3)", "event_queue"),
    ("UPDATE event SET tries = 0, fence = 0 WHERE conversation = 1 AND stage = 0 AND fence = 2", "event_queue"),
    ("SELECT 1 FROM event WHERE conversation = 1 AND stage = 0 AND fence = 2 AND stopped = 1", "event_queue"),
    ("SELECT count(*) FROM event WHERE stage = 0", "event_queue"),
    (
        "SELECT count(*) FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND until_ms > 5",
        "event_leased",
    ),
    (
        "SELECT id FROM event WHERE conversation = 1 AND stage = 0 AND until_ms IS NOT NULL AND fence = 2",
        "event_leased",
    ),
    ("SELECT count(*) FROM event WHERE stage = 1", "event_replying"),
    (
        "SELECT id FROM event WHERE stage >= 2 AND stage NOT IN (4, 5) AND arrived_ms < 5 ORDER BY arrived_ms LIMIT 9",
        "event_ended",
    ),
    ("SELECT id FROM event WHERE conversation = 1 AND stage >= 1", "event_in"),
    ("SELECT id FROM event WHERE noted_in = 1", "event_noted"),
    ("SELECT id FROM erasure WHERE subject = 'x' ORDER BY number DESC LIMIT 1", "erasure_subject"),
    ("SELECT id FROM intent WHERE conversation = 1 AND trace < 3 ORDER BY place LIMIT 1", "intent_queue"),
    ("SELECT id FROM live WHERE conversation = 1 ORDER BY place", "live_conversation"),
    ("DELETE FROM live WHERE conversation = 1 AND (5 IS NULL OR event = 5)", "live_conversation"),
    ("SELECT message FROM receipt WHERE conversation = 1 AND at_ms >= 2 ORDER BY id", "receipt_recent"),
    ("SELECT cursor FROM record WHERE conversation = 1 AND cursor > 2 ORDER BY cursor LIMIT 3", "record_conversation"),
    (
        "SELECT cursor FROM record WHERE conversation = 1 AND changed > 2 AND cursor <= 2 ORDER BY changed LIMIT 3",
        "record_changed",
    ),
    ("SELECT cursor FROM record WHERE message = 'm' AND speaker = 1 ORDER BY cursor DESC LIMIT 1", "record_message"),
    ("SELECT cursor FROM record WHERE intent = 'i' ORDER BY cursor DESC LIMIT 1", "record_intent"),
    ("SELECT owner, message FROM delivery WHERE at_ms < 5 ORDER BY at_ms LIMIT 9", "delivery_old"),
    ("UPDATE intent SET trace = 2 WHERE answer = 1", "intent_answer"),
    (
        "SELECT 1 FROM intent i, json_each(i.causes) c WHERE i.conversation = 1 AND i.trace = 3 AND c.value = 4",
        "intent_ended",
    ),
    ("SELECT name FROM shelved WHERE shelf = 1 ORDER BY id DESC LIMIT 2", "shelved_newest"),
    ("DELETE FROM key WHERE event = 1", "key_event"),
    ("SELECT id FROM shelved WHERE name = 'x' ORDER BY shelf, id LIMIT 1", "shelved_name"),
    ("SELECT name FROM decided WHERE at_ms < 5 ORDER BY at_ms LIMIT 9", "decided_old"),
    ("SELECT 1 FROM event WHERE conversation = 1 AND stage = 0 AND crashes > 0 AND crashes >= 2", "event_crashed"),
    ("SELECT id FROM conversation WHERE owner = 1 AND contact = 'x'", "conversation_contact"),
    ("SELECT id FROM contact WHERE owner = 1 AND address = 'x'", "sqlite_autoindex_contact"),
    ("SELECT id FROM contact WHERE opted_out_ms IS NULL AND last_inbound_ms < 5 LIMIT 9", "contact_quiet"),
    ("SELECT id FROM spend WHERE day = 1 AND owner = 2 AND direction = 1", "sqlite_autoindex_spend"),
    ("SELECT id FROM spend WHERE day < 1 LIMIT 9", "sqlite_autoindex_spend"),
    ("SELECT id FROM bill WHERE due_ms <= 1 ORDER BY due_ms, id LIMIT 9", "bill_due"),
    ("UPDATE bill SET due_ms = 1 WHERE owner = 1 AND message = 'x' AND asked = 0", "bill_message"),
];

#[test]
fn what_is_asked_often_is_found_by_an_index() {
    let mut connection = Connection::open_in_memory().unwrap();
    migrate(&mut connection, "in memory").unwrap();
    let mut wrong = BTreeMap::new();
    for (sql, index) in STATEMENTS {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let plan = statement.query_map([], |row| row.get::<_, String>(3)).unwrap();
        let plan = plan.collect::<rusqlite::Result<Vec<_>>>().unwrap().join("; ");
        if !plan.contains(&format!("INDEX {index}")) || plan.contains("USE TEMP B-TREE") && !sql.contains("receipt") {
            wrong.insert(*sql, plan);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
