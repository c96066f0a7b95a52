//! Smart Encoding: what Twilio writes instead of characters that would make a text expensive.

use std::borrow::Cow;

/// What is written, and instead of which characters.
#[rustfmt::skip]
const TABLE: &[(&str, &str)] = &[
    ("", "\u{0}\u{3}\u{4}\u{10}\u{11}\u{12}\u{13}\u{14}\u{17}\u{19}\u{200B}\u{200C}\u{2060}\
         \u{FEFF}"),
    (" ", "\u{2001}\u{2028}\u{2029}"),
    ("  ", "\u{80}\u{8D}\u{90}\u{9B}\u{9F}\u{A0}\u{2000}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\
         \u{2007}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}"),
    ("       ", "\u{9}"),
    ("!", "\u{1C3}\u{FE15}\u{FE57}\u{FF01}"),
    ("!!", "\u{203C}"),
    ("\"", "\u{AB}\u{BB}\u{2BA}\u{2EE}\u{201C}\u{201D}\u{201E}\u{201F}\u{275D}\u{275E}\u{301D}\
         \u{301E}\u{FF02}"),
    ("#", "\u{FE5F}\u{FF03}"),
    ("$", "\u{FE69}\u{FF04}"),
    ("%", "\u{FE6A}\u{FF05}"),
    ("&", "\u{FE60}\u{FF06}"),
    ("'", "\u{60}\u{B4}\u{2B9}\u{2BB}\u{2BC}\u{2BD}\u{2C8}\u{2CA}\u{2CB}\u{313}\u{314}\u{2018}\
         \u{2019}\u{201B}\u{275B}\u{275C}\u{FE10}\u{FE11}\u{FF07}"),
    ("(", "\u{2768}\u{276A}\u{27EE}\u{2985}\u{FE59}\u{FF08}"),
    (")", "\u{2769}\u{276B}\u{27EF}\u{2986}\u{FE5A}\u{FF09}"),
    ("*", "\u{204E}\u{2217}\u{229B}\u{2722}\u{2723}\u{2724}\u{2725}\u{2731}\u{2732}\u{2733}\u{273A}\
         \u{273B}\u{273C}\u{273D}\u{2743}\u{2749}\u{274A}\u{274B}\u{29C6}\u{FE61}\u{FF0A}"),
    ("+", "\u{2D6}\u{FE62}\u{FF0B}"),
    (",", "\u{326}\u{201A}\u{3001}\u{FE50}\u{FE51}\u{FF0C}\u{FF64}"),
    ("-", "\u{2010}\u{2013}\u{2014}\u{2015}\u{2022}\u{2043}\u{23BC}\u{23BD}\u{FE63}\u{FF0D}"),
    (".", "\u{3002}\u{FE52}\u{FF0E}\u{FF61}"),
    ("...", "\u{2026}"),
    ("/", "\u{F7}\u{337}\u{338}\u{2044}\u{2215}\u{29F8}\u{FF0F}"),
    ("0", "\u{FF10}"),
    ("1", "\u{FF11}"),
    ("1/2", "\u{BD}"),
    ("1/4", "\u{BC}"),
    ("2", "\u{FF12}"),
    ("3", "\u{FF13}"),
    ("3/4", "\u{BE}"),
    ("4", "\u{FF14}"),
    ("5", "\u{FF15}"),
    ("6", "\u{FF16}"),
    ("7", "\u{FF17}"),
    ("8", "\u{FF18}"),
    ("9", "\u{FF19}"),
    (":", "\u{2D0}\u{2F8}\u{2982}\u{A789}\u{FE13}\u{FF1A}"),
    (";", "\u{204F}\u{FE14}\u{FE54}\u{FF1B}"),
    ("<", "\u{2039}\u{FE64}\u{FF1C}"),
    ("=", "\u{347}\u{A78A}\u{FE66}\u{FF1D}"),
    (">", "\u{203A}\u{FE65}\u{FF1E}"),
    ("?", "\u{FE16}\u{FE56}\u{FF1F}"),
    ("@", "\u{FE6B}\u{FF20}"),
    ("A", "\u{1D00}\u{FF21}"),
    ("B", "\u{299}\u{FF22}"),
    ("C", "\u{1D04}\u{FF23}"),
    ("D", "\u{1D05}\u{FF24}"),
    ("E", "\u{1D07}\u{FF25}"),
    ("F", "\u{A730}\u{FF26}"),
    ("G", "\u{262}\u{FF27}"),
    ("H", "\u{29C}\u{FF28}"),
    ("I", "\u{26A}\u{FF29}"),
    ("J", "\u{1D0A}\u{FF2A}"),
    ("K", "\u{1D0B}\u{FF2B}"),
    ("L", "\u{29F}\u{FF2C}"),
    ("M", "\u{1D0D}\u{FF2D}"),
    ("N", "\u{274}\u{FF2E}"),
    ("O", "\u{1D0F}\u{FF2F}"),
    ("P", "\u{1D18}\u{FF30}"),
    ("Q", "\u{FF31}"),
    ("R", "\u{280}\u{FF32}"),
    ("S", "\u{A731}\u{FF33}"),
    ("T", "\u{1D1B}\u{FF34}"),
    ("U", "\u{1D1C}\u{FF35}"),
    ("V", "\u{1D20}\u{FF36}"),
    ("W", "\u{1D21}\u{FF37}"),
    ("X", "\u{FF38}"),
    ("Y", "\u{28F}\u{FF39}"),
    ("Z", "\u{1D22}\u{FF3A}"),
    ("[", "\u{FF3B}"),
    ("\\", "\u{20E5}\u{29F5}\u{29F9}\u{FE68}\u{FF3C}"),
    ("]", "\u{FF3D}"),
    ("^", "\u{2C6}\u{302}\u{1DCD}\u{FF3E}"),
    ("_", "\u{332}\u{2017}\u{FF3F}"),
    ("{", "\u{2774}\u{FE5B}\u{FF5B}"),
    ("|", "\u{20D2}\u{20D3}\u{2223}\u{239C}\u{239F}\u{23B8}\u{23B9}\u{23D0}\u{FF5C}"),
    ("}", "\u{2775}\u{FE5C}\u{FF5D}"),
    ("~", "\u{2DC}\u{2F7}\u{303}\u{330}\u{334}\u{223C}\u{FF5E}"),
];

