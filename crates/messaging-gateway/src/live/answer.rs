use std::{pin::pin, time::Duration};

use futures_util::StreamExt;
use messaging_agent::{AgentError, Piece, Replies, Turn};
use messaging_core::message::{Content, Message, Progress};
use messaging_store::{Lease, Live};
use tokio::time::{Instant, sleep_until};

use super::{segment::Segment, status::Status, way::Way};
use crate::{Delta, Gateway, account::Account, following::Shown, lease_end::LeaseEnd};

/// Longest time for one step that is for the eye only.
pub(super) const STEP: Duration = Duration::from_secs(10);

/// Pieces that are heard while one step is under way; the agent waits then.
const HEARD: usize = 1_024;

/// Longest answer, in bytes: what comes to more messages than are made of one answer is refused anyway.
const LONGEST: usize = 4 * 1024 * 1024;

/// An answer on its way from the agent, and what people see of it meanwhile.
pub(crate) struct LiveAnswer<'g> {
    pub(super) gateway: &'g Gateway,
    pub(super) lease: &'g Lease,
    pub(super) end: LeaseEnd,
    pub(super) account: Option<&'g Account>,
    /// How something can be shown here, whether it is or not: an earlier turn may have shown something.
    pub(super) possible: Option<Way>,
    /// How it is shown; none if it is not, or not any more.
    pub(super) way: Option<Way>,
    /// Longest text of one message that is shown while it is written, in characters.
    pub(super) max_text: usize,
    pub(super) answers: Option<Message>,
    run: String,
    attempt: u32,
    /// What earlier turns left on people's screens.
    pub(super) left: Vec<Live>,
    /// What this one began, in order; the last one may be open.
    pub(super) segments: Vec<Segment>,
    /// The text that belongs behind everything that is closed.
    pub(super) text: String,
    /// What the agent does, and nobody was told.
    pub(super) progress: Vec<Progress>,
    status: Status,
    /// Since when something waits to be shown.
    pub(super) waiting: Option<Instant>,
    /// When the platform may be asked again.
    pub(super) not_before: Instant,
    pub(super) failures: u32,
    /// Whether the text is complete: what follows is a message of its own, and not shown before the end.
    complete: bool,
    pub(super) stopped: bool,
    told: usize,
    /// Whether the reply is for fewer people than read here: it is not shown before the end.
    pub(super) private: bool,
}

/// How an agent's answer ended.
#[derive(Debug)]
pub(crate) enum Answered {
    /// With these messages.
    Whole(Vec<Content>),
    /// The person has seen enough: what is shown is the answer.
    Stopped,
}

impl<'g> LiveAnswer<'g> {
    pub(crate) fn new(gateway: &'g Gateway, lease: &'g Lease, end: LeaseEnd, turn: &Turn, private: bool) -> Self {
        let account = gateway.parts.accounts.get(lease.lane.conversation.account());
        let settings = &gateway.parts.settings.streams;
        let possible = account
            .and_then(|account| Way::at(account.messenger.provider(), lease.lane.conversation.place(), settings.edits));
        Self {
            gateway,
            lease,
            end,
            account,
            possible,
            way: possible.filter(|_| settings.live),
            max_text: possible.map_or(usize::MAX, |way| way.limits().max_text),
            answers: turn.messages.last().cloned(),
            run: turn.run.clone(),
            attempt: turn.attempt,
            left: Vec::new(),
            segments: Vec::new(),
            text: String::new(),
            progress: Vec::new(),
            status: Status::default(),
            waiting: None,
            not_before: Instant::now(),
            failures: 0,
            complete: false,
            stopped: false,
            told: 0,
            private,
        }
    }

