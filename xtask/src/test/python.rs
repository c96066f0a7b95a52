//! Python with the vendors' SDKs, in an environment of its own below the target folder.

use crate::{process, tree};
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

const LIMIT: Duration = Duration::from_secs(300);

/// Gives the interpreter that has what `tests/requirements.txt` names; installs it unless a stamp says that it is there.
pub(super) fn set_up() -> io::Result<PathBuf> {
    let requirements = tree::root().join("tests/requirements.txt");
    let wanted = fs::read_to_string(&requirements)?;
    let venv = tree::target().join("venv");
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = venv.join("requirements.stamp");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) && works(&python) {
        return Ok(python);
    }
    let system = ["python3", "python"]
        .iter()
        .find_map(process::find)
        .ok_or_else(|| io::Error::other("no python3 on the PATH: install Python 3.10 or later with its venv module"))?;
    println!("set-up: installing the vendors' SDKs into {}", venv.display());
    step("cannot make a virtual environment", Command::new(&system).args(["-m", "venv", "--clear"]).arg(&venv))?;
    step(
        "cannot install tests/requirements.txt",
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(["--require-hashes", "--only-binary", ":all:", "--requirement"])
            .arg(&requirements),
    )?;
    fs::write(&stamp, wanted)?;
    Ok(python)
}

fn works(python: &Path) -> bool {
    process::output(Command::new(python).arg("--version")).is_ok()
}

fn step(complaint: &str, command: &mut Command) -> io::Result<()> {
    let status = process::within(LIMIT, command).map_err(|cause| io::Error::other(format!("{complaint}: {cause}")))?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{complaint}: {status}"))) }
}
