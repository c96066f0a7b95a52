//! `--write-env`: what was started, as `KEY=VALUE` lines for scripts and tests.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

use crate::exit::{Failure, config};

/// The variables, in order.
pub(crate) type Variables = Vec<(&'static str, String)>;

/// The lines of the file.
pub(crate) fn lines(variables: &Variables) -> String {
    variables.iter().flat_map(|(key, value)| [key, "=", value, "\n"]).collect()
}

/// Takes away what an earlier run wrote: from now on, that the file is there means that everything listens.
pub(crate) fn clear(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(unwritable(path, &cause)),
        _ => Ok(()),
    }
}

/// Writes the file in one step: whoever sees it sees all of it. Only this user may read it, as it holds secrets.
pub(crate) fn write(path: &Path, variables: &Variables) -> Result<(), Failure> {
    replace(path, &lines(variables)).map_err(|cause| unwritable(path, &cause))
}

fn unwritable(path: &Path, cause: &io::Error) -> Failure {
    config(format!("`{}` cannot be written", path.display()))
        .because(cause)
        .next("name a file in a folder that exists and that this user may write: --write-env PATH")
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut draft_name = name.to_owned();
    draft_name.push(format!(".{}.new", std::process::id()));
    let draft = path.with_file_name(draft_name);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&draft).and_then(|mut file| file.write_all(text.as_bytes()));
    written.and_then(|()| fs::rename(&draft, path)).inspect_err(|_| {
        // What is left of the draft is no use to anybody; the first error is the one that matters.
        let _ = fs::remove_file(&draft);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_appears_whole_and_private_and_nothing_else_is_left() {
        let folder = std::env::temp_dir().join(format!("messaging-env-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("dev.env");
        let variables = vec![("A", "1".to_owned()), ("B", "http://x/#t=2".to_owned())];
        write(&path, &variables).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "A=1\nB=http://x/#t=2\n");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        clear(&path).unwrap();
        clear(&path).unwrap();
        assert!(!path.exists() && clear(&folder).is_err());
        let failure = write(&folder.join("none").join("dev.env"), &variables).unwrap_err();
        assert!(failure.exit.code() == 3 && failure.to_string().contains("--write-env PATH"), "{failure}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
