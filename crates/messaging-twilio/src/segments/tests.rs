use super::*;

fn counted(text: &str) -> (Encoding, usize, usize) {
    let Segments { encoding, count, units, parts } = segments(text);
    assert_eq!(count, parts.len());
    (encoding, count, units)
}

#[test]
fn texts_are_counted_as_twilio_counts_them() {
    use Encoding::{Gsm7, Ucs2};
    for (piece, times, encoding, count, units) in [
        ("", 1, Gsm7, 1, 0),
        ("a", 160, Gsm7, 1, 160),
        ("a", 161, Gsm7, 2, 161),
        ("a", 306, Gsm7, 2, 306),
        ("a", 307, Gsm7, 3, 307),
        ("€", 80, Gsm7, 1, 160),
        ("€", 81, Gsm7, 2, 162),
        // 153 is odd: a septet is left over in each message.
        ("€", 152, Gsm7, 2, 304),
        ("€", 153, Gsm7, 3, 306),
        ("ê", 70, Ucs2, 1, 70),
        ("ê", 71, Ucs2, 2, 71),
        ("ê", 134, Ucs2, 2, 134),
        ("ê", 135, Ucs2, 3, 135),
        ("😀", 35, Ucs2, 1, 70),
        ("😀", 36, Ucs2, 2, 72),
        ("😀", 66, Ucs2, 2, 132),
        ("😀", 67, Ucs2, 3, 134),
        ("ç", 1, Ucs2, 1, 1),
        ("Ç", 1, Gsm7, 1, 1),
        ("`", 1, Ucs2, 1, 1),
        ("\t", 1, Ucs2, 1, 1),
        ("\u{A0}", 1, Ucs2, 1, 1),
        ("\u{C}", 1, Gsm7, 1, 2),
        ("\r\n", 80, Gsm7, 1, 160),
        ("\r\n", 153, Gsm7, 2, 306),
        // An `e` and its accent: the letter alone is GSM, the two are not.
        ("e\u{301}", 35, Ucs2, 1, 70),
        ("e\u{301}", 36, Ucs2, 2, 72),
        // A family is 11 units and one picture: 6 of them fit into 67.
        ("👨‍👩‍👧‍👦", 6, Ucs2, 1, 66),
        ("👨‍👩‍👧‍👦", 12, Ucs2, 2, 132),
        ("👨‍👩‍👧‍👦", 13, Ucs2, 3, 143),
    ] {
        assert_eq!(counted(&piece.repeat(times)), (encoding, count, units), "{times} × {piece:?}");
    }
}

#[test]
fn a_cut_goes_between_characters() {
    let text = format!("{}€b", "a".repeat(152));
    assert_eq!(counted(&text), (Encoding::Gsm7, 1, 155));
    let text = format!("{}€{}", "a".repeat(152), "b".repeat(10));
    let found = segments(&text);
    assert_eq!((found.count, &text[found.parts[0].clone()]), (2, &*"a".repeat(152)));
    let text = format!("{}👍🏽{}", "ê".repeat(65), "ê".repeat(10));
    let found = segments(&text);
    assert_eq!((found.count, &text[found.parts[1].clone()]), (2, &*format!("👍🏽{}", "ê".repeat(10))));
    // What a reader sees as one character, and no message could hold.
    let tower = format!("ê{}", "\u{301}".repeat(200));
    assert_eq!(counted(&tower), (Encoding::Ucs2, 3, 201));
}

#[test]
fn smart_encoding_makes_a_text_cheaper() {
    let text = "“It’s” – ".repeat(10);
    assert_eq!(counted(&text), (Encoding::Ucs2, 2, 90));
    assert_eq!(counted(&smart_encoded(&text)), (Encoding::Gsm7, 1, 90));
}

/// Seeded nonsense: nothing is lost, nothing is too long, nothing is split that can stay whole, and nothing more would fit.
#[test]
fn segments_of_nonsense_are_whole_and_full() {
    const PIECES: [&str; 18] = [
        "a",
        "€",
        "[",
        "\r",
        "\n",
        "\r\n",
        "é",
        "ê",
        "e\u{301}",
        "😀",
        "👍🏽",
        "👨‍👩‍👧‍👦",
        "🇩🇪",
        "\u{C}",
        "\u{200D}",
        "\u{FE0F}",
        " ",
        "क्षि",
    ];
    let mut random = fastrand::Rng::with_seed(5);
    let mut several = 0;
    for round in 0..3_000 {
        let kinds = if random.bool() { 7 } else { PIECES.len() };
        let text: String = (0..random.usize(0..300)).map(|_| PIECES[random.usize(..kinds)]).collect();
        let found = segments(&text);
        let (single, each) = found.encoding.capacity();
        let units = |text: &str| match found.encoding {
            Encoding::Gsm7 => text.chars().map(|char| gsm7::septets(char).unwrap()).sum::<usize>(),
            Encoding::Ucs2 => text.encode_utf16().count(),
        };
        let parts: Vec<_> = found.parts.iter().map(|part| &text[part.clone()]).collect();
        assert_eq!(parts.concat(), text, "round {round}");
        assert_eq!(parts.iter().map(|part| units(part)).sum::<usize>(), found.units, "round {round}");
        let room = if parts.len() == 1 { single } else { each };
        assert!(parts.iter().all(|part| units(part) <= room), "round {round}: {text:?}");
        assert_eq!(parts.len() == 1, found.units <= single, "round {round}: {text:?}");
        let borders: Vec<_> = text.grapheme_indices(true).collect();
        for pair in found.parts.windows(2) {
            let cut = pair[1].start;
            let next = borders.iter().find(|(at, _)| *at == cut).map(|(_, cluster)| *cluster);
            let in_line_break = text[..cut].ends_with('\r') && text[cut..].starts_with('\n');
            assert!(next.is_some() || in_line_break, "round {round}: {text:?} is cut at {cut}");
            let next = if in_line_break { "\n" } else { next.unwrap() };
            let next = if next == "\r\n" { "\r" } else { next };
            assert!(units(&text[pair[0].clone()]) + units(next) > each, "round {round}: more would fit before {cut}");
            several += 1;
        }
    }
    assert!(several > 3_000, "{several} cuts");
}