    /// Asks the agent, and shows what it has so far until it is done.
    pub(crate) async fn follow(&mut self, turn: Turn) -> Result<Answered, AgentError> {
        self.recall().await.map_err(|cause| AgentError::retry(format!("what was shown could not be read: {cause}")))?;
        let gateway = self.gateway;
        if let Some(account) = self.account.filter(|_| !self.private) {
            let (place, words) = (self.lease.lane.conversation.place(), &gateway.parts.settings.streams.status);
            self.status.begin(&account.messenger, place, words);
        }
        let mut pieces = gateway.parts.agent.stream(turn);
        let (mut replies, mut size, mut open) = (Replies::default(), 0, true);
        while open {
            let due = self.due();
            let mut heard = Vec::new();
            tokio::select! {
                biased;
                () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                    let mut showing = pin!(self.show());
                    // The agent goes on meanwhile.
                    loop {
                        tokio::select! {
                            biased;
                            () = &mut showing => break,
                            piece = pieces.next(), if open && heard.len() < HEARD => match piece {
                                Some(piece) => heard.push(piece),
                                None => open = false,
                            },
                        }
                    }
                }
                piece = pieces.next() => match piece {
                    Some(piece) => heard.push(piece),
                    None => open = false,
                },
            }
            if self.stopped {
                return Ok(Answered::Stopped);
            }
            for piece in heard {
                let piece = piece?;
                size += weight(&piece);
                if size > LONGEST {
                    return Err(AgentError::refused(format!("the answer is longer than {LONGEST} bytes")));
                }
                self.hear(&piece);
                replies.add(piece);
            }
        }
        Ok(Answered::Whole(replies.into_contents()))
    }

    fn hear(&mut self, piece: &Piece) {
        match piece {
            Piece::Delta(text) => {
                self.tell(text);
                if !self.complete {
                    self.text.push_str(text);
                }
            }
            Piece::Progress(Progress::Status(words)) => self.status.next = Some(words.clone()),
            Piece::Progress(progress) if !self.complete => self.progress.push(progress.clone()),
            Piece::Message(_) => self.complete = true,
            _ => return,
        }
        self.waiting.get_or_insert_with(Instant::now);
    }

    fn tell(&mut self, text: &str) {
        let (run, attempt, at) = (&self.run, self.attempt, self.told);
        let lane = &self.lease.lane;
        self.gateway.tell_delta(|| Delta { lane: lane.clone(), run: run.clone(), attempt, at, text: text.to_owned() });
        self.told += text.len();
    }

    /// When something is to be shown, or told.
    fn due(&self) -> Option<Instant> {
        [self.due_to_show(), self.status.due()].into_iter().flatten().min()
    }

    fn due_to_show(&self) -> Option<Instant> {
        let since = self.waiting?;
        let settings = &self.gateway.parts.settings.streams;
        let limits = self.way.filter(|_| !self.complete).map(Way::limits);
        let Some(limits) = limits else { return self.status.next.is_some().then_some(since) };
        let taken = self.open().map_or(0, |segment| segment.taken.len());
        let many = self.text.len().saturating_sub(taken) >= settings.chunk;
        let wait = if many { limits.interval.min(settings.every) } else { settings.every };
        Some((since + wait).max(self.not_before))
    }

    async fn show(&mut self) {
        if let Some(account) = self.account {
            self.status.show(&account.messenger, self.lease.lane.conversation.place()).await;
        }
        self.waiting = None;
        if let Some(way) = self.way.filter(|_| !self.complete) {
            self.grow(way).await;
        }
        if !self.segments.is_empty() {
            self.status.answered();
        }
    }

    /// What was begun on people's screens, and is on them.
    pub(crate) fn shown(&self) -> Vec<Shown> {
        let shown = self.segments.iter().map(|segment| (&segment.live, segment.certain));
        shown.map(|(live, certain)| Shown { id: live.id.clone(), since: live.since, certain }).collect()
    }

    /// Whether a status is to be taken away once the turn is over.
    pub(crate) fn status_stands(&self) -> bool {
        self.status.stands
    }

    /// The message that is being written.
    pub(super) fn open(&self) -> Option<&Segment> {
        self.segments.last().filter(|segment| segment.closed.is_none())
    }
}

fn weight(piece: &Piece) -> usize {
    match piece {
        Piece::Delta(text) => text.len(),
        Piece::Message(content) => content.text.len() + 64,
        _ => 64,
    }
}
