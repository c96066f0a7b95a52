use fastrand::Rng;
use messaging_core::Secret;

use super::{Pair, lane};
use crate::{Erasure, Subject};

impl Pair {
    /// Erases everybody in turn: both stores show the same before, remove the same, and have nothing left in the end.
    pub(super) fn erase(&mut self, random: &mut Rng) {
        for id in ["ada", "bob", "+15550100", "+15550101"] {
            let tenant = "t".into();
            self.erase_one(&Subject::Person { tenant, id: id.into() });
        }
        for _ in 0..4 {
            self.erase_one(&Subject::Conversation(lane(random)));
        }
    }

    fn erase_one(&mut self, subject: &Subject) {
        let before = self.both("export", |t, _| t.export(subject), |s| s.export(subject)).unwrap();
        let erasure = Erasure::new(subject.clone(), "receipt", Secret::new("a key"));
        let receipt = self.both("erase", |t, now| Ok(t.erase(now, &erasure)), |s| s.erase(&erasure)).unwrap();
        self.erased += receipt.removed.events;
        assert!(!before.is_empty() || receipt.removed.events == 0, "seed {}: {receipt:?}", self.seed);
        let after = self.both("export", |t, _| t.export(subject), |s| s.export(subject)).unwrap();
        assert_eq!(after, [], "seed {}", self.seed);
        self.balanced();
    }
}
