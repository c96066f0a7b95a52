//! The files of the workspace.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

const NOT_OURS: &[&str] = &["target", "node_modules", "__pycache__", "corpus", "artifacts"];
const HIDDEN_BUT_OURS: &[&str] = &[".cargo", ".ci", ".github"];

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// A text file of the workspace.
#[derive(Debug)]
pub(crate) struct File {
    /// The path below the root, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// The part after the last dot, or nothing.
    pub(crate) fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The folder of the file, without a slash at its end.
    pub(crate) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Tells whether all of the file is test code by where it lies.
    pub(crate) fn is_test(&self) -> bool {
        self.name() == "tests.rs" || self.folder().split('/').any(|part| part == "tests" || part == "benches")
    }
}

/// Reads every text file of the workspace, sorted by path; what git would not keep is left out by the names of its folders.
pub(crate) fn files() -> io::Result<Vec<File>> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                let hidden = name.starts_with('.') && !HIDDEN_BUT_OURS.contains(&name.as_str());
                if !hidden && !NOT_OURS.contains(&name.as_str()) {
                    folders.push(entry.path());
                }
            } else if name == ".git" {
                // In a further worktree of git it is a file, with a path of the machine in it.
            } else if let Ok(text) = String::from_utf8(fs::read(entry.path())?) {
                let path = entry.path();
                let below = path.strip_prefix(&root).unwrap_or(&path);
                found.push(File { path: below.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}
