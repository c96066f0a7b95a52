use messaging_agent::{Line, Role, Turn};
use messaging_core::{Event, message::Message};
use messaging_store::{About, Lane, Queued, Record, Slice, Speaker};

use crate::{
    Gateway,
    choice::{LINES, chosen},
    names::names,
};

impl Gateway {
    /// Everything the agent is told.
    pub(crate) async fn prepare(
        &self,
        lane: &Lane,
        run: &str,
        attempt: u32,
        queued: Vec<Queued>,
    ) -> messaging_store::Result<Turn> {
        let turns = &self.parts.settings.turns;
        let first = queued.first().map_or(0, |first| first.cursor);
        let mut records = self.parts.store.records(lane, Slice::Before(first), turns.history.max(LINES)).await?;
        let about = self.parts.store.about(lane).await?;
        let messages = queued.into_iter().filter_map(|queued| message(&queued.event, &about, &records)).collect();
        let mut turn = Turn::new(run, lane.conversation.clone(), messages);
        turn.attempt = attempt;
        turn.deadline = turns.max_turn;
        turn.state = about.state;
        records.drain(..records.len().saturating_sub(turns.history));
        if let Some(account) = self.parts.accounts.get(lane.conversation.account()) {
            let provider = account.messenger.provider();
            turn.platform = provider.descriptor().name.into();
            turn.channel = provider.channel(lane.conversation.place()).into_owned();
            let place = lane.conversation.place();
            self.lend(account, place, &mut turn.messages).await?;
            let before = records.iter_mut().rev().filter_map(|record| record.author.as_mut());
            let mut authors: Vec<_> =
                turn.messages.iter_mut().map(|message| &mut message.author).chain(before).collect();
            authors.retain(|author| author.name.is_none() && !author.bot);
            let names = names(account, place, authors.iter().map(|author| author.id.as_str())).await;
            for author in authors {
                author.name = names.get(&author.id).cloned();
            }
        }
        turn.history = records.into_iter().map(line).collect();
        Ok(turn)
    }
}

fn line(record: Record) -> Line {
    let role = if record.speaker == Speaker::Person { Role::User } else { Role::Assistant };
    let name = record.author.and_then(|author| author.name);
    Line { role, name, text: record.content.text, at: record.at }
}

/// What a person wrote, with the name and the choice that the message itself may not say.
fn message(event: &Event, about: &About, before: &[Record]) -> Option<Message> {
    let mut message = event.said()?.into_owned();
    message.sent_at = message.sent_at.or(event.occurred_at);
    if message.author.name.is_none() {
        message.author.name = about.people.get(&message.author.id).cloned();
    }
    if message.choice.is_none() {
        message.choice = chosen(&message.content.text, before);
    }
    Some(message)
}
