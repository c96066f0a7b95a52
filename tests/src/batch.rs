//! Programs of others that answer line by line: one process for thousands of questions.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

/// Finds Node.js and Twilio's packages for it: `MESSAGING_NODE` and `MESSAGING_NODE_MODULES`, as `cargo xtask test` sets
/// them.
///
/// Without them a test is skipped with a line that says so, except under `CI=true`, where that is a failure.
///
/// # Panics
/// `CI` is `true` and they are not there.
#[must_use]
pub fn node() -> Option<Node> {
    let set = |name| std::env::var_os(name).map(PathBuf::from).filter(|path: &PathBuf| path.exists());
    let found = set("MESSAGING_NODE").zip(set("MESSAGING_NODE_MODULES"));
    let is_ci = std::env::var("CI").as_deref() == Ok("true");
    assert!(found.is_some() || !is_ci, "MESSAGING_NODE or MESSAGING_NODE_MODULES is not set: run `cargo xtask test`");
    if found.is_none() {
        println!("skipped: no Node.js with Twilio's packages; run `cargo xtask test`");
    }
    found.map(|(program, modules)| Node { program, modules })
}

/// A Node.js and the folder of its packages.
#[derive(Clone, Debug)]
pub struct Node {
    program: PathBuf,
    modules: PathBuf,
}

impl Node {
    /// A script of `sdk/`, ready to run.
    #[must_use]
    pub fn script(&self, name: &str) -> Command {
        let mut command = quiet(&self.program);
        command.arg(script(name)).env("NODE_PATH", &self.modules);
        command
    }

    /// The program, for a script that starts it by itself.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }
}

/// A Python script of `sdk/`, ready to run.
#[must_use]
pub fn python_script(python: &Path, name: &str) -> Command {
    let mut command = quiet(python);
    command.arg(script(name)).env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONIOENCODING", "utf-8");
    command
}

/// Where a script of `sdk/` is.
#[must_use]
pub fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sdk").join(name)
}

fn quiet(program: &Path) -> Command {
    let mut command = Command::new(program);
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy"] {
        command.env_remove(proxy);
    }
    command
}

/// Asks a program every question, a line each, and returns its answers, a line each.
///
/// # Panics
/// The program fails, or has not as many answers as there are questions.
#[must_use]
pub fn ask(mut command: Command, questions: &[String]) -> Vec<String> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let (mut input, output) = child.stdin.take().zip(child.stdout.take()).expect("two pipes");
    let answers = thread::scope(|scope| {
        scope.spawn(move || {
            for question in questions {
                assert!(!question.contains('\n'), "a question is a line");
                // A program that ends early is found by its answers.
                drop(input.write_all(format!("{question}\n").as_bytes()));
            }
        });
        BufReader::new(output).lines().collect::<Result<Vec<_>, _>>().expect("lines of text")
    });
    assert!(child.wait().expect("its end").success(), "{command:?} fails");
    assert_eq!(answers.len(), questions.len(), "{command:?} answers every question");
    answers
}
