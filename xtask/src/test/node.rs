//! Node.js with the vendors' own packages, in a folder below the target folder.

use super::apt;
use crate::{process, tree};
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

const LIMIT: Duration = Duration::from_secs(300);
/// What the packages have been run with at the least.
const OLDEST: u32 = 18;
const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// A Node.js and its packages.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) program: PathBuf,
    pub(super) modules: PathBuf,
}

/// Gives a Node.js with what `tests/node` locks; installs it unless a stamp says that it is there. Root on Debian gets the
/// packages `nodejs` and `npm`.
pub(super) fn set_up() -> io::Result<Node> {
    if installed().is_none() {
        apt::install("Node.js with npm", &["nodejs", "npm"])?;
    }
    let (program, npm) =
        installed().ok_or_else(|| io::Error::other("the packages are installed, but there is no node or npm"))?;
    let version = process::output(Command::new(&program).arg("--version"))?;
    if major(&version).is_none_or(|major| major < OLDEST) {
        let (version, program) = (version.trim(), program.display());
        return Err(io::Error::other(format!("{program} is {version}: install Node.js {OLDEST} or later")));
    }
    let folder = tree::target().join("node");
    let modules = folder.join("node_modules");
    let wanted = locked()?;
    let stamp = folder.join("lock.stamp");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) && modules.join("twilio").is_dir() {
        return Ok(Node { program, modules });
    }
    println!("set-up: installing the vendors' packages for Node.js into {}", folder.display());
    install(&npm, &folder)?;
    fs::write(&stamp, wanted)?;
    Ok(Node { program, modules })
}

fn installed() -> Option<(PathBuf, PathBuf)> {
    let node = ["node", "nodejs"].iter().find_map(process::find);
    node.zip(process::find("npm"))
}

fn locked() -> io::Result<String> {
    FILES.iter().map(|name| fs::read_to_string(source().join(name))).collect()
}

fn source() -> PathBuf {
    tree::root().join("tests/node")
}

fn install(npm: &Path, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for name in FILES {
        fs::copy(source().join(name), folder.join(name))?;
    }
    let mut command = Command::new(npm);
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    command.current_dir(folder).stdout(Stdio::null());
    let complaint = |cause: &dyn std::fmt::Display| io::Error::other(format!("cannot install tests/node: {cause}"));
    let status = process::within(LIMIT, &mut command).map_err(|cause| complaint(&cause))?;
    if status.success() { Ok(()) } else { Err(complaint(&status)) }
}

/// `v20.11.1` is 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read() {
        assert_eq!(major("v20.11.1\n"), Some(20));
        assert_eq!(major("no version"), None);
    }
}
