use super::*;

const LONG: usize = 1_600;

fn plain(markdown: &str) -> String {
    render(markdown, Markup::Plain, LONG)
}

#[test]
fn markdown_becomes_text_and_marks() {
    for (markdown, text, marks) in [
        ("plain", "plain", "plain"),
        ("**bold** and __bold__", "bold and bold", "*bold* and *bold*"),
        ("*it* and _it_", "it and it", "_it_ and _it_"),
        ("~~gone~~", "gone", "~gone~"),
        ("***both***", "both", "_*both*_"),
        ("**a **b** c**", "a b c", "*a b c*"),
        ("**two\nlines**", "two\nlines", "*two*\n*lines*"),
        ("half**way** there", "halfway there", "halfway there"),
        ("# Title *it*\ntext", "Title it\ntext", "*Title _it_*\ntext"),
        ("Title\n=====\n\ntext", "Title\n\ntext", "*Title*\n\ntext"),
        ("one\ntwo  \nthree\n\nfour", "one\ntwo\nthree\n\nfour", "one\ntwo\nthree\n\nfour"),
        ("run `rm -rf x` now", "run rm -rf x now", "run `rm -rf x` now"),
        (
            "x\n```rust\nif a {\n\n    **b**\n}\n```\ny",
            "x\nif a {\n\n    **b**\n}\ny",
            "x\n```\nif a {\n\n    **b**\n}\n```\ny",
        ),
        ("Pick:\n- a\n- b\n\nnow", "Pick:\n- a\n- b\n\nnow", "Pick:\n- a\n- b\n\nnow"),
        ("* a\n* b\n  * c\n    1. d", "- a\n- b\n  - c\n    1. d", "- a\n- b\n  - c\n    1. d"),
        ("3. a\n4. b\n\n   more", "3. a\n4. b\n  more", "3. a\n4. b\n  more"),
        ("1. a\n1. b", "1. a\n2. b", "1. a\n2. b"),
        ("1) a\n2) b", "1) a\n2) b", "1) a\n2) b"),
        ("> quote\n> more\n\nafter", "> quote\n> more\n\nafter", "> quote\n> more\n\nafter"),
        ("a\n\n---\n\nb", "a\n\n---\n\nb", "a\n\n---\n\nb"),
        ("| a | b |\n|---|---|\n| 1 | **2** |", "a | b\n1 | 2", "*a* | *b*\n1 | *2*"),
        ("- [x] done\n- [ ] open", "- [x] done\n- [ ] open", "- [x] done\n- [ ] open"),
        ("x &amp; y &lt; z &copy;", "x & y < z ©", "x & y < z ©"),
        ("\\*not bold\\*", "*not bold*", "*not bold*"),
    ] {
        assert_eq!(plain(markdown), text, "{markdown}");
        assert_eq!(render(markdown, Markup::WhatsApp, LONG), marks, "{markdown}");
    }
}

#[test]
fn links_are_written_out() {
    for (markdown, text) in [
        ("[docs](https://x.test/a?b=1&c=2)", "docs (https://x.test/a?b=1&c=2)"),
        ("See [the **docs**](https://x.test).", "See the docs (https://x.test)."),
        ("[https://x.test](https://x.test/)", "https://x.test/"),
        ("[x.test](https://x.test)", "https://x.test"),
        ("<https://x.test>", "https://x.test"),
        ("https://x.test/a_b_c?d=*1*", "https://x.test/a_b_c?d=*1*"),
        ("<a@x.test>", "a@x.test"),
        ("[write](mailto:a@x.test)", "write (a@x.test)"),
        ("[](https://x.test)", "https://x.test"),
        ("[nowhere]()", "nowhere"),
        ("![a cat](https://x.test/a.png)", "a cat (https://x.test/a.png)"),
        ("[![a cat](https://x.test/a.png)](https://x.test)", "a cat (https://x.test)"),
        ("[a][1] and [b][1]\n\n[1]: https://x.test", "a (https://x.test) and b (https://x.test)"),
        ("**[a](https://x.test)**", "a (https://x.test)"),
        ("[a\nb](https://x.test)", "a b (https://x.test)"),
    ] {
        assert_eq!(plain(markdown), text, "{markdown}");
    }
}

