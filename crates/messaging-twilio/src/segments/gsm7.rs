//! The GSM 7-bit alphabet of 3GPP TS 23.038 (<https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding>).

/// The 127 characters of one septet, by code; 0x1B is the escape.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Characters that follow an escape, and so take two.
const EXTENSION: &str = "\u{C}^{}\\[~]|€";

/// Returns how many septets a character takes, unless it is not in the alphabet.
pub(crate) fn septets(char: char) -> Option<usize> {
    // Nearly all that people write; the alphabet would be searched for each.
    if char.is_ascii_alphanumeric() || char == ' ' || BASIC.contains(char) {
        Some(1)
    } else if EXTENSION.contains(char) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_is_whole() {
        assert_eq!((BASIC.chars().count(), EXTENSION.chars().count()), (127, 10));
        let known = (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|char| septets(*char).is_some());
        assert_eq!(known.count(), 137, "no character is there twice");
        // By code, with the escape in its place.
        let code = |char| BASIC.chars().position(|known| known == char).map(|at| if at < 0x1B { at } else { at + 1 });
        for (char, at) in [
            ('@', 0),
            ('\n', 0x0A),
            ('Δ', 0x10),
            ('Æ', 0x1C),
            (' ', 0x20),
            ('¡', 0x40),
            ('Ä', 0x5B),
            ('¿', 0x60),
            ('à', 0x7F),
        ] {
            assert_eq!(code(char), Some(at), "{char}");
        }
    }

    #[test]
    fn lookalikes_are_not_in_it() {
        for char in ['ç', '`', '\t', '\u{A0}', 'á', '’', '\u{1B}', '\0'] {
            assert_eq!(septets(char), None, "{char:?}");
        }
        assert_eq!((septets('Ç'), septets('\u{C}'), septets('€')), (Some(1), Some(2), Some(2)));
    }
}
