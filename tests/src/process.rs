//! The real binary, as a user runs it.

use std::{
    collections::BTreeMap,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    time::{Duration, Instant},
};

/// How long a process may take to come up, or to go.
const PATIENCE: Duration = Duration::from_secs(30);

/// Finds the binary: `MESSAGING_BIN`, as `cargo xtask test` sets it, or the one of the last build.
///
/// # Panics
/// There is none.
#[must_use]
pub fn binary() -> PathBuf {
    let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/messaging");
    let path = std::env::var_os("MESSAGING_BIN").map_or_else(built, PathBuf::from);
    assert!(path.exists(), "{} is missing: run `cargo xtask test`, or `cargo build` first", path.display());
    path
}

/// Finds the binary that ends where a test wants: `MESSAGING_FAIL_POINTS_BIN`, or the one of the last `cargo xtask test`.
///
/// # Panics
/// There is none.
#[must_use]
pub fn mortal() -> PathBuf {
    let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fail-points/messaging");
    let path = std::env::var_os("MESSAGING_FAIL_POINTS_BIN").map_or_else(built, PathBuf::from);
    assert!(path.exists(), "{} is missing: `cargo xtask test` builds it", path.display());
    path
}

/// Finds a port for a process to be started: free, and given to nobody who asks for any port.
#[must_use]
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Below what the system gives to whoever asks for any port (32768 and up on Linux), so that nobody gets it meanwhile.
    let first = 20_000 + u16::try_from(std::process::id() % 600).unwrap_or_default() * 20;
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed) % 700;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A folder of its own, gone when dropped.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    ///
    /// # Panics
    /// It cannot be made.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("messaging-{name}-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir_all(&path).expect("a folder of its own");
        Self(path)
    }

    /// Returns the path of a file in it.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A running `messaging`; killed when dropped.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts it in `folder` with no variable of ours or of a provider's but those given.
    ///
    /// # Panics
    /// It cannot be started.
    #[must_use]
    pub fn start(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::of(&binary(), folder, arguments, variables)
    }

    /// Does the same with another program.
    ///
    /// # Panics
    /// It cannot be started.
    #[must_use]
    pub fn of(program: &Path, folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self(command(program, folder, arguments, variables).spawn().expect("the binary runs"))
    }

    /// Does the same, and has what it says on its standard error written to a file.
    ///
    /// # Panics
    /// It cannot be started, or the file not written.
    #[must_use]
    pub fn told(program: &Path, folder: &Path, arguments: &[&str], variables: &[(&str, &str)], said: &Path) -> Self {
        let said = std::fs::File::create(said).expect("a file");
        Self(command(program, folder, arguments, variables).stderr(said).spawn().expect("the binary runs"))
    }

    /// Its number.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Waits until it has ended by itself; returns its exit code.
    ///
    /// # Panics
    /// It does not end in time.
    #[must_use]
    pub fn wait(mut self) -> Option<i32> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.ended() {
                return status.code();
            }
            assert!(Instant::now() < end, "it does not end");
            pause();
        }
    }

    /// Says how it ended, if it did.
    ///
    /// # Panics
    /// Its state cannot be read.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().expect("its state")
    }

    /// Asks it to end, as `kill` does.
    ///
    /// # Panics
    /// There is no `kill`.
    pub fn ask_to_end(&self) {
        Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().expect("kill runs");
    }

    /// Ends it as `kill -9` does, and waits until it is gone.
    ///
    /// # Panics
    /// It was gone already.
    pub fn kill(mut self) {
        assert!(self.0.try_wait().expect("its state").is_none(), "it ended by itself");
        self.0.kill().expect("killed");
        self.0.wait().expect("gone");
    }

    /// Asks it to end, as `kill` does, and returns its exit code.
    ///
    /// # Panics
    /// It does not end in time.
    #[must_use]
    pub fn terminate(self) -> Option<i32> {
        self.ask_to_end();
        self.wait()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Waits for the file that `--write-env` writes once everything listens, and reads it.
///
/// # Panics
/// It does not come in time.
#[allow(clippy::must_use_candidate, reason = "some only wait")]
pub fn environment(path: &Path) -> BTreeMap<String, String> {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Ok(text) = std::fs::read_to_string(path) {
            let pairs = text.lines().filter_map(|line| line.split_once('='));
            return pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        }
        assert!(Instant::now() < end, "{} was not written", path.display());
        pause();
    }
}

/// A program in `folder` with no variable of ours or of a provider's but those given.
fn command(program: &Path, folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars() {
        if ["TWILIO_", "SLACK_", "MESSAGING_"].iter().any(|prefix| name.starts_with(prefix)) {
            command.env_remove(name);
        }
    }
    command.args(arguments).envs(variables.iter().copied()).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn pause() {
    // house: real time, because another process is at work.
    std::thread::sleep(Duration::from_millis(20));
}
