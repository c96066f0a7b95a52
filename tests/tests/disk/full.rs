//! A disk that is full for a while: it is one in memory, which only the process sees.

use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::{Request, Response};
use messaging_tests::{
    console::ask,
    operated::{Gateway, Texts},
    process::binary,
    served::eventually,
};
use sha1::Sha1;
use tokio::time::{Instant, sleep};

use crate::{TURNS, mounted::mounted, ready};

const SEED: u64 = 20_261_202;

/// How soon it must go on once there is room.
const HEALED: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_refuses_and_heals_by_itself() {
    let Some(words) = mounted("mount -t tmpfs -o size=8m tmpfs disk") else { return };
    println!("seed {SEED}");
    let mut dice = fastrand::Rng::with_seed(SEED);
    let gateway = Gateway::new("disk-full", binary()).store("./disk/messaging.db");
    std::fs::create_dir(gateway.scratch.file("disk")).unwrap();
    let texts = Texts::around(gateway, TURNS, &mut dice).await;
    let gateway = &texts.gateway;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let process = gateway.start_by(&words, &gateway.scratch.file("said"));
    ready(gateway).await;
    let disk = seen_by(process.id(), &gateway.scratch.file("disk"));
    let writing = texts.write(Duration::from_millis(20));
    let told = |status: &str| texts.traffic.answers().get(status).copied().unwrap_or_default();
    let (mut refused, mut slowest) = (0, Duration::ZERO);
    let number = AtomicUsize::new(0);
    for _ in 0..3 {
        let before = told("200");
        eventually("traffic", || async { told("200") }, |now| *now >= before + 30).await;
        fill(&disk.join("filler"));
        eventually("a refusal", || async { told("503") }, |now| *now > refused + 20).await;
        // Not always the first: what is written over in the log needs no room.
        let refusal = |answer: &Response<Bytes>| answer.status().as_u16() == 503;
        let next = || deliver(&texts, number.fetch_add(1, Ordering::Relaxed));
        let answer = eventually("a refusal of ours", next, refusal).await;
        assert_eq!(answer.headers()["retry-after"], "1");
        // house: real time, because it stays full for a while, and turns and sends go on meanwhile.
        sleep(Duration::from_millis(500)).await;
        refused = told("503");
        std::fs::remove_file(disk.join("filler")).unwrap();
        let (room, before) = (Instant::now(), told("200"));
        eventually("a yes", || async { told("200") }, |now| *now > before).await;
        slowest = slowest.max(room.elapsed());
        refused = refused.max(told("503"));
    }
    texts.traffic.stop();
    writing.await.unwrap();
    println!("refused {refused}, healed within {slowest:?}; {}", gateway.everything_ended().await);
    assert!(slowest < HEALED, "healed after {slowest:?}");
    texts.ends().await.judge("a full disk", 100);
    assert_eq!(process.terminate(), Some(0), "{}", std::fs::read_to_string(gateway.scratch.file("said")).unwrap());
}

/// A folder as a process sees it.
fn seen_by(process: u32, folder: &Path) -> PathBuf {
    let absolute = folder.canonicalize().unwrap();
    Path::new("/proc").join(process.to_string()).join("root").join(absolute.strip_prefix("/").unwrap())
}

/// Writes until there is no room.
fn fill(path: &Path) {
    let mut file = File::create(path).unwrap();
    for size in [64 * 1024, 4_096, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
}

/// Delivers a message as the vendor does, and returns the answer.
async fn deliver(texts: &Texts, number: usize) -> Response<Bytes> {
    let emulator = &texts.emulator;
    let url = format!("{}/webhooks/twilio", texts.gateway.public_url);
    let fields = [
        ("AccountSid", emulator["TWILIO_ACCOUNT_SID"].clone()),
        ("Body", format!("is there room {number}")),
        ("From", "+15550409999".to_owned()),
        ("MessageSid", format!("SM{number:032}")),
        ("NumMedia", "0".to_owned()),
        ("To", emulator["TWILIO_PHONE_NUMBER"].clone()),
    ];
    let signed: String = fields.iter().flat_map(|(name, value)| [*name, value.as_str()]).collect();
    let mut mac = Hmac::<Sha1>::new_from_slice(emulator["TWILIO_AUTH_TOKEN"].as_bytes()).unwrap();
    mac.update(format!("{url}{signed}").as_bytes());
    let request = Request::post(&url)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-twilio-signature", STANDARD.encode(mac.finalize().into_bytes()));
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
    ask(&texts.gateway.client, request, body).await.expect("an answer")
}
