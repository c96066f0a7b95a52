use std::{borrow::Cow, fmt, num::NonZeroU64, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use crate::{Error, ErrorKind};

/// The name of a span within its trace: 8 bytes, never all zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpanId(NonZeroU64);

impl SpanId {
    /// Returns the 8 bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 8] {
        self.0.get().to_be_bytes()
    }
}

impl fmt::Display for SpanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for SpanId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SpanId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        let id = u64::from_str_radix(&text, 16).ok().and_then(NonZeroU64::new);
        id.map(Self).ok_or_else(|| de::Error::custom("this is no span id: 16 hexadecimal digits, not all zero"))
    }
}

/// One span of a trace, as it is told from process to process: a `traceparent`
/// (<https://www.w3.org/TR/trace-context/#traceparent-header>).
///
/// The spans of a message are derived from each other, not made up: whoever knows the first one and what was done knows
/// them all, after a restart and in another process, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TraceContext {
    trace: u128,
    span: SpanId,
    sampled: bool,
}

impl TraceContext {
    /// Begins a trace with `random` bits, at least half of which nobody else may ever get.
    #[must_use]
    pub fn begin(random: u128, sampled: bool) -> Self {
        // Zero is no id.
        let trace = if random == 0 { 1 } else { random };
        Self { trace, span: derived([&trace.to_be_bytes()[..], b"begin"]), sampled }
    }

    /// Returns the span of something that was done on behalf of this one; the same for the same `what`.
    #[must_use]
    pub fn child(&self, what: &[&str]) -> Self {
        let (trace, span) = (self.trace.to_be_bytes(), self.span.to_bytes());
        let pieces = what.iter().flat_map(|piece| [b"\n".as_slice(), piece.as_bytes()]);
        Self { span: derived([&trace[..], &span[..]].into_iter().chain(pieces)), ..*self }
    }

    /// The trace, 16 bytes.
    #[must_use]
    pub fn trace_id(&self) -> [u8; 16] {
        self.trace.to_be_bytes()
    }

    /// The trace, in 32 hexadecimal digits.
    #[must_use]
    pub fn trace_hex(&self) -> String {
        format!("{:032x}", self.trace)
    }

    /// The span.
    #[must_use]
    pub fn span_id(&self) -> SpanId {
        self.span
    }

    /// Returns another span of the same trace.
    #[must_use]
    pub fn at(&self, span: SpanId) -> Self {
        Self { span, ..*self }
    }

    /// Whether anybody keeps this trace.
    #[must_use]
    pub fn is_sampled(&self) -> bool {
        self.sampled
    }
}

fn derived<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> SpanId {
    let mut hash = Sha256::new();
    pieces.into_iter().for_each(|piece| hash.update(piece));
    let first = hash.finalize().iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte));
    SpanId(NonZeroU64::new(first).unwrap_or(NonZeroU64::MIN))
}

impl fmt::Display for TraceContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "00-{:032x}-{}-{:02x}", self.trace, self.span, u8::from(self.sampled))
    }
}

impl FromStr for TraceContext {
    type Err = Error;

    /// Reads a `traceparent`, of a later version too, as the specification asks for.
    fn from_str(text: &str) -> Result<Self, Error> {
        let no = || Error::new(ErrorKind::Invalid, "this is no `traceparent` of https://www.w3.org/TR/trace-context/");
        let mut parts = text.splitn(5, '-');
        let mut part = |length: usize| {
            let part = parts.next().filter(|part| part.len() == length).ok_or_else(no)?;
            let is_hex = |letter: u8| letter.is_ascii_digit() || matches!(letter, b'a'..=b'f');
            if part.bytes().all(is_hex) { Ok(part) } else { Err(no()) }
        };
        let (version, trace, span, flags) = (part(2)?, part(32)?, part(16)?, part(2)?);
        let more = parts.next();
        let trace = u128::from_str_radix(trace, 16).ok().filter(|trace| *trace != 0).ok_or_else(no)?;
        let span = u64::from_str_radix(span, 16).ok().and_then(NonZeroU64::new).map(SpanId).ok_or_else(no)?;
        let flags = u8::from_str_radix(flags, 16).map_err(|_| no())?;
        if version == "ff" || (version == "00" && more.is_some()) {
            return Err(no());
        }
        Ok(Self { trace, span, sampled: flags & 1 == 1 })
    }
}

impl Serialize for TraceContext {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TraceContext {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    #[test]
    fn what_is_written_is_read() {
        let context: TraceContext = TOLD.parse().unwrap();
        assert_eq!((context.to_string().as_str(), context.is_sampled()), (TOLD, true));
        assert_eq!(context.trace_id()[..2], [0x4b, 0xf9]);
        assert_eq!(serde_json::from_str::<TraceContext>(&serde_json::to_string(&context).unwrap()).unwrap(), context);
        let later = "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-02-what-comes-then";
        assert!(!later.parse::<TraceContext>().unwrap().is_sampled());
        for wrong in [
            "",
            "00",
            &TOLD.replace("4bf9", "4BF9"),
            &TOLD.replace("00-4", "ff-4"),
            &format!("{TOLD}-more"),
            &TOLD.replace("00f067aa0ba902b7", "0000000000000000"),
            &TOLD.replace("4bf92f3577b34da6a3ce929d0e0e4736", "00000000000000000000000000000000"),
            &TOLD.replace("-01", "-+1"),
            "00-ä",
        ] {
            assert!(wrong.parse::<TraceContext>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_span_follows_from_what_was_done() {
        let first = TraceContext::begin(7, true);
        let turn = first.child(&["turn", "run-1"]);
        assert_eq!(turn, first.child(&["turn", "run-1"]));
        assert_eq!(turn.trace_id(), first.trace_id());
        let others =
            [first, first.child(&["turn", "run-2"]), first.child(&["turnrun-1"]), turn.child(&["turn", "run-1"])];
        assert!(others.iter().all(|other| other.span_id() != turn.span_id()));
        assert_ne!(TraceContext::begin(0, true).trace_id(), [0; 16]);
    }
}