#[test]
fn what_is_not_markdown_stays() {
    for text in [
        "2 * 3 * 4",
        "2*3*4 = 24",
        "2**3**4",
        "snake_case_name and other_name_",
        "#1 of 3",
        "#hashtag",
        "~5 to ~10 minutes",
        "5~10~15",
        "~maybe~",
        "1. first\n2. second",
        "1986. What a year",
        "+1 555 010 0777",
        "-5 degrees",
        "+ 3 apples",
        "a < b > c & d",
        "<b>html</b>",
        "[x] and [y]",
        "[Berlin]: nice",
        "Cities:\n\n[Berlin]: nice\n\nThat is all.",
        "1+1\n=\n2",
        "__init__.py and x.__dict__",
        "https://x.test/_next_/static/*a*/b",
        "*",
        "**",
        "#",
        "- ",
        "5 > 3",
        "C:\\temp\\new",
        "50% off!",
        "¿Qué tal? é 🎉",
        "a | b",
        "    indented\n      more",
        "$x$ and $$y$$",
        "(c) 2026",
        "\"quoted\" -- and -- dashed...",
    ] {
        assert_eq!(plain(text), text.trim(), "{text}");
        assert_eq!(render(text, Markup::WhatsApp, LONG), text.trim(), "{text}");
    }
}

#[test]
fn plain_text_is_cheap() {
    let markdown = "# Title\n\n* a\n* b\n\n> q\n\n---\n\n- [ ] open\n\n`code`\n\n| a | b |\n|---|---|\n| 1 | 2 |";
    assert_eq!(crate::segments(&plain(markdown)).encoding, crate::Encoding::Gsm7);
}

#[test]
fn a_rendering_that_outgrows_its_source_is_not_used() {
    let bomb = format!("{}\n\n[1]: https://x.test/{}", "[1]".repeat(300), "x".repeat(600));
    assert!(bomb.chars().count() < LONG);
    assert_eq!(plain(&bomb), bomb);
    assert_eq!(render("[a](https://x.test)", Markup::Plain, 10), "[a](https://x.test)");
}

/// Seeded nonsense: every word survives, the answer is the same every time, and nothing panics.
#[test]
fn no_word_is_lost() {
    const PIECES: [&str; 34] = [
        "*",
        "**",
        "_",
        "__",
        "~~",
        "~",
        "`",
        "```",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "# ",
        "| ",
        "|---|",
        "[",
        "](",
        ")",
        "]: ",
        "https://x.test/",
        "\\",
        "![",
        "<",
        ">",
        "&",
        "=",
        "---",
        "    ",
        "\t",
        " ",
        "é",
        "🎉",
        "\n===\n",
    ];
    for seed in 0..6_000_u64 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut markdown = String::new();
        let mut words = Vec::new();
        for number in 0..random.usize(1..20) {
            let word = format!("w{number}x");
            markdown.push_str(random.choice(PIECES).unwrap_or_default());
            if random.bool() {
                markdown.push_str(&word);
                words.push(word);
            }
        }
        for markup in [Markup::Plain, Markup::WhatsApp] {
            let text = render(&markdown, markup, LONG);
            assert_eq!(text, render(&markdown, markup, LONG));
            for word in &words {
                // The language of a fence and a link's title are the only words that nobody is shown.
                let shown = text.contains(word.as_str()) || markdown.contains("```") || markdown.contains("~~~");
                assert!(shown, "seed {seed}: {markdown:?} {text:?} lost {word}");
            }
        }
    }
}

/// Takes minutes where time grows with the square.
#[test]
fn hostile_nesting_is_bounded() {
    for piece in [
        "> ",
        "- ",
        "* a\n",
        "[",
        "![",
        "**a ",
        "*a",
        "_a ",
        "`",
        "~~",
        "[a](",
        "1. ",
        "<",
        "&",
        "|",
        "\\",
        "[x]: y\n\n",
        "x*a*x",
        "://*a*",
    ] {
        let markdown = piece.repeat(200_000 / piece.len());
        assert!(!render(&markdown, Markup::WhatsApp, usize::MAX).is_empty(), "{piece}");
    }
}
