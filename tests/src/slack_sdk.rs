//! One of Slack's own packages as a process that calls what it is told to.

use std::{
    io::{BufRead, BufReader, Lines, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde_json::{Value, json};

/// `sdk/slack_ask.py` or `sdk/slack_ask.js` at work. It ends when this is dropped.
#[derive(Debug)]
pub struct SlackSdk {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl SlackSdk {
    /// Starts it for the Slack at `url`.
    ///
    /// # Panics
    /// It does not start.
    #[must_use]
    pub fn start(mut script: Command, url: &str) -> Self {
        script.arg(url).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = script.spawn().expect("the script starts");
        let (input, output) = child.stdin.take().zip(child.stdout.take()).expect("two pipes");
        Self { child, input, output: BufReader::new(output).lines() }
    }

    /// Calls a method; what Slack refuses is `{"refused": error}`. It blocks.
    ///
    /// # Panics
    /// The script has failed; it has said why on standard error.
    pub fn call(&mut self, token: Option<&str>, method: &str, arguments: &Value) -> Value {
        let asked = json!({ "token": token, "method": method, "arguments": arguments });
        writeln!(self.input, "{asked}").expect("the script reads");
        let answer = self.output.next().expect("an answer").expect("text");
        serde_json::from_str(&answer).expect("JSON")
    }
}

impl Drop for SlackSdk {
    fn drop(&mut self) {
        // It has nothing to lose, and may be gone already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
