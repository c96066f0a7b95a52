//! What cargo will run as tests: the programs that it built for them.

use crate::process;
use std::io::{self, IsTerminal};
use std::process::Stdio;

/// One program of tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) package: String,
    /// The source file that cargo starts from, absolute.
    pub(super) source: String,
    /// The name of the built program, with its hash.
    pub(super) program: String,
    /// A file below `tests/`, and not the tests inside a library or a binary.
    pub(super) integration: bool,
}

impl Target {
    /// What the table calls it.
    pub(super) fn title(&self) -> String {
        let folder = if self.integration { "tests" } else { "src" };
        let source = self.source.replace('\\', "/");
        let file = source.rsplit_once(&format!("/{folder}/")).map_or(source.as_str(), |(_, file)| file);
        format!("{} {folder}/{file}", self.package)
    }
}

/// Builds every test and lists the programs; nothing when they do not compile.
pub(super) fn build() -> io::Result<Option<Vec<Target>>> {
    let mut command = process::cargo();
    command.args(["test", "--workspace", "--no-run", "--message-format=json-render-diagnostics"]);
    if io::stderr().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Ok(None);
    }
    let targets: Vec<Target> = String::from_utf8_lossy(&output.stdout).lines().filter_map(read).collect();
    if targets.is_empty() {
        return Err(io::Error::other("cargo names no program of tests: its JSON is not what this program reads"));
    }
    Ok(Some(targets))
}

/// Reads one line of cargo's JSON: <https://doc.rust-lang.org/cargo/reference/external-tools.html>.
fn read(line: &str) -> Option<Target> {
    if !line.contains(r#""reason":"compiler-artifact""#) {
        return None;
    }
    let (_, profile) = line.split_once(r#""profile":{"#)?;
    let (profile, _) = profile.split_once('}')?;
    if !profile.contains(r#""test":true"#) {
        return None;
    }
    let id = text(line, "package_id")?;
    let (folder, end) = id.rsplit_once('#')?;
    let package = match end.split_once('@') {
        Some((name, _)) => name,
        None => folder.rsplit('/').next()?,
    };
    Some(Target {
        package: package.to_owned(),
        source: text(line, "src_path")?,
        program: text(line, "executable")?.rsplit(['/', '\\']).next()?.to_owned(),
        integration: line.contains(r#""kind":["test"]"#),
    })
}

fn text(line: &str, key: &str) -> Option<String> {
    let (_, rest) = line.split_once(&format!(r#""{key}":""#))?;
    let (value, _) = rest.split_once('"')?;
    Some(value.replace(r"\\", r"\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = concat!(
        r#"{"reason":"compiler-artifact","package_id":"path+file:///home/me/crates/messaging-http#0.1.0","#,
        r#""manifest_path":"/home/me/crates/messaging-http/Cargo.toml","target":{"kind":["test"],"crate_types":["bin"],"#,
        r#""name":"client","src_path":"/home/me/crates/messaging-http/tests/client.rs","edition":"2024","doc":false,"#,
        r#""doctest":false,"test":true},"profile":{"opt_level":"0","debuginfo":1,"test":true},"features":[],"#,
        r#""filenames":[],"executable":"/home/me/target/debug/deps/client-0a1b","fresh":true}"#
    );

    #[test]
    fn a_program_of_tests_is_read() {
        let target = read(LINE).unwrap();
        assert_eq!(target.title(), "messaging-http tests/client.rs");
        assert_eq!(target.program, "client-0a1b");
    }

    #[test]
    fn a_package_whose_folder_has_another_name_is_read() {
        let line = LINE.replace("crates/messaging-http#0.1.0", "tests#messaging-tests@0.1.0");
        assert_eq!(read(&line).unwrap().package, "messaging-tests");
    }

    #[test]
    fn a_folder_of_tests_is_named() {
        let target = read(&LINE.replace("tests/client.rs", "tests/wire/main.rs")).unwrap();
        assert_eq!(target.title(), "messaging-http tests/wire/main.rs");
    }

    #[test]
    fn a_library_built_for_others_is_no_program_of_tests() {
        assert_eq!(read(&LINE.replace(r#""debuginfo":1,"test":true"#, r#""debuginfo":1,"test":false"#)), None);
        assert_eq!(read(r#"{"reason":"build-finished","success":true}"#), None);
    }
}
