//! Programs of the system that tests start.

use super::apt;
use crate::process;
use std::{io, path::PathBuf, process::Command};

/// Where root's programs are, which is on nobody else's `PATH`.
const ROOTS: &str = "/usr/sbin";

/// A program, and what shows that it works here.
pub(super) struct Tool {
    /// What tells tests where it is.
    pub(super) variable: &'static str,
    /// What cannot run without it.
    pub(super) tests: &'static str,
    program: &'static str,
    /// The package of Debian that has it.
    package: &'static str,
    /// Arguments with which it ends well if this machine allows what tests ask of it.
    works: &'static [&'static str],
}

/// Every one of them.
pub(super) const TOOLS: &[Tool] = &[
    Tool {
        variable: "MESSAGING_STRACE",
        tests: "tests of disks that fail",
        program: "strace",
        package: "strace",
        works: &["-D", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true"],
    },
    Tool {
        variable: "MESSAGING_UNSHARE",
        tests: "tests of disks that are full or read-only",
        program: "unshare",
        package: "util-linux",
        works: &["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
    },
    Tool {
        variable: "MESSAGING_HAPROXY",
        tests: "tests of restarts behind a proxy",
        program: "haproxy",
        package: "haproxy",
        works: &["-v"],
    },
];

impl Tool {
    /// Finds it, or installs its package where root may; an error says why it cannot be used.
    pub(super) fn set_up(&self) -> io::Result<PathBuf> {
        let path = if let Some(path) = self.find() {
            path
        } else {
            apt::install(self.program, &[self.package])?;
            self.find().ok_or_else(|| io::Error::other(format!("the package {} has none", self.package)))?
        };
        process::output(Command::new(&path).args(self.works)).map_err(|cause| {
            let words = self.works.join(" ");
            io::Error::other(format!("this machine does not allow `{} {words}`: {cause}", self.program))
        })?;
        Ok(path)
    }

    fn find(&self) -> Option<PathBuf> {
        let roots = || PathBuf::from(ROOTS).join(self.program);
        process::find(self.program).or_else(|| Some(roots()).filter(|path| path.is_file()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_this_machine_forbids_is_named() {
        let tool = Tool { variable: "X", tests: "x", program: "false", package: "coreutils", works: &["--never"] };
        let error = tool.set_up().unwrap_err().to_string();
        assert!(error.contains("does not allow `false --never`"), "{error}");
    }
}
