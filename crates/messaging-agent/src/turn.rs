use std::time::Duration;

use messaging_core::{
    ConversationRef, TraceContext, UnixMillis,
    message::{Conversation, ConversationState, Message},
};
use serde::{Deserialize, Serialize};

use crate::{Usage, usage::Ledger};

/// What one turn is about.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Turn {
    /// Names this run: an idempotency key for the agent's own effects.
    pub run: String,
    /// 0 on the first try.
    pub attempt: u32,
    /// How long the agent may take.
    pub deadline: Duration,
    /// Where.
    pub conversation: ConversationRef,
    /// The provider behind the account: `twilio`, `slack`, `web`.
    pub platform: String,
    /// What the person uses: `sms`, `whatsapp`, `slack`, `web`.
    pub channel: String,
    /// Where the conversation is in its life.
    pub state: ConversationState,
    /// The conversation object on the provider's side, where it is known.
    pub details: Option<Conversation>,
    /// What the person wrote, in order; several if a turn policy merged them.
    pub messages: Vec<Message>,
    /// What was said before, oldest first.
    pub history: Vec<Line>,
    /// The span under which the agent is asked, for what it does on behalf of it; none where nobody follows the messages.
    pub trace: Option<TraceContext>,
    ledger: Ledger,
}

impl Turn {
    /// A first try at answering `messages`, with two minutes for it.
    #[must_use]
    pub fn new(run: impl Into<String>, conversation: ConversationRef, messages: Vec<Message>) -> Self {
        Self {
            run: run.into(),
            attempt: 0,
            deadline: Duration::from_secs(120),
            conversation,
            platform: String::new(),
            channel: String::new(),
            state: ConversationState::Active,
            details: None,
            messages,
            history: Vec::new(),
            trace: None,
            ledger: Ledger::default(),
        }
    }

    /// Says what answering has taken of a language model so far; told several times, it adds up.
    ///
    /// It is counted for a turn that fails, too: what was spent was spent.
    pub fn used(&self, usage: Usage) {
        self.ledger.add(usage);
    }

    /// Returns what can be asked afterwards what was told by [`used`](Self::used).
    #[must_use]
    pub fn bill(&self) -> TurnBill {
        TurnBill(self.ledger.clone())
    }

    pub(crate) fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Returns everything the person wrote, line by line.
    #[must_use]
    pub fn text(&self) -> String {
        let texts: Vec<_> = self.messages.iter().map(|message| message.content.text.as_str()).collect();
        texts.join("\n")
    }
}

/// What a [`Turn`] that is given away will have taken.
#[derive(Clone, Debug)]
pub struct TurnBill(Ledger);

impl TurnBill {
    /// Takes what was told since this was last asked.
    #[must_use]
    pub fn take(&self) -> Vec<Usage> {
        self.0.take()
    }
}

/// One line of what was said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who said it.
    pub role: Role,
    /// What people call them, where that is known.
    pub name: Option<String>,
    /// What.
    pub text: String,
    /// When it was stored.
    pub at: UnixMillis,
}

/// Who said something, in the words language models use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The person.
    User,
    /// The agent.
    Assistant,
}
