use std::time::Duration;

use fastrand::Rng;
use serde::{Deserialize, Serialize};

/// What the provider does wrong, each in so many of a thousand cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FaultPlan {
    /// The connection is refused.
    pub refuse: u32,
    /// 429 with a Retry-After of 1 to 5 s.
    pub throttle: u32,
    /// 503, and nothing was done.
    pub break_before: u32,
    /// 503, although it was done.
    pub break_after: u32,
    /// No answer, and nothing was done.
    pub vanish_before: u32,
    /// No answer, although it was done.
    pub vanish_after: u32,
    /// No answer, and done 1 to 20 s later.
    pub late: u32,
    /// A lookup fails.
    pub blind: u32,
    /// Whoever sent a message hears that it was delivered, up to 3 s later.
    pub receipt: u32,
    /// A callback is told again, up to 20 s after it was acknowledged.
    pub duplicate: u32,
    /// A callback starts up to 1.5 s late.
    pub reorder: u32,
    /// The acknowledgement of a callback is lost.
    pub deaf: u32,
    /// A send is answered as if it had been carried, and is not: a defect that every test must see.
    pub swallow: u32,
    /// A streamed answer dies: its next piece is refused, and it stays as it is.
    pub stream_death: u32,
    /// A connection of Socket Mode breaks around something that is sent over it.
    pub cut: u32,
    /// From when on everything works.
    pub until: Duration,
}

impl FaultPlan {
    /// Whether every number is one out of a thousand.
    pub(crate) fn is_sound(&self) -> bool {
        let Self { refuse, throttle, break_before, break_after, vanish_before, vanish_after, late, .. } = *self;
        let sends = [refuse, throttle, break_before, break_after, vanish_before, vanish_after, late, self.swallow];
        let rest = [self.blind, self.receipt, self.duplicate, self.reorder, self.deaf, self.stream_death, self.cut];
        sends.iter().chain(&rest).all(|odds| *odds <= 1_000)
    }

    /// Everything at once, for two minutes.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            refuse: 40,
            throttle: 40,
            break_before: 30,
            break_after: 30,
            vanish_before: 30,
            vanish_after: 40,
            late: 30,
            blind: 150,
            receipt: 300,
            duplicate: 250,
            reorder: 300,
            deaf: 80,
            swallow: 0,
            stream_death: 50,
            cut: 80,
            until: Duration::from_secs(120),
        }
    }
}

/// What happens to one send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fate {
    /// Carried and answered.
    Well,
    /// The connection is refused.
    Refuse,
    /// 429 with a `Retry-After`.
    Throttle,
    /// 503, and not carried.
    BreakBefore,
    /// 503, although carried.
    BreakAfter,
    /// No answer, and not carried.
    VanishBefore,
    /// No answer, although carried.
    VanishAfter,
    /// No answer, and carried 1 to 20 s later.
    Late,
    /// Answered as if carried, and not carried.
    Swallow,
}

impl FaultPlan {
    /// Draws one fate for a send.
    #[must_use]
    pub fn fate(&self, rng: &mut Rng) -> Fate {
        let mut drawn = rng.u32(..1_000);
        let odds = [
            (self.refuse, Fate::Refuse),
            (self.throttle, Fate::Throttle),
            (self.break_before, Fate::BreakBefore),
            (self.break_after, Fate::BreakAfter),
            (self.vanish_before, Fate::VanishBefore),
            (self.vanish_after, Fate::VanishAfter),
            (self.late, Fate::Late),
            (self.swallow, Fate::Swallow),
        ];
        for (odd, fate) in odds {
            if drawn < odd {
                return fate;
            }
            drawn -= odd;
        }
        Fate::Well
    }
}
