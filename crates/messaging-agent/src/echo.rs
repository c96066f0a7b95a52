use std::time::Duration;

use async_trait::async_trait;
use messaging_core::message::{Action, Content};
use tokio::time::sleep;

use futures_util::{StreamExt, stream};

use crate::{Agent, AgentError, Piece, ReplyStream, Turn};

/// Most parts, and most seconds, one can ask for.
const MOST: u64 = 60;

/// The built-in agent `echo-plus`: answers with what it heard, and does as it is asked so that one can watch.
///
/// | first word | what it does |
/// |---|---|
/// | `/slow N` | takes N seconds (60 at most) |
/// | `/parts N` | answers in N messages (60 at most) |
/// | `/stream N` | writes N words while you watch, five in a second (300 at most) |
/// | `/long N` | answers with N words (20,000 at most) |
/// | `/fail` | fails on the first try, answers on the second |
/// | `/refuse` | refuses for good: a dead letter |
/// | `/silent` | says nothing |
/// | `/choices` | offers three drinks; whoever chooses one is told which |
#[derive(Clone, Copy, Debug, Default)]
pub struct EchoPlus;

#[async_trait]
impl Agent for EchoPlus {
    async fn reply(&self, turn: Turn) -> Result<Vec<Content>, AgentError> {
        let text = turn.text();
        let chosen: Vec<_> = turn.messages.iter().filter_map(|message| message.choice.as_ref()).collect();
        let said = match chosen.as_slice() {
            [] => format!("You said: {text} ({})", turn.channel),
            chosen => {
                let chosen: Vec<_> =
                    chosen.iter().map(|action| format!("{} ({})", action.label, action.value)).collect();
                format!("You chose: {} ({})", chosen.join(", "), turn.channel)
            }
        };
        let mut words = text.split_whitespace();
        let (verb, number) = (words.next().unwrap_or_default(), words.next().and_then(|word| word.parse::<u64>().ok()));
        Ok(match verb {
            "/slow" => {
                sleep(Duration::from_secs(number.unwrap_or(5).min(MOST))).await;
                vec![said.into()]
            }
            "/parts" => {
                let parts = number.unwrap_or(3).clamp(1, MOST);
                (1..=parts).map(|part| Content::text(format!("{said} {part}/{parts}"))).collect()
            }
            "/stream" => vec![Content::text(streamed(number).collect::<String>())],
            "/long" => {
                let count = usize::try_from(number.unwrap_or(600)).unwrap_or(usize::MAX).min(20_000);
                vec![Content::text(format!("{said} {}", vec!["word"; count].join(" ")))]
            }
            "/fail" if turn.attempt == 0 => return Err(AgentError::retry("asked to fail")),
            "/refuse" => return Err(AgentError::refused("asked to refuse")),
            "/silent" => Vec::new(),
            "/choices" => {
                let mut content = Content::text("Pick one:");
                content.actions =
                    ["Tea", "Coffee", "Water"].map(|drink| Action::new(drink, drink.to_lowercase())).into();
                vec![content]
            }
            _ => vec![said.into()],
        })
    }

    fn stream(&self, turn: Turn) -> ReplyStream<'_> {
        let text = turn.text();
        let mut words = text.split_whitespace();
        if words.next() != Some("/stream") {
            return ReplyStream::whole(self.reply(turn));
        }
        let number = words.next().and_then(|word| word.parse().ok());
        ReplyStream::new(stream::iter(streamed(number)).then(|word| async move {
            sleep(BETWEEN).await;
            Ok(Piece::Delta(word))
        }))
    }
}

/// The pause between two words that are streamed.
const BETWEEN: Duration = Duration::from_millis(200);

/// So many words to be streamed, 40 if nobody said how many.
fn streamed(count: Option<u64>) -> impl Iterator<Item = String> {
    (1..=count.unwrap_or(40).min(300)).map(|number| format!("word {number}, "))
}

#[cfg(test)]
mod tests {
    use messaging_core::message::{Author, Message};
    use tokio::time::Instant;

    use super::*;

    async fn ask(text: &str, attempt: u32) -> Result<Vec<Content>, AgentError> {
        let message = Message::new("m", Author::new("+15550100777"), text);
        let mut turn = Turn::new("r", "twilio:direct:+1,+2".parse().unwrap(), vec![message]);
        (turn.attempt, turn.channel) = (attempt, "sms".into());
        EchoPlus.reply(turn).await
    }

    #[tokio::test(start_paused = true)]
    async fn it_does_as_it_is_asked() {
        assert_eq!(ask("hi", 0).await.unwrap(), [Content::text("You said: hi (sms)")]);
        let mut message = Message::new("m", Author::new("+1"), "2");
        message.choice = Some(Action::new("Coffee", "coffee"));
        let turn = Turn::new("r", "twilio:direct:+1,+2".parse().unwrap(), vec![message]);
        assert_eq!(EchoPlus.reply(turn).await.unwrap(), [Content::text("You chose: Coffee (coffee) ()")]);
        assert_eq!(ask("/choices", 0).await.unwrap()[0].actions[1], Action::new("Coffee", "coffee"));
        assert_eq!(ask("/parts 3", 0).await.unwrap().len(), 3);
        assert_eq!(ask("/silent", 0).await.unwrap(), []);
        assert_eq!(ask("/stream 2", 0).await.unwrap(), [Content::text("word 1, word 2, ")]);
        let mut streamed = Turn::new("r", "slack:dm:T1,D1".parse().unwrap(), Vec::new());
        streamed.messages = vec![Message::new("m", Author::new("U1"), "/stream 2")];
        let pieces = EchoPlus.stream(streamed).collect().await;
        assert_eq!(pieces, ask("/stream 2", 0).await, "read along or not");
        assert!(ask("/long 2000", 0).await.unwrap()[0].text.len() > 9_000);
        assert!(matches!(ask("/fail", 0).await, Err(AgentError::Retry { .. })));
        assert_eq!(ask("/fail", 1).await.unwrap().len(), 1);
        assert!(matches!(ask("/refuse", 0).await, Err(AgentError::Refused { .. })));
        let started = Instant::now();
        ask("/slow 7", 0).await.unwrap();
        assert_eq!(started.elapsed().as_secs(), 7);
    }
}
