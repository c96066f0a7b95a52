use std::collections::{BTreeMap, BTreeSet};

use messaging_core::{EventKind, UnixMillis, capability::Verdict, id::IntentId};
use messaging_store::{
    Arrival, Claim, Decision, Ending, Lane, Lease, Seek, Settled, Side, TurnEnd, Work, memory::Tables,
};

use super::platter::Verb;

/// Deliberate defects, so that whoever checks a store or a gateway can be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sabotage {
    /// None.
    #[default]
    None,
    /// Every event is new.
    NoDedup,
    /// Late writers are believed.
    NoFence,
    /// Answers come before the disk has synced.
    AnswerBeforeSync,
    /// An intent that a dead holder may have sent looks fresh.
    ForgetExposure,
    /// Events are queued as they come, gaps or not.
    NoHoldBack,
    /// Signs of life are not heard.
    NoHeartbeat,
    /// What people agreed to is forgotten.
    NoConsent,
    /// An event's names are noted before it is stored, in a commit of their own.
    DedupBeforeInsert,
    /// What was told is forgotten within 5 s.
    ShortMemory,
    /// What cannot be stored is said to be.
    SwallowErrors,
    /// One event in eight is put into the conversation of the one before it.
    WrongLane,
    /// A conversation is only looked at when something new comes in.
    LostWakeUp,
    /// A turn's replies are stored in the commit behind the one that ends it.
    RepliesApart,
    /// Of a turn's replies one is stored.
    OneReply,
    /// What was erased is forgotten altogether: told again, it is new.
    ForgetErased,
    /// A send that a person lets go again goes under a new name.
    RedriveRenamed,
    /// What was missed counts as read an hour further than it was.
    CursorAhead,
    /// A person's stop is not noted.
    ForgetStop,
    /// Names of events are one space for all tenants.
    OneTenant,
    /// However many turns of a conversation are under way, another one is begun.
    NoBound,
    /// The end of a turn frees those beside it as well.
    FreesSiblings,
}

/// What a saboteur keeps in mind to do its work around sound tables.
#[derive(Debug, Default)]
pub(super) struct Memory {
    fences: BTreeMap<(Side, Lane), u64>,
    doubted: BTreeSet<IntentId>,
    told: u64,
    /// The names noted so far.
    noted: BTreeSet<String>,
    last: Option<Lane>,
    /// Whether anything was erased.
    pub(super) erased: bool,
    /// Lanes in which something new came in that no claim has seen.
    rung: BTreeSet<Lane>,
    /// The new names of sends, by their old ones.
    renamed: BTreeMap<IntentId, IntentId>,
    /// Turns that were begun.
    begun: BTreeMap<Lane, Vec<Lease>>,
}

