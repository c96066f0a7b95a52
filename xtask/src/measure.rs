//! What a newcomer waits for: the first build, the banner, the first answer.

use crate::{process, tree};
use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How often the start is measured; the median counts.
const STARTS: usize = 5;
/// The longest that anything may take before the measurement is given up.
const LIMIT: Duration = Duration::from_secs(30);

/// Builds the default binary from nothing in a folder of its own, starts it, writes one SMS, and prints how long it took.
pub(crate) fn run() -> io::Result<bool> {
    let target = tree::target().join("measure");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    if !process::cargo().args(["fetch", "--locked", "--quiet"]).status()?.success() {
        return Err(io::Error::other("the sources of the dependencies cannot be fetched"));
    }
    let started = Instant::now();
    let built = process::cargo().args(["build", "--quiet", "--target-dir"]).arg(&target).status()?;
    if !built.success() {
        return Err(io::Error::other("the default binary does not build"));
    }
    println!("clean debug build of the default binary: {:.1} s", started.elapsed().as_secs_f64());
    let binary = target.join("debug").join(format!("messaging{}", std::env::consts::EXE_SUFFIX));
    let (mut banners, mut answers) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let (banner, answer) = start(&binary, &target)?;
        banners.push(banner);
        answers.push(answer);
    }
    println!("start to banner: {:.0} ms, median of {STARTS}", median(&mut banners).as_secs_f64() * 1_000.0);
    println!("start to first answer: {:.0} ms, median of {STARTS}", median(&mut answers).as_secs_f64() * 1_000.0);
    Ok(true)
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Starts `messaging dev`, writes an SMS as soon as the banner is there, and waits until a person sees the answer.
fn start(binary: &Path, folder: &Path) -> io::Result<(Duration, Duration)> {
    let env = folder.join("dev.env");
    drop(fs::remove_file(&env));
    let mut command = Command::new(binary);
    command.args(["dev", "--port", "0", "--no-open", "--write-env"]).arg(&env);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).current_dir(folder);
    let started = Instant::now();
    let mut child = command.spawn()?;
    let measured = first_answer(&mut child, &env, started);
    child.kill()?;
    child.wait()?;
    measured
}

fn first_answer(child: &mut Child, env: &Path, started: Instant) -> io::Result<(Duration, Duration)> {
    let output = child.stdout.take().ok_or_else(|| io::Error::other("it has no output"))?;
    let mut lines = BufReader::new(output).lines();
    let has_console = |line: &io::Result<String>| line.as_ref().is_ok_and(|line| line.contains("Console"));
    lines.find(has_console).ok_or_else(|| io::Error::other("it ended without a banner"))??;
    let banner = started.elapsed();
    let emulator = loop {
        match fs::read_to_string(env) {
            Ok(text) => break address(&text)?,
            Err(_) if started.elapsed() < LIMIT => std::thread::yield_now(),
            Err(cause) => return Err(cause),
        }
    };
    let body = r#"{"from":"+15550100002","text":"hi"}"#;
    let head = "content-type: application/json";
    let mut written = ask(&emulator, "POST /_emulator/people/messages", head, body)?;
    let mut status = [0; 12];
    written.read_exact(&mut status)?;
    let mut shown = ask(&emulator, "GET /_emulator/shown", "accept: text/event-stream", "")?;
    let mut seen = String::new();
    while !seen.contains("You said: hi") {
        let mut chunk = [0; 4_096];
        let read = shown.read(&mut chunk)?;
        seen.push_str(&String::from_utf8_lossy(chunk.get(..read).unwrap_or_default()));
        if read == 0 {
            return Err(io::Error::other("nobody saw an answer"));
        }
    }
    Ok((banner, started.elapsed()))
}

fn address(env: &str) -> io::Result<String> {
    let base = env.lines().find_map(|line| line.strip_prefix("TWILIO_BASE_URL=http://"));
    base.map(str::to_owned).ok_or_else(|| io::Error::other("the environment names no Twilio emulator"))
}

fn ask(host: &str, line: &str, head: &str, body: &str) -> io::Result<TcpStream> {
    let mut socket = TcpStream::connect(host)?;
    socket.set_read_timeout(Some(LIMIT))?;
    let length = body.len();
    write!(socket, "{line} HTTP/1.1\r\nhost: {host}\r\n{head}\r\ncontent-length: {length}\r\n\r\n{body}")?;
    Ok(socket)
}