/// Replaces 271 characters that are not in the GSM alphabet, such as curly quotes and dashes, with what looks like them,
/// as Twilio does to a message with `SmartEncoded=true` or of a Messaging Service that asks for it
/// (<https://www.twilio.com/docs/messaging/services#smart-encoding>).
///
/// A text with other characters beyond GSM, such as an emoji, is replaced as far as it goes and stays UCS-2.
#[must_use]
pub fn smart_encoded(text: &str) -> Cow<'_, str> {
    if text.chars().all(|char| instead_of(char).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut encoded = String::with_capacity(text.len());
    for char in text.chars() {
        match instead_of(char) {
            Some(other) => encoded.push_str(other),
            None => encoded.push(char),
        }
    }
    Cow::Owned(encoded)
}

/// What is written instead of a character, unless it stays.
fn instead_of(char: char) -> Option<&'static str> {
    if matches!(char, ' '..='_' | 'a'..='~' | '\n' | '\r') {
        return None;
    }
    TABLE.iter().find(|(_, instead_of)| instead_of.contains(char)).map(|(other, _)| *other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::gsm7;

    /// The hash is that of Twilio's own table, sorted and written one `2019='` a line.
    #[test]
    fn the_table_is_twilio_s() {
        assert!(TABLE.iter().all(|(_, sources)| sources.chars().all(|char| char.len_utf16() == 1)));
        let lines = (0..=0xFFFF).filter_map(char::from_u32).filter_map(|char| {
            let other = instead_of(char)?;
            Some(format!("{:04X}={other}\n", u32::from(char)))
        });
        let lines: Vec<_> = lines.collect();
        assert_eq!(lines.len(), 271);
        assert_eq!(
            messaging_core::signature::sha256_hex([lines.concat().as_bytes()]),
            "9225bc6fd78955413813831e09f341b6260712490e589c2b8001fa892210858e"
        );
        assert_eq!(TABLE.iter().map(|(_, sources)| sources.chars().count()).sum::<usize>(), 271, "none is there twice");
    }

    #[test]
    fn what_is_written_instead_is_cheap_and_what_is_cheap_stays() {
        for (other, sources) in TABLE {
            assert!(other.chars().all(|char| gsm7::septets(char).is_some()), "{other}");
            assert!(sources.chars().all(|char| gsm7::septets(char).is_none()), "{sources}");
        }
    }

    #[test]
    fn texts_are_written_plainly() {
        for (text, plain) in [
            ("“It’s” – fine…", "\"It's\" - fine..."),
            ("½ \u{FF21}\u{3000}b\tc\u{200B}\u{203C}", "1/2 A  b       c!!"),
            ("`x´ • ‹y›", "'x' - <y>"),
            ("“🎉”", "\"🎉\""),
        ] {
            assert_eq!(smart_encoded(text), plain);
            assert!(matches!(smart_encoded(plain), Cow::Borrowed(_)), "{plain}");
        }
        assert!(matches!(smart_encoded("é € [x] ^\u{C}\r\n"), Cow::Borrowed(_)));
    }
}
