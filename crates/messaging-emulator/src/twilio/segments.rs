//! How many SMS one text takes: GSM 03.38 septets, or UTF-16 units for the whole text if one character is not in it.

use unicode_segmentation::UnicodeSegmentation;

use crate::twilio::records::Sms;

const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// Counts the segments of a message: a file, or another channel than SMS, makes it one whole.
pub(crate) fn of(sms: &Sms) -> usize {
    let is_whole = sms.sid.starts_with("MM") || sms.to.contains(':');
    if is_whole { 1 } else { count(&sms.body) }
}

/// Counts the segments of a text, as `num_segments` does.
pub(crate) fn count(text: &str) -> usize {
    let septets = text.chars().map(|letter| match letter {
        _ if BASIC.contains(letter) => Some(1),
        _ if EXTENSION.contains(letter) => Some(2),
        _ => None,
    });
    match septets.collect::<Option<Vec<_>>>() {
        Some(sizes) => fill(sizes.into_iter(), 160, 153),
        None => fill(text.graphemes(true).map(|letter| letter.encode_utf16().count()), 70, 67),
    }
}

/// One segment holds `single`; of several each holds `part`, and nothing that is read as one character is split.
fn fill(sizes: impl Iterator<Item = usize> + Clone, single: usize, part: usize) -> usize {
    if sizes.clone().sum::<usize>() <= single {
        return 1;
    }
    let (mut segments, mut used) = (1, 0);
    for size in sizes {
        if used + size > part {
            segments += 1;
            used = 0;
        }
        used += size;
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_counted_as_twilio_counts_them() {
        for (letter, times, segments) in [
            ("a", 0, 1),
            ("a", 160, 1),
            ("a", 161, 2),
            ("a", 306, 2),
            ("a", 307, 3),
            ("€", 80, 1),
            ("€", 81, 2),
            ("ê", 70, 1),
            ("ê", 71, 2),
            ("ê", 134, 2),
            ("ê", 135, 3),
            ("😀", 35, 1),
            ("😀", 36, 2),
            ("👨‍👩‍👧", 8, 1),
            ("👨‍👩‍👧", 9, 2),
            ("👨‍👩‍👧", 17, 3),
            ("Ç", 160, 1),
            ("ç", 71, 2),
            ("`", 71, 2),
            ("\u{c}", 80, 1),
        ] {
            assert_eq!(count(&letter.repeat(times)), segments, "{times} of {letter}");
        }
    }
}
