//! The ledgers of both stores: consent, spending and bills, as the differential test asks for them.

use std::time::Duration;

use fastrand::Rng;
use messaging_core::{EventKind, Keyword, Place, SendMessage};

use super::differential::{Pair, lane};
use crate::{Admit, Amount, Arrival, Charge, Day, Limit, Money, Sender};

fn address(random: &mut Rng) -> String {
    format!("+1555010{}", random.u32(0..3))
}

fn money(random: &mut Rng) -> Money {
    Money::new(Amount::micros(random.i64(0..3_000_000)), ["USD", "EUR"][random.usize(0..5) / 4])
}

fn charge(random: &mut Rng) -> Charge {
    let country = [None, Some("US"), Some("GB")][random.usize(0..3)];
    let cost = random.bool().then(|| money(random));
    let channel = ["sms", "whatsapp"][random.usize(0..2)];
    Charge { country: country.map(Into::into), channel: channel.into(), units: random.u32(1..4), cost }
}

/// Says who it is from, mostly, and sometimes that it is a keyword.
pub(super) fn with_sender(mut arrival: Arrival, random: &mut Rng) -> Arrival {
    if random.u32(0..4) > 0 {
        arrival = arrival.from_sender(Sender { address: address(random), alone: random.u32(0..4) > 0 });
    }
    if random.bool() {
        arrival = arrival.charged(charge(random));
    }
    if random.u32(0..8) == 0 && matches!(arrival.event.kind, EventKind::MessageAdded(_)) {
        let keyword = [Keyword::Stop, Keyword::Start, Keyword::Yes, Keyword::Help][random.usize(0..4)];
        arrival.event = arrival.event.with_keyword(keyword);
    }
    arrival
}

impl Pair {
    /// Asks whether some claimed send may leave.
    pub(super) fn admit(&mut self, random: &mut Rng) {
        let Some(held) = self.leases.last().cloned() else { return };
        let any = self.intents.get(random.usize(0..=self.intents.len())).cloned();
        let intent = held.intent.filter(|_| random.u32(0..8) > 0).or(any).unwrap_or_else(|| "unknown".into());
        let limit = |random: &mut Rng| Limit {
            country: random.bool().then(|| "US".into()),
            channel: random.bool().then(|| "sms".into()),
            messages: random.bool().then(|| random.u64(0..8)),
            spend: random.bool().then(|| money(random)),
        };
        let admit = Admit {
            address: (random.u32(0..3) == 0).then(|| address(random)),
            window: (random.u32(0..4) == 0).then(|| Duration::from_secs(random.u64(0..600))),
            charge: charge(random),
            limits: (0..random.usize(0..2)).map(|_| limit(random)).collect(),
            billed: random.u32(0..4) > 0,
            instead: (random.u32(0..4) == 0).then(|| SendMessage::new(Place::new("chat", ["c"]), "a template")),
        };
        let lease = held.lease;
        let _ = self.both(
            "admit",
            |tables, now| tables.admit(now, &lease, &intent, &admit),
            |store| store.admit(&lease, &intent, &admit),
        );
    }

    /// Lets somebody opt out, asks for prices, and reads everything.
    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough")]
    pub(super) fn keep_ledgers(&mut self, random: &mut Rng) {
        if random.u32(0..4) == 0 {
            let (lane, address) = (lane(random), address(random));
            let _ = self.both(
                "opt_out",
                |tables, now| {
                    tables.opt_out(now, &lane, &address, "told");
                    Ok(())
                },
                |store| store.opt_out(&lane, &address, "told"),
            );
        }
        if random.u32(0..12) == 0 {
            let lane = lane(random);
            let first = lane.conversation.place().part(0).unwrap_or_default().to_owned();
            let account = lane.conversation.account().to_owned();
            let _ = self.both(
                "abandon",
                |tables, now| Ok(tables.abandon(now, &account, &first, "gone")),
                |store| store.abandon(&account, &first, "gone"),
            );
        }
        if random.u32(0..3) == 0 {
            self.now = self.now.plus(Duration::from_secs(random.u64(0..90_000)));
        }
        let limit = random.usize(0..8);
        let bills = self.both("bills", |tables, now| Ok(tables.bills(now, limit)), |store| store.bills(limit));
        for bill in bills.unwrap_or_default() {
            let price = random.bool().then(|| money(random));
            if random.u32(0..3) > 0 {
                let _ = self.both(
                    "billed",
                    |tables, _| {
                        tables.billed(bill.id, price.as_ref());
                        Ok(())
                    },
                    |store| store.billed(bill.id, price.as_ref()),
                );
            }
        }
        let since = Day(random.i64(20_776..20_779));
        let _ = self.both("spent", |tables, _| Ok(tables.spent(since)), |store| store.spent(since));
        let _ = self.both("opted_out", |tables, _| Ok(tables.opted_out(limit)), |store| store.opted_out(limit));
    }
}
