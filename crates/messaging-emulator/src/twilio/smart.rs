//! `SmartEncoded`: characters that only look better than those of GSM 03.38 are replaced by those
//! (<https://www.twilio.com/docs/messaging/services/smart-encoding-char-list>).

/// What stands in the place of which characters.
const REPLACEMENTS: [(&str, &str); 76] = [
    ("\"", "\u{ab}\u{bb}\u{201c}\u{201d}\u{2ba}\u{2ee}\u{201f}\u{201e}\u{275d}\u{275e}\u{301d}\u{301e}\u{ff02}"),
    (
        "'",
        "\u{2018}\u{2019}\u{2bb}\u{2c8}\u{2bc}\u{2bd}\u{2b9}\u{201b}\u{ff07}\u{b4}\u{2ca}\u{60}\u{2cb}\u{275b}\u{275c}\u{313}\u{314}\u{fe10}\u{fe11}",
    ),
    ("/", "\u{f7}\u{29f8}\u{337}\u{338}\u{2044}\u{2215}\u{ff0f}"),
    ("1/4", "\u{bc}"),
    ("1/2", "\u{bd}"),
    ("3/4", "\u{be}"),
    ("\\", "\u{29f9}\u{29f5}\u{20e5}\u{fe68}\u{ff3c}"),
    ("_", "\u{332}\u{ff3f}\u{2017}"),
    ("|", "\u{20d2}\u{20d3}\u{2223}\u{ff5c}\u{23b8}\u{23b9}\u{23d0}\u{239c}\u{239f}"),
    ("-", "\u{23bc}\u{23bd}\u{2015}\u{fe63}\u{ff0d}\u{2010}\u{2043}\u{2014}\u{2013}\u{2022}"),
    ("@", "\u{fe6b}\u{ff20}"),
    ("$", "\u{fe69}\u{ff04}"),
    ("!", "\u{1c3}\u{fe15}\u{fe57}\u{ff01}"),
    ("#", "\u{fe5f}\u{ff03}"),
    ("%", "\u{fe6a}\u{ff05}"),
    ("&", "\u{fe60}\u{ff06}"),
    (",", "\u{201a}\u{326}\u{fe50}\u{fe51}\u{ff0c}\u{ff64}\u{3001}"),
    ("(", "\u{2768}\u{276a}\u{fe59}\u{ff08}\u{27ee}\u{2985}"),
    (")", "\u{2769}\u{276b}\u{fe5a}\u{ff09}\u{27ef}\u{2986}"),
    (
        "*",
        "\u{204e}\u{2217}\u{229b}\u{2722}\u{2723}\u{2724}\u{2725}\u{2731}\u{2732}\u{2733}\u{273a}\u{273b}\u{273c}\u{273d}\u{2743}\u{2749}\u{274a}\u{274b}\u{29c6}\u{fe61}\u{ff0a}",
    ),
    ("+", "\u{2d6}\u{fe62}\u{ff0b}"),
    (".", "\u{3002}\u{fe52}\u{ff0e}\u{ff61}"),
    ("0", "\u{ff10}"),
    ("1", "\u{ff11}"),
    ("2", "\u{ff12}"),
    ("3", "\u{ff13}"),
    ("4", "\u{ff14}"),
    ("5", "\u{ff15}"),
    ("6", "\u{ff16}"),
    ("7", "\u{ff17}"),
    ("8", "\u{ff18}"),
    ("9", "\u{ff19}"),
    (":", "\u{2d0}\u{2f8}\u{2982}\u{a789}\u{fe13}\u{ff1a}"),
    (";", "\u{204f}\u{fe14}\u{fe54}\u{ff1b}"),
    ("<", "\u{fe64}\u{ff1c}\u{2039}"),
    ("=", "\u{347}\u{a78a}\u{fe66}\u{ff1d}"),
    (">", "\u{fe65}\u{ff1e}\u{203a}"),
    ("?", "\u{fe16}\u{fe56}\u{ff1f}"),
    ("A", "\u{ff21}\u{1d00}"),
    ("B", "\u{ff22}\u{299}"),
    ("C", "\u{ff23}\u{1d04}"),
    ("D", "\u{ff24}\u{1d05}"),
    ("E", "\u{ff25}\u{1d07}"),
    ("F", "\u{ff26}\u{a730}"),
    ("G", "\u{ff27}\u{262}"),
    ("H", "\u{ff28}\u{29c}"),
    ("I", "\u{ff29}\u{26a}"),
    ("J", "\u{ff2a}\u{1d0a}"),
    ("K", "\u{ff2b}\u{1d0b}"),
    ("L", "\u{ff2c}\u{29f}"),
    ("M", "\u{ff2d}\u{1d0d}"),
    ("N", "\u{ff2e}\u{274}"),
    ("O", "\u{ff2f}\u{1d0f}"),
    ("P", "\u{ff30}\u{1d18}"),
    ("Q", "\u{ff31}"),
    ("R", "\u{ff32}\u{280}"),
    ("S", "\u{ff33}\u{a731}"),
    ("T", "\u{ff34}\u{1d1b}"),
    ("U", "\u{ff35}\u{1d1c}"),
    ("V", "\u{ff36}\u{1d20}"),
    ("W", "\u{ff37}\u{1d21}"),
    ("X", "\u{ff38}"),
    ("Y", "\u{ff39}\u{28f}"),
    ("Z", "\u{ff3a}\u{1d22}"),
    ("^", "\u{2c6}\u{302}\u{ff3e}\u{1dcd}"),
    ("{", "\u{2774}\u{fe5b}\u{ff5b}"),
    ("}", "\u{2775}\u{fe5c}\u{ff5d}"),
    ("[", "\u{ff3b}"),
    ("]", "\u{ff3d}"),
    ("~", "\u{2dc}\u{2f7}\u{303}\u{330}\u{334}\u{223c}\u{ff5e}"),
    (
        "  ",
        "\u{a0}\u{2000}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{202f}\u{205f}\u{3000}\u{8d}\u{9f}\u{80}\u{90}\u{9b}",
    ),
    ("", "\u{10}\u{0}\u{3}\u{4}\u{17}\u{19}\u{11}\u{12}\u{13}\u{14}\u{2060}\u{200b}\u{200c}\u{feff}"),
    ("       ", "\u{9}"),
    ("!!", "\u{203c}"),
    (" ", "\u{2028}\u{2029}\u{2001}"),
    ("...", "\u{2026}"),
];

/// Replaces what can be replaced.
pub(crate) fn encode(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, letter| {
        match REPLACEMENTS.iter().find(|(_, letters)| letters.contains(letter)) {
            Some((replacement, _)) => out.push_str(replacement),
            None => out.push(letter),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_is_made_plain() {
        assert_eq!(encode("\u{201c}It\u{2019}s \u{bd} \u{2013} done\u{2026}\u{201d}"), "\"It's 1/2 - done...\"");
        assert_eq!(encode("caf\u{e9} \u{1f600}"), "caf\u{e9} \u{1f600}");
    }
}
