//! A file or a folder that cannot be written when the process starts.

use messaging_tests::{
    operated::{Gateway, Texts},
    process::binary,
};

use crate::{TURNS, mounted::mounted, ready};

const SEED: u64 = 20_261_203;

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_written_is_refused_at_the_start() {
    let again = "mount --bind disk disk && mount -o remount,bind,ro disk";
    let Some(words) = mounted(again) else { return };
    let mut dice = fastrand::Rng::with_seed(SEED);
    let gateway = Gateway::new("disk-read-only", binary()).store("./disk/messaging.db");
    let (disk, said) = (gateway.scratch.file("disk"), gateway.scratch.file("said"));
    std::fs::create_dir(&disk).unwrap();
    let texts = Texts::around(gateway, TURNS, &mut dice).await;
    let gateway = &texts.gateway;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let refused = |what: &str| {
        let code = gateway.start_by(&words, &said).wait();
        let said = std::fs::read_to_string(&said).unwrap();
        println!("{what}: exit {code:?}: {said}");
        assert_eq!(code, Some(3), "{what}: {said}");
        assert!(said.contains("disk/messaging.db") && said.contains("writ"), "{what}: {said}");
    };
    refused("a folder without a file");

    let process = gateway.start(&[]);
    ready(gateway).await;
    assert_eq!(process.terminate(), Some(0), "a clean drain");
    refused("a file that was closed");

    let process = gateway.start(&[]);
    ready(gateway).await;
    process.kill();
    refused("a file with a log");

    // Nothing was harmed.
    gateway.end_everything().await;
}
