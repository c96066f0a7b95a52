//! No bit of a signature, and no bit of what it covers, is free.

use base64::{Engine, engine::general_purpose::STANDARD};
use messaging_tests::signed::hex;

use crate::{
    door::Door,
    draft::Draft,
    seal::{NOW, covered},
    site::Site,
};

/// Twilio's SHA-1, its SHA-256, the one over the hash of a body, that of a GET; and Slack's.
const DOORS: [Door; 5] = [Door::TwilioStatus, Door::TwilioMessage, Door::TwilioJson, Door::TwilioGet, Door::SlackEvent];

async fn status(site: &Site, draft: &Draft) -> Option<u16> {
    Some(site.ask(draft.door, draft.request()?).await.status().as_u16())
}

async fn sealed(site: &Site, door: Door) -> Draft {
    let mut draft = door.honest(site, 1).await;
    site.keys.seal(&mut draft);
    draft
}

/// The same signature with one bit of its MAC flipped.
fn with_bit(draft: &Draft, bit: usize) -> Option<Draft> {
    let mut forged = draft.clone();
    let (name, value) = forged.headers.iter_mut().find(|(name, _)| name.ends_with("-signature"))?;
    let text = String::from_utf8(value.clone()).unwrap();
    let hexadecimal = text.strip_prefix("v0=").filter(|_| name == "x-slack-signature");
    let mut mac = match hexadecimal {
        Some(digits) => digits
            .as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect(),
        None => STANDARD.decode(&text).unwrap(),
    };
    *mac.get_mut(bit / 8)? ^= 1 << (bit % 8);
    *value = if hexadecimal.is_some() { format!("v0={}", hex(&mac)) } else { STANDARD.encode(mac) }.into();
    Some(forged)
}

#[tokio::test(start_paused = true)]
async fn no_bit_of_a_signature_is_free() {
    let site = Site::open(7).await;
    for door in DOORS {
        let draft = sealed(&site, door).await;
        let refusal = if door == Door::SlackEvent { 401 } else { 403 };
        let mut bits = 0;
        while let Some(forged) = with_bit(&draft, bits) {
            assert_eq!(status(&site, &forged).await, Some(refusal), "{door:?}: bit {bits}");
            bits += 1;
        }
        println!("{door:?}: {bits} bits of the signature");
        assert_eq!(bits, if matches!(door, Door::SlackEvent | Door::TwilioMessage) { 256 } else { 160 });
    }
    let counts = site.counts().await;
    assert_eq!(counts.accepted + counts.noted + counts.duplicates, 0, "{counts:?}");
}

#[tokio::test(start_paused = true)]
async fn no_bit_of_what_is_signed_is_free() {
    let site = Site::open(7).await;
    for door in DOORS {
        let draft = sealed(&site, door).await;
        let (mut refused, mut same) = (0, 0);
        let target = |draft: &Draft| draft.query.clone().unwrap_or_default().into_bytes();
        let covers_query = door != Door::SlackEvent;
        let signed: Vec<u8> =
            if covers_query { [draft.body.clone(), target(&draft)].concat() } else { draft.body.clone() };
        for bit in 0..signed.len() * 8 {
            let mut bytes = signed.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let mut forged = draft.clone();
            let query = bytes.split_off(draft.body.len());
            forged.body = bytes;
            if covers_query && draft.query.is_some() {
                let Ok(query) = String::from_utf8(query) else { continue };
                forged.query = Some(query);
            }
            if covered(&forged) == covered(&draft) {
                // `%2b` says what `%2B` says.
                same += 1;
                continue;
            }
            // What no HTTP library takes does not come as far.
            let Some(status) = status(&site, &forged).await else { continue };
            assert!((400..500).contains(&status), "{door:?}: bit {bit}: {status}");
            refused += 1;
        }
        println!("{door:?}: {refused} bits of what is signed, {same} that change nothing");
        assert!(refused > 1_000, "{door:?}: {refused}");
    }
    let counts = site.counts().await;
    assert_eq!(counts.accepted + counts.noted + counts.duplicates, 0, "{counts:?}");
}

#[tokio::test(start_paused = true)]
async fn slacks_callbacks_are_good_for_five_minutes_either_way() {
    let site = Site::open(7).await;
    // Nothing here takes any time.
    for (number, (moment, expected)) in [
        ((NOW - 301).to_string(), 401),
        ((NOW - 300).to_string(), 200),
        ((NOW - 299).to_string(), 200),
        ((NOW + 299).to_string(), 200),
        ((NOW + 300).to_string(), 200),
        ((NOW + 301).to_string(), 401),
        (format!("{NOW}.0"), 401),
        (format!("+{NOW}"), 401),
        (format!("{NOW} "), 401),
        ("NaN".to_owned(), 401),
        (String::new(), 401),
        (u64::MAX.to_string(), 401),
        (format!("{}{NOW}", u64::MAX), 401),
    ]
    .into_iter()
    .enumerate()
    {
        let mut draft = Door::SlackEvent.honest(&site, u64::try_from(number).unwrap()).await;
        site.keys.seal_at(&mut draft, &moment);
        assert_eq!(status(&site, &draft).await, Some(expected), "{moment:?}");
    }
}
