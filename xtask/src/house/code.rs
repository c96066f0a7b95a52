//! Rust source as the rules see it: no comments, no text in quotes, and known which lines are tests.

use crate::tree::File;
use std::iter::Peekable;
use std::str::Chars;

/// A Rust file without what is not code. Lines and columns stay where they were.
#[derive(Debug)]
pub(super) struct Code<'a> {
    pub(super) file: &'a File,
    /// The source with comments and the insides of string and character literals blanked out.
    pub(super) text: String,
    in_test: Vec<bool>,
}

impl<'a> Code<'a> {
    pub(super) fn of(file: &'a File) -> Self {
        let text = blanked(&file.text);
        let in_test = if file.is_test() { vec![true; text.lines().count()] } else { test_lines(&text) };
        Self { file, text, in_test }
    }

    /// Lines with their numbers, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }

    /// Tells whether a line, counted from 1, is part of a test.
    pub(super) fn is_test(&self, line: usize) -> bool {
        line.checked_sub(1).and_then(|at| self.in_test.get(at)).copied().unwrap_or(false)
    }

    /// The number of the line that holds a byte of the text.
    pub(super) fn line_at(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
    }

    /// Tells whether a comment with these words stands on the line, or in the comment right above it.
    pub(super) fn is_excused(&self, line: usize, words: &str) -> bool {
        let before: Vec<&str> = self.file.text.lines().take(line).collect();
        let mut upwards = before.iter().rev();
        let on_the_line = upwards.next().is_some_and(|line| line.contains(words));
        on_the_line || upwards.take_while(|line| line.trim_start().starts_with("//")).any(|line| line.contains(words))
    }
}

fn blanked(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source.chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        match (c, rest.peek().copied()) {
            ('/', Some('/')) => {
                out.push(' ');
                while let Some(c) = rest.next_if(|c| *c != '\n') {
                    blank(&mut out, c);
                }
            }
            ('/', Some('*')) => skip_block_comment(&mut rest, &mut out),
            ('r', Some('"' | '#')) if !is_word(before) || before == 'b' => {
                out.push('r');
                skip_raw_string(&mut rest, &mut out);
            }
            ('"', _) => {
                out.push('"');
                skip_quoted(&mut rest, &mut out, '"');
            }
            ('\'', Some(next)) if is_character(&rest, next) => {
                out.push('\'');
                skip_quoted(&mut rest, &mut out, '\'');
            }
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// After a quote: a character literal, and not the name of a lifetime.
fn is_character(rest: &Peekable<Chars<'_>>, next: char) -> bool {
    next == '\\' || rest.clone().nth(1) == Some('\'')
}

fn skip_quoted(rest: &mut Peekable<Chars<'_>>, out: &mut String, quote: char) {
    while let Some(c) = rest.next() {
        if c == quote {
            out.push(quote);
            return;
        }
        blank(out, c);
        if c == '\\'
            && let Some(escaped) = rest.next()
        {
            blank(out, escaped);
        }
    }
}

fn skip_raw_string(rest: &mut Peekable<Chars<'_>>, out: &mut String) {
    let mut fence = 0_usize;
    while rest.next_if_eq(&'#').is_some() {
        out.push('#');
        fence += 1;
    }
    if rest.next_if_eq(&'"').is_none() {
        return; // a raw identifier: r#type
    }
    out.push('"');
    while let Some(c) = rest.next() {
        let closes = c == '"' && rest.clone().take(fence).filter(|c| *c == '#').count() == fence;
        if closes {
            out.push('"');
            return;
        }
        blank(out, c);
    }
}

fn skip_block_comment(rest: &mut Peekable<Chars<'_>>, out: &mut String) {
    out.push(' ');
    let mut depth = 0_usize;
    let mut before = '/';
    for c in rest.by_ref() {
        blank(out, c);
        match (before, c) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                before = c;
                continue;
            }
        }
        if depth == 0 {
            return;
        }
        before = ' ';
    }
}

fn blank(out: &mut String, c: char) {
    out.push(if c == '\n' { '\n' } else { ' ' });
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Marks the lines of every item under `#[cfg(test)]`, `#[test]` or `#[tokio::test]`.
fn test_lines(code: &str) -> Vec<bool> {
    let mut marks = vec![false; code.lines().count()];
    for attribute in ["#[cfg(test)]", "#[cfg(all(test", "#[cfg(any(test", "#[test]", "#[tokio::test"] {
        for (start, _) in code.match_indices(attribute) {
            let end = item_end(code, start);
            let line_of = |byte: usize| code.bytes().take(byte).filter(|byte| *byte == b'\n').count();
            for mark in marks.iter_mut().take(line_of(end) + 1).skip(line_of(start)) {
                *mark = true;
            }
        }
    }
    marks
}

/// Where the item ends that an attribute stands before: at its closing brace, or at its semicolon.
fn item_end(code: &str, start: usize) -> usize {
    let mut depth = 0_i32;
    for (at, byte) in code.bytes().enumerate().skip(start) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
            b';' if depth == 0 => return at,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_quoted_text_are_no_code() {
        for (source, code) in [
            ("a // todo!()\nb", "a b"),
            ("a /* x /* y */ z */ b", "a b"),
            (r#"f("dbg!(\"x\")") g"#, "f(\" \") g"),
            (r##"r#"a "quoted" b"# c"##, "r#\" \"# c"),
            ("'\"' 'a 'b' '\\'' x", "' ' 'a ' ' ' ' x"),
            ("b\"x\" br\"y\" r#type", "b\" \" br\" \" r#type"),
        ] {
            let blanked = blanked(source);
            assert_eq!(blanked.split_whitespace().collect::<Vec<_>>().join(" "), code, "{source}");
            assert_eq!(blanked.len(), source.len(), "{source}");
        }
    }

    #[test]
    fn test_code_is_known() {
        let text =
            "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n#[cfg(test)]\nmod more;\nfn d() {}\n";
        let file = File { path: "src/a.rs".into(), text: text.into() };
        let code = Code::of(&file);
        let marked: Vec<usize> = code.lines().map(|(line, _)| line).filter(|line| code.is_test(*line)).collect();
        assert_eq!(marked, [2, 3, 4, 5, 7, 8]);
    }
}
