use messaging_core::{
    Addressed, EventKind,
    event::{Command, Interaction, ReplyAttributes},
    message::{Action, Author},
};

use super::{HandClock, story::*};
use crate::{Arrival, Side, Slice, Store};

fn pressed(key: &str) -> EventKind {
    let choice = Action::new(format!("Press {key}"), format!("value of {key}"));
    EventKind::Action(Interaction::new(Author::new("ada"), vec![choice]).on("m1"))
}

/// A button is for us wherever it is; the talk around it is not.
pub async fn an_aside_gets_a_turn_and_calls_nobody_else(store: &dyn Store, _: &HandClock) {
    let Arrival { lane, event, .. } = noted("c", "button", pressed("button"));
    let aside = Arrival::new(lane, event.addressed(Addressed::Aside));
    accept(store, [overheard("c", "before"), aside, overheard("c", "after")]).await;
    let (_, queued) = claim_turn(store).await;
    assert_eq!(queued.iter().map(|queued| queued.event.keys[0].as_str()).collect::<Vec<_>>(), ["button"]);
    assert_eq!(counts(store).await.silent, 2);
    nothing(store, Side::Turns).await;
}

/// An address to answer at is worth nothing once it is lost.
pub async fn what_replies_carry_is_kept_with_the_event(store: &dyn Store, _: &HandClock) {
    let attributes = ReplyAttributes::default().with("response_url", "https://hooks.test/1").with("n", 7);
    let Arrival { lane, event, .. } = noted("c", "button", pressed("button"));
    let event = event.with_reply_attributes(attributes);
    accept(store, [Arrival::new(lane, event.clone())]).await;
    let (_, queued) = claim_turn(store).await;
    assert_eq!(queued[0].event, event);
}

/// What people chose and ordered is part of what was said.
pub async fn a_choice_and_a_command_are_on_the_record(store: &dyn Store, _: &HandClock) {
    let command = EventKind::Command(Command::new("/deploy", Author::new("bob")).with_text("staging"));
    accept(store, [noted("c", "button", pressed("button")), noted("c", "command", command)]).await;
    let records = store.records(&lane("c"), Slice::After(0), 9).await.expect("records");
    let lines: Vec<_> = records
        .iter()
        .map(|record| (record.author.as_ref().map_or("", |author| author.id.as_str()), record.content.text.as_str()))
        .collect();
    assert_eq!(lines, [("ada", "Press button"), ("bob", "/deploy staging")]);
    assert_eq!(counts(store).await.accepted, 2);
}