impl Memory {
    /// Spoils a batch on its way in; returns an answer if none of it is stored.
    pub(super) fn spoil_batch(
        &mut self,
        sabotage: Sabotage,
        now: UnixMillis,
        batch: &mut [Arrival],
    ) -> Option<Vec<Verdict>> {
        let verdict = |_: &Arrival| Verdict { id: "0".into(), cursor: 0, duplicate: true, ..Verdict::default() };
        let known = || Some(batch.iter().map(verdict).collect());
        let names = |arrival: &Arrival| arrival.event.keys.iter().map(ToString::to_string).collect::<Vec<_>>();
        if sabotage == Sabotage::DedupBeforeInsert {
            let fresh = batch.iter().flat_map(names).filter(|name| self.noted.insert(name.clone())).count();
            return if fresh == 0 { known() } else { None };
        }
        for arrival in batch {
            self.rung.insert(arrival.lane.clone());
            match sabotage {
                Sabotage::NoDedup => {
                    self.told += 1;
                    arrival.event.keys = vec![format!("told {}", self.told).into()];
                }
                Sabotage::ForgetErased if self.erased => {
                    arrival.event.keys = arrival.event.keys.iter().map(|key| format!("{key} again").into()).collect();
                }
                Sabotage::ForgetStop if matches!(arrival.event.kind, EventKind::Stopped(_)) => {
                    arrival.event.kind = EventKind::Other("nothing".to_owned());
                }
                Sabotage::OneTenant => arrival.lane.tenant = "everybody".into(),
                Sabotage::NoHoldBack => arrival.event.sequence = None,
                Sabotage::NoConsent => arrival.sender = None,
                Sabotage::ShortMemory => {
                    let since = now.0 / 5_000;
                    let aged = arrival.event.keys.iter().map(|key| format!("{key} {since}").into());
                    arrival.event.keys = aged.collect();
                }
                Sabotage::WrongLane => {
                    self.told += 1;
                    let own = arrival.lane.clone();
                    if let Some(last) = self.last.replace(own).filter(|_| self.told.is_multiple_of(8)) {
                        arrival.event.conversation = last.conversation.place().clone();
                        arrival.lane = last;
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Which turns end with one that ends.
    pub(super) fn end_with(&mut self, lease: &Lease) -> Vec<Lease> {
        let mut begun = self.begun.remove(&lease.lane).unwrap_or_default();
        begun.retain(|other| other.fence != lease.fence);
        begun
    }

    /// Spoils claims on their way out.
    pub(super) fn spoil_claims(&mut self, sabotage: Sabotage, claims: &mut Vec<Claim>) {
        if sabotage == Sabotage::LostWakeUp {
            claims.retain(|claim| claim.lease.side == Side::Sends || self.rung.remove(&claim.lease.lane));
        }
        for claim in claims {
            if let Work::Send(intent) = &mut claim.work
                && let Some(name) = self.renamed.get(&intent.id)
            {
                (intent.id, intent.doubt) = (name.clone(), None);
            }
            if sabotage == Sabotage::FreesSiblings && claim.lease.side == Side::Turns {
                self.begun.entry(claim.lease.lane.clone()).or_default().push(claim.lease.clone());
            }
            self.fences.insert((claim.lease.side, claim.lease.lane.clone()), claim.lease.fence);
            if let (Sabotage::ForgetExposure, Work::Send(intent)) = (sabotage, &mut claim.work)
                && !self.doubted.contains(&intent.id)
            {
                intent.doubt = None;
            }
        }
    }

    /// Spoils a lease that is shown.
    pub(super) fn spoil_lease(&self, sabotage: Sabotage, lease: &mut Lease) {
        if sabotage == Sabotage::NoFence
            && let Some(newest) = self.fences.get(&(lease.side, lease.lane.clone()))
        {
            lease.fence = *newest;
        }
    }

    /// Spoils what a person decided about a send.
    pub(super) fn spoil_decision(&mut self, sabotage: Sabotage, id: &str, decision: Decision) {
        if sabotage == Sabotage::RedriveRenamed && decision == Decision::Redrive {
            self.renamed.insert(id.into(), format!("{id} again").into());
        }
    }

    /// The name under which the tables know a send.
    pub(super) fn name_of(&self, intent: &IntentId) -> IntentId {
        let was = self.renamed.iter().find(|(_, name)| *name == intent);
        was.map_or_else(|| intent.clone(), |(was, _)| was.clone())
    }

    /// Remembers a doubt that somebody stated, which is not a forgotten one.
    pub(super) fn note(&mut self, intent: &IntentId, settled: &Settled) {
        if matches!(settled, Settled::InDoubt { .. }) {
            self.doubted.insert(intent.clone());
        }
    }
}

/// Spoils a question for work.
pub(super) fn spoil_seek(sabotage: Sabotage, seek: &mut Seek) {
    if sabotage == Sabotage::NoBound {
        seek.turns = usize::MAX;
    }
}

/// Spoils the end of a turn; returns what is left of it if the power is cut behind its commit.
pub(super) fn spoil_end(sabotage: Sabotage, lease: &Lease, turn: &mut TurnEnd) -> Option<Verb> {
    if let (Sabotage::OneReply, Ending::Replied(replies)) = (sabotage, &mut turn.ending) {
        replies.truncate(1);
    }
    if sabotage != Sabotage::RepliesApart || !matches!(turn.ending, Ending::Replied(_)) {
        return None;
    }
    let (lease, mut bare) = (lease.clone(), turn.clone());
    bare.ending = Ending::Replied(Vec::new());
    Some(Box::new(move |tables: &mut Tables, at| drop(tables.finish(at, &lease, &bare))))
}
