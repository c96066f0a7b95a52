use messaging_core::capability::Frame;
use tokio::time::Instant;

use crate::SocketSettings;

/// Whether the other end is there.
#[derive(Debug)]
pub(super) struct Pulse<'s> {
    settings: &'s SocketSettings,
    /// Whether the platform sends pings of its own.
    pings: bool,
    /// When anything came last.
    heard: Instant,
    /// When the platform's last ping came.
    pinged: Instant,
    /// When we asked last.
    asked: Instant,
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Beat {
    /// Nothing yet.
    Wait,
    /// Ask whether it is there.
    Ask,
    /// It is not.
    Dead(&'static str),
}

impl<'s> Pulse<'s> {
    pub(super) fn new(settings: &'s SocketSettings, pings: bool, now: Instant) -> Self {
        Self { settings, pings, heard: now, pinged: now, asked: now }
    }

    pub(super) fn heard(&mut self, frame: &Frame, now: Instant) {
        self.heard = now;
        if matches!(frame, Frame::Ping(_)) {
            self.pinged = now;
        }
    }

    /// When to look next.
    pub(super) fn due(&self) -> Instant {
        let next = (self.asked + self.settings.ping).min(self.heard + self.settings.silence);
        if self.pings { next.min(self.pinged + self.settings.server_ping) } else { next }
    }

    /// Looks; what is to be asked counts as asked.
    pub(super) fn beat(&mut self, now: Instant) -> Beat {
        if now >= self.heard + self.settings.silence {
            return Beat::Dead("nothing was heard for too long");
        }
        if self.pings && now >= self.pinged + self.settings.server_ping {
            return Beat::Dead("the platform sent no ping for too long");
        }
        if now >= self.asked + self.settings.ping {
            self.asked = now;
            return Beat::Ask;
        }
        Beat::Wait
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use bytes::Bytes;

    use super::*;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn silence_is_death_and_any_answer_is_life() {
        let (settings, start) = (SocketSettings::default(), Instant::now());
        let mut pulse = Pulse::new(&settings, false, start);
        assert_eq!(pulse.due(), start + seconds(5));
        assert_eq!(pulse.beat(start + seconds(4)), Beat::Wait);
        assert_eq!(pulse.beat(start + seconds(5)), Beat::Ask);
        pulse.heard(&Frame::Pong(Bytes::new()), start + seconds(6));
        assert_eq!((pulse.beat(start + seconds(10)), pulse.beat(start + seconds(15))), (Beat::Ask, Beat::Ask));
        assert_eq!(pulse.due(), start + seconds(20));
        assert!(matches!(pulse.beat(start + seconds(21)), Beat::Dead(_)));
    }

    #[test]
    fn a_platform_that_pings_must_go_on_pinging() {
        let (settings, start) = (SocketSettings::default(), Instant::now());
        let mut pulse = Pulse::new(&settings, true, start);
        for second in 1..30 {
            pulse.heard(&Frame::Pong(Bytes::new()), start + seconds(second));
            assert!(!matches!(pulse.beat(start + seconds(second)), Beat::Dead(_)));
        }
        assert!(matches!(pulse.beat(start + seconds(30)), Beat::Dead(_)));
        pulse.heard(&Frame::Ping(Bytes::new()), start + seconds(30));
        assert_eq!(pulse.beat(start + seconds(31)), Beat::Ask);
    }
}
