use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Read},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};

/// Longest wait for another process, on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder that only one test uses; gone afterwards.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// What `--write-env` wrote.
    pub(crate) fn variables(&self, name: &str) -> BTreeMap<String, String> {
        let text = fs::read_to_string(self.0.join(name)).unwrap();
        text.lines().map(|line| line.split_once('=').unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
    }

    /// The command in this folder, with nothing of ours in its environment.
    pub(crate) fn messaging(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_messaging"));
        let ours = |name: &str| {
            ["TWILIO_", "SLACK_", "MESSAGING_", "RUST_LOG", "NO_COLOR", "CLICOLOR"]
                .iter()
                .any(|start| name.starts_with(start))
        };
        for (name, _) in std::env::vars().filter(|(name, _)| ours(name)) {
            command.env_remove(name);
        }
        command.args(words).current_dir(&self.0);
        command
    }

    /// Runs the command to its end.
    pub(crate) fn run(&self, words: &[&str]) -> Ended {
        self.messaging(words).start().end()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// A command that ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// Fails the test unless it ended with `code`, saying each of `words` on standard error.
    #[track_caller]
    pub(crate) fn failed_with(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        for word in words {
            assert!(self.err.contains(word), "no `{word}` in: {}", self.err);
        }
    }
}

pub(crate) trait Start {
    fn start(&mut self) -> Process;
}

impl Start for Command {
    fn start(&mut self) -> Process {
        let mut child = self.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (out, err) = (Lines::of(child.stdout.take().unwrap()), Lines::of(child.stderr.take().unwrap()));
        Process { child, out, err }
    }
}

/// A command that runs; killed with the test.
pub(crate) struct Process {
    child: Child,
    pub(crate) out: Lines,
    pub(crate) err: Lines,
}

impl Process {
    /// Sends a signal, such as `INT`.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("sh").args(["-c", &format!("kill -{name} {}", self.child.id())]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end.
    pub(crate) fn end(mut self) -> Ended {
        // Both pipes end with the process, so this waits for it.
        let (out, err) = (self.out.rest(), self.err.rest());
        let status: ExitStatus = self.child.wait().unwrap();
        Ended { code: status.code(), out, err }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a process prints, line by line.
pub(crate) struct Lines {
    coming: Receiver<String>,
    seen: String,
}

impl Lines {
    fn of(pipe: impl Read + Send + 'static) -> Self {
        let (line, coming) = channel();
        thread::spawn(move || BufReader::new(pipe).lines().map_while(Result::ok).try_for_each(|text| line.send(text)));
        Self { coming, seen: String::new() }
    }

    /// Waits for a line that holds all of `words`.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, words: &[&str]) -> String {
        // house: real time, because it waits for another process
        let until = Instant::now() + PATIENCE;
        loop {
            match self.next(until) {
                Some(line) if words.iter().all(|word| line.contains(word)) => return line,
                Some(_) => {}
                None => panic!("no line with {words:?} in:\n{}", self.seen),
            }
        }
    }

    fn rest(&mut self) -> String {
        // house: real time, because it waits for another process
        let until = Instant::now() + PATIENCE;
        while self.next(until).is_some() {}
        std::mem::take(&mut self.seen)
    }

    /// The next line; none at the end.
    #[track_caller]
    fn next(&mut self, until: Instant) -> Option<String> {
        match self.coming.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                self.seen.push_str(&line);
                self.seen.push('\n');
                Some(line)
            }
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("waited too long after:\n{}", self.seen),
        }
    }
}
