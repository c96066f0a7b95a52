//! Runs programs of others with a limit on their time.

use std::{
    env,
    ffi::OsStr,
    io,
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Starts cargo, the one that started this program.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::tree::root()).stdin(Stdio::null());
    command
}

/// Runs a program to its end, or kills it when the limit is over.
pub(crate) fn within(limit: Duration, command: &mut Command) -> io::Result<ExitStatus> {
    let mut child = command.stdin(Stdio::null()).spawn().map_err(|cause| named(command, &cause))?;
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            let program = command.get_program().to_string_lossy();
            return Err(io::Error::new(
                io::ErrorKind::TimedOut,
                format!("`{program}` took longer than {limit:?} and was stopped"),
            ));
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Runs a program and gives what it wrote to its standard output; failing is an error that holds its standard error.
pub(crate) fn output(command: &mut Command) -> io::Result<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|cause| named(command, &cause))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let program = command.get_program().to_string_lossy();
    Err(io::Error::other(format!("`{program}` failed: {}", String::from_utf8_lossy(&output.stderr).trim())))
}

/// Finds a program on the `PATH`.
pub(crate) fn find(program: impl AsRef<OsStr>) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program.as_ref())).find(|candidate| candidate.is_file())
}

/// Tells whether this is a run where nothing may be skipped: `CI=true`.
pub(crate) fn is_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

fn named(command: &Command, cause: &io::Error) -> io::Error {
    io::Error::new(cause.kind(), format!("cannot start `{}`: {cause}", command.get_program().to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_takes_too_long_is_stopped() {
        let error = within(Duration::ZERO, Command::new("sleep").arg("600")).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = within(Duration::from_secs(1), &mut Command::new("no-such-program")).unwrap_err();
        assert!(error.to_string().contains("no-such-program"), "{error}");
    }
}
