use bytes::Bytes;
use fastrand::Rng;

use crate::bench::{Bench, Reaction};

const PIECES: [&str; 24] = [
    "/",
    "?",
    "&",
    "=",
    "%",
    "%ff",
    "%2F",
    "+",
    ":",
    ",",
    "é",
    "😀",
    "Messages",
    ".json",
    "Media",
    "Conversations",
    "Participants",
    "PageSize",
    "Page",
    "PageToken",
    "PA",
    "PB",
    "18446744073709551615",
    "To",
];

fn word(rng: &mut Rng) -> String {
    (0..rng.usize(..8)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect()
}

#[tokio::test(start_paused = true)]
async fn nonsense_is_answered() {
    let seed = 20_261_120;
    let (mut rng, bench) = (Rng::with_seed(seed), Bench::new());
    let path = bench.conversation().await;
    bench.sms("hi").await;
    bench.post(&format!("{path}/Messages"), &[("Body", "hi")]).await;
    for round in 0..3_000 {
        let root = match rng.u32(..5) {
            0 => bench.messages(),
            1 => format!("{path}/Messages"),
            2 => format!("{path}/Participants"),
            3 => bench.conversations(),
            _ => "/".to_owned(),
        };
        let Ok(uri) = format!("https://twilio.test{root}{}", word(&mut rng)).parse::<http::Uri>() else { continue };
        let method = ["GET", "POST", "DELETE", "PATCH"][rng.usize(..4)];
        let request = bench.request(method, &uri.to_string());
        let request =
            request.header("content-type", "application/x-www-form-urlencoded").body(Bytes::from(word(&mut rng)));
        let answer = bench.try_send(request.unwrap()).await.expect("an answer");
        let status = answer.status.as_u16();
        assert!(matches!(status, 200 | 201 | 204 | 400 | 404 | 405 | 409), "{status} seed {seed} round {round}");
        assert!(status < 300 || answer.body["code"].is_u64(), "seed {seed} round {round}");
    }
}

#[tokio::test(start_paused = true)]
async fn nonsense_in_an_answer_is_survived() {
    let pieces = [
        "<",
        ">",
        "</",
        "/>",
        "Response",
        "Message",
        "&",
        ";",
        "#",
        "\"",
        "'",
        "=",
        "<!--",
        "<![CDATA[",
        "]]>",
        "é",
        " ",
    ];
    let (mut rng, bench) = (Rng::with_seed(7), Bench::new());
    for round in 0..500 {
        let start = ["<Response>", "<Response><Message", ""][rng.usize(..3)];
        let body: String = (0..rng.usize(..12)).map(|_| pieces[rng.usize(..pieces.len())]).collect();
        let body = Box::leak(format!("{start}{body}").into_boxed_str());
        bench.then(Reaction::Says(200, body)).twilio.write_sms("+15550100777", "+15550100001", &format!("m{round}"));
    }
    bench.wait(60).await;
    let truth = bench.twilio.truth();
    assert!(truth.open == 0 && truth.written.values().all(|written| written.acknowledged.is_some()));
}
