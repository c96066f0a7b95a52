//! A server as a process of its own.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};

use messaging_tests::cpu_time;

use crate::{peers, telemetry};

pub(crate) struct ServerProcess {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl ServerProcess {
    pub(crate) fn start(kind: &str, store: &Path) -> Self {
        let mut command = peers::command(kind).unwrap_or_else(|| {
            let mut command = Command::new(std::env::current_exe().expect("this program"));
            command.arg("serve").arg(kind).arg(store);
            command
        });
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        command.envs(telemetry::variable());
        let mut child = command.spawn().expect("starts");
        let stdin = child.stdin.take();
        let stdout = BufReader::new(child.stdout.take().expect("an output"));
        Self { child, stdin, stdout }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it says where it listens.
    pub(crate) fn address(&mut self) -> SocketAddr {
        self.line().parse().expect("an address")
    }

    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).expect("says something");
        line.trim().to_owned()
    }

    /// CPU time of all its threads.
    pub(crate) fn cpu(&self) -> Duration {
        cpu_time(self.child.id())
    }

    /// Memory that is resident, now and at most so far, in MiB.
    #[allow(clippy::cast_precision_loss, reason = "megabytes")]
    pub(crate) fn memory(&self) -> (f64, f64) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its status");
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a field");
            line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") as f64 / 1_024.0
        };
        (field("VmRSS:"), field("VmHWM:"))
    }

    /// Ends it; returns its last words.
    pub(crate) fn stop(mut self) -> String {
        drop(self.stdin.take());
        let words = self.line();
        assert!(self.child.wait().expect("ends").success(), "the server ended badly");
        words
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // Only what was not stopped is still there.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
