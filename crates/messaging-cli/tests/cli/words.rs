use serde_json::Value;

use crate::process::Folder;

#[test]
fn every_help_fits_a_screen_and_starts_with_examples() {
    let folder = Folder::new();
    for verb in ["", "dev", "serve", "emulate", "trigger", "providers list"] {
        let words: Vec<_> = verb.split_whitespace().chain(["--help"]).collect();
        let ended = folder.run(&words);
        assert_eq!(ended.code, Some(0), "{verb}");
        assert!(ended.out.lines().count() <= 40, "{}", ended.out);
        let (examples, usage) = (ended.out.find("Examples:"), ended.out.find("Usage:"));
        assert!(examples.is_some() && examples < usage, "{}", ended.out);
    }
    let help = folder.run(&["--help"]).out;
    assert!(help.contains("Exit codes: 0 done") && help.contains("130 Ctrl-C"), "{help}");
}

#[test]
fn a_wrong_command_line_is_exit_2() {
    let folder = Folder::new();
    folder.run(&["tirgger", "sms"]).failed_with(2, &["unrecognized subcommand 'tirgger'", "'trigger'"]);
    folder.run(&["emulate", "discord"]).failed_with(2, &["twilio, slack"]);
    folder.run(&["dev", "--prot", "0"]).failed_with(2, &["--port"]);
}

#[test]
fn providers_are_listed_for_people_and_for_programs() {
    let folder = Folder::new();
    let text = folder.run(&["providers", "list"]).out;
    assert!(text.contains("TWILIO_AUTH_TOKEN") && text.contains("required, secret"), "{text}");
    let json: Value = serde_json::from_str(&folder.run(&["providers", "list", "-o", "json"]).out).unwrap();
    assert_eq!(json["v"], 1);
    let names: Vec<_> =
        json["providers"].as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["slack", "twilio", "web"]);
    assert_eq!(folder.run(&["version"]).out, format!("messaging {}\n", env!("CARGO_PKG_VERSION")));
}
