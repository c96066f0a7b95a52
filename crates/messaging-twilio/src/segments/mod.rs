//! How many text messages a text is sent, and paid, as.

pub(crate) mod gsm7;
mod smart;
#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

pub use self::smart::smart_encoded;

/// How a text is written into text messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// The GSM alphabet: units are septets, 160 of them in one message, 153 in each of several. A few characters, such as
    /// `€` and `[`, take two.
    Gsm7,
    /// Everything else: units are UTF-16 code units, 70 of them in one message, 67 in each of several.
    Ucs2,
}

impl Encoding {
    /// Returns how many units fit into one message, and into each of several, which say how they belong together.
    #[must_use]
    pub const fn capacity(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// A text in text messages, as [`segments`] cuts it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segments {
    /// How all of it is written.
    pub encoding: Encoding,
    /// How many messages it takes, which is what Twilio calls `num_segments`: 1 even for no text at all.
    pub count: usize,
    /// How many septets or UTF-16 code units the text has. What is wasted at the end of a message is not counted.
    pub units: usize,
    /// Which bytes of the text each message holds, in order and without a gap.
    pub parts: Vec<Range<usize>>,
}

/// Counts the text messages that `text` takes (<https://www.twilio.com/docs/glossary/what-sms-character-limit>).
///
/// One character beyond the GSM alphabet makes all of it UCS-2; [`smart_encoded`] replaces the most common ones. A
/// character of two septets and what a reader sees as one character, such as an emoji with a skin tone, stay whole, unless
/// one alone is longer than a message. How long a text Twilio takes is not looked at: 1,600 characters.
#[must_use]
pub fn segments(text: &str) -> Segments {
    let gsm = text.chars().map(gsm7::septets).try_fold(0_usize, |all, septets| Some(all + septets?));
    let (encoding, units) = match gsm {
        Some(units) => (Encoding::Gsm7, units),
        None => (Encoding::Ucs2, text.chars().map(char::len_utf16).sum()),
    };
    let (single, each) = encoding.capacity();
    let parts = if units <= single { one(text) } else { cut(text, encoding, each) };
    Segments { encoding, count: parts.len(), units, parts }
}

fn one(text: &str) -> Vec<Range<usize>> {
    std::iter::once(0..text.len()).collect()
}

/// Fills one message after the other.
fn cut(text: &str, encoding: Encoding, each: usize) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut at, mut used) = (Vec::new(), 0, 0, 0);
    let mut put = |piece: &str, units: usize| {
        if used + units > each {
            parts.push(start..at);
            (start, used) = (at, 0);
        }
        used += units;
        at += piece.len();
    };
    let units = |char: char| match encoding {
        Encoding::Gsm7 => gsm7::septets(char).unwrap_or(1),
        Encoding::Ucs2 => char.len_utf16(),
    };
    for cluster in text.graphemes(true) {
        let whole = cluster.chars().map(units).sum();
        // A line break of two characters is two to Twilio, and no message holds a cluster longer than itself.
        if cluster == "\r\n" || whole > each {
            for (from, char) in cluster.char_indices() {
                put(cluster.get(from..from + char.len_utf8()).unwrap_or_default(), units(char));
            }
        } else {
            put(cluster, whole);
        }
    }
    parts.push(start..text.len());
    parts
}
