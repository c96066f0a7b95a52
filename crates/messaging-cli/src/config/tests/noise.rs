//! Files of every sort: each is read, or refused by name and without a secret in what is said.

use fastrand::Rng;

use super::{LEAST, read};

const SEED: u64 = 0x0070_0301;

const GOOD: &str = r#"
public_url = "https://bot.example.com"
listen = "0.0.0.0:7400"
store = "sqlite:./messaging.db"
console = "127.0.0.1:7401"
[agent]
url = "http://127.0.0.1:9000/agent"
token = "canary-agent"
[accounts.support]
provider = "twilio"
account_sid = "AC00000000000000000000000000000001"
auth_token = [{ env = "NEW_TOKEN" }, { file = "token.txt" }, "canary-token"]
sender_rates = { "+15550100001" = 1.5 }
[accounts.slack]
bot_token = "canary-bot"
signing_secret = { env = "NEW_TOKEN" }
[accounts.web]
allowed_origins = ["https://shop.example.com"]
[turns]
policy = "supersede"
max_turn = "2m"
[sends]
looks = ["1s", 5, "30s"]
[limits]
lanes = 8
[listener]
connections = 100
"#;

const WORDS: [&str; 30] = [
    "=",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "[[",
    "\n",
    ".",
    ",",
    "\"\"",
    "\"\"\"",
    "-1",
    "0",
    "1e999",
    "9223372036854775808",
    "true",
    "1979-05-27",
    "nan",
    "\\u0000",
    "\\uD800",
    "é",
    "\u{feff}",
    "#",
    "accounts",
    "provider = \"web\"",
    "env",
    "file",
    "\"18446744073709551615d\"",
];

#[test]
fn whatever_is_written_is_read_or_refused_by_name() {
    println!("seed {SEED:#x}");
    let (mut taken, mut refused) = (0, 0);
    for round in 0..3_000 {
        let mut rng = Rng::with_seed(SEED + round);
        let mut text = if rng.u8(0..8) == 0 { LEAST } else { GOOD }.to_owned();
        (0..rng.usize(1..4)).for_each(|_| spoil(&mut text, &mut rng));
        match read(&text, &[("NEW_TOKEN", "canary-new")]) {
            Ok(_) => taken += 1,
            Err(error) => {
                refused += 1;
                let said = error.strip_prefix("messaging.toml");
                assert!(said.is_some_and(|said| said.len() > 4), "round {round}: {error}\n{text}");
                assert!(!error.contains("canary-"), "round {round}: {error}\n{text}");
            }
        }
    }
    assert!(taken > 100 && refused > 1_000, "{taken} taken, {refused} refused");
}

/// Changes a few letters, or a line.
fn spoil(text: &mut String, rng: &mut Rng) {
    let places: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = rng.usize(..places.len());
    let until = (from + rng.usize(..12)).min(places.len() - 1);
    let word = WORDS[rng.usize(..WORDS.len())];
    match rng.u8(0..5) {
        0 => text.insert_str(places[from], word),
        1 => text.truncate(places[from]),
        2 => {
            let mut lines: Vec<_> = text.lines().collect();
            let line = rng.usize(..lines.len().max(1));
            // A line too many, or one too few.
            match lines.get(line).copied() {
                Some(again) if rng.bool() => lines.push(again),
                Some(_) => _ = lines.remove(line),
                None => {}
            }
            *text = lines.join("\n");
        }
        3 => text.replace_range(places[from]..places[until], ""),
        _ => text.replace_range(places[from]..places[until], word),
    }
}
