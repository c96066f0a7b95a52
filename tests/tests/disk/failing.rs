//! A disk that fails under way: strace has system calls fail, at a count of the dice.

use std::{path::Path, time::Duration};

use messaging_tests::{
    operated::{Gateway, Texts},
    process::binary,
    served::eventually,
    tool::tool,
};

use crate::{TURNS, ready};

const SEED: u64 = 20_261_201;

/// Which calls fail, how, and from which call of the writer on at the earliest and at the latest: opening a file that is
/// there takes fewer.
const FAULTS: [(&str, &str, std::ops::Range<u32>); 4] = [
    ("fsync,fdatasync", "EIO", 15..60),
    ("pwrite64", "EIO", 60..400),
    ("fsync,fdatasync", "ENOSPC", 15..60),
    // What a filesystem that the kernel has made read-only says.
    ("pwrite64", "EROFS", 60..400),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_fails_ends_the_process_and_loses_nothing() {
    let Some(strace) = tool("MESSAGING_STRACE") else { return };
    println!("seed {SEED}");
    let mut dice = fastrand::Rng::with_seed(SEED);
    let texts = Texts::around(Gateway::new("disk-failing", binary()), TURNS, &mut dice).await;
    let gateway = &texts.gateway;
    let first = gateway.start(&[]);
    ready(gateway).await;
    assert_eq!(first.terminate(), Some(0), "a clean drain");

    let writing = texts.write(Duration::from_millis(20));
    let rounds = std::env::var("MESSAGING_DISK_FAULTS").map_or(8, |told| told.parse().expect("a number"));
    for (round, (calls, error, counts)) in FAULTS.iter().cycle().take(rounds).enumerate() {
        let told = format!("inject={calls}:error={error}:when={}", dice.u32(counts.clone()));
        let (log, said) = (gateway.scratch.file("strace.log"), gateway.scratch.file("said"));
        let watched = ["-D", "-f", "--seccomp-bpf", "-e", "trace=fsync,fdatasync,pwrite64", "-e", &told, "-o"];
        let words = [&[strace.to_str().unwrap()], &watched[..], &[log.to_str().unwrap(), "--"]].concat();
        let process = gateway.start_by(&words, &said);
        let code = tokio::task::spawn_blocking(|| process.wait()).await.unwrap();
        let said = std::fs::read_to_string(said).unwrap();
        assert_eq!(code, Some(1), "round {round}, {told}: {said}");
        assert!(said.contains("messaging.db") && said.contains("failed at"), "round {round}, {told}: {said}");
        assert!(said.contains("start again") || said.contains("start it again"), "round {round}, {told}: {said}");
        let after = after_the_fault(&log).await;
        assert!(after.is_empty(), "round {round}, {told}: tried again: {after:?}");
        println!("round {round}: {told}: exit {code:?}");
    }
    texts.traffic.stop();
    writing.await.unwrap();
    println!("{}", gateway.end_everything().await);
    texts.ends().await.judge("a failing disk", rounds * 5);
}

/// What was synced or written after the call that failed.
async fn after_the_fault(log: &Path) -> Vec<String> {
    let read = || async { std::fs::read_to_string(log).unwrap() };
    let log = eventually("the end of strace", read, |log| log.contains("+++ exited with 1 +++")).await;
    let mut lines = log.lines().skip_while(|line| !line.ends_with("(INJECTED)"));
    assert!(lines.next().is_some(), "nothing failed: {log}");
    lines.filter(|line| line.contains('(')).map(str::to_owned).collect()
}
