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

/// Which calls fail, how, and from which call of the writer on at the earliest and at the latest.
const FAULTS: [(&str, &str, std::ops::Range<u32>); 7] = [
    ("fsync,fdatasync", "EIO", 15..60),
    ("pwrite64", "EIO", 60..400),
    ("fsync,fdatasync", "ENOSPC", 15..60),
    // What a filesystem that the kernel has made read-only says.
    ("pwrite64", "EROFS", 60..400),
    // While what the process before left in the log is brought home: the log is synced, then its folder (SQLite does not
    // mind if that fails), and the file in the end.
    ("fsync,fdatasync", "EIO", 1..2),
    ("pwrite64", "EIO", 1..10),
    ("fsync,fdatasync", "EIO", 3..4),
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
    let mut at_the_start = 0;
    for (round, (calls, error, counts)) in FAULTS.iter().cycle().take(rounds).enumerate() {
        let told = format!("inject={calls}:error={error}:when={}", dice.u32(counts.clone()));
        let (log, said) = (gateway.scratch.file("strace.log"), gateway.scratch.file("said"));
        let watched = ["-D", "-f", "--seccomp-bpf", "-e", "trace=fsync,fdatasync,pwrite64", "-e", &told, "-o"];
        let words = [&[strace.to_str().unwrap()], &watched[..], &[log.to_str().unwrap(), "--"]].concat();
        let process = gateway.start_by(&words, &said);
        let code = tokio::task::spawn_blocking(|| process.wait()).await.unwrap();
        let said = std::fs::read_to_string(said).unwrap();
        if code == Some(3) {
            // There may be more in the log than is brought home by the calls that do not fail.
            assert!(said.contains("the store cannot be opened: `./messaging.db`"), "round {round}, {told}: {said}");
            at_the_start += 1;
        } else {
            assert_eq!(code, Some(1), "round {round}, {told}: {said}");
            assert!(said.contains("messaging.db") && said.contains("failed at"), "round {round}, {told}: {said}");
            assert!(said.contains("start again") || said.contains("start it again"), "round {round}, {told}: {said}");
        }
        let after = after_the_fault(&log, code.unwrap_or_default()).await;
        assert!(after.is_empty(), "round {round}, {told}: tried again: {after:?}");
        println!("round {round}: {told}: exit {code:?}");
    }
    println!("{at_the_start} of {rounds} faults met the start");
    assert!((rounds / 4..=rounds * 3 / 4).contains(&at_the_start), "{at_the_start} of {rounds} faults met the start");
    texts.traffic.stop();
    writing.await.unwrap();
    println!("{}", gateway.end_everything().await);
    texts.ends().await.judge("a failing disk", rounds * 5);
}

/// What was synced or written after the call that failed, by a process that ended with this code.
async fn after_the_fault(log: &Path, code: i32) -> Vec<String> {
    let read = || async { std::fs::read_to_string(log).unwrap() };
    let log = eventually("the end of strace", read, |log| log.contains(&format!("+++ exited with {code} +++"))).await;
    let mut lines = log.lines().skip_while(|line| !line.ends_with("(INJECTED)"));
    assert!(lines.next().is_some(), "nothing failed: {log}");
    lines.filter(|line| line.contains('(')).map(str::to_owned).collect()
}
