//! What a long run is of.

use crate::{process, tree};
use std::{fmt, io, process::Command};

/// The commit that is checked out, and whether files differ from it that have a part in the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    commit: String,
    is_dirty: bool,
}

impl State {
    /// Asks git. What long runs write themselves makes no difference.
    pub(super) fn read() -> io::Result<Self> {
        let git = |arguments: &[&str]| process::output(Command::new("git").args(arguments).current_dir(tree::root()));
        let commit = git(&["rev-parse", "--short", "HEAD"])?.trim().to_owned();
        let changed = git(&["status", "--porcelain", "--", ".", ":(exclude)docs/evidence"])?;
        Ok(Self { commit, is_dirty: !changed.trim().is_empty() })
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.commit, if self.is_dirty { "-dirty" } else { "" })
    }
}
