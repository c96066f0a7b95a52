//! The example runs, and says what its page says.

use std::process::Command;

#[test]
fn a_message_goes_out_and_a_conversation_comes_in() {
    let output = Command::new(env!("CARGO_BIN_EXE_quickstart")).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let lines: Vec<_> = said.lines().collect();
    let [sent, person, agent, table, hi, reply] = lines[..] else { panic!("{said}") };
    assert!(sent.starts_with("sent      SM"), "{said}");
    assert_eq!((person, agent), ("stored    Person: hi", "stored    Agent: You said: hi"));
    for (line, ending) in [
        (table, " +15550100001: Your table is ready."),
        (hi, " +15550100777: hi"),
        (reply, " +15550100001: You said: hi"),
    ] {
        assert!(line.starts_with("on screen SM") && line.ends_with(ending), "{said}");
    }
}
