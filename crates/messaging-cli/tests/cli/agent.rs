use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::mpsc::{Receiver, channel},
    thread,
};

use serde_json::{Value, json};

use crate::{
    http::{post, sent_by_us},
    process::{Folder, Start},
};

/// An agent in any language: answers one question, and hands over its head and its body.
fn agent(answer: &'static str) -> (String, Receiver<(String, Value)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/agent", listener.local_addr().unwrap());
    let (asked, question) = channel();
    thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        asked.send(read(&mut socket)).unwrap();
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", answer.len());
        socket.write_all((head + answer).as_bytes()).unwrap();
    });
    (url, question)
}

fn read(socket: &mut TcpStream) -> (String, Value) {
    let (mut text, mut buffer) = (String::new(), [0; 4096]);
    loop {
        let count = socket.read(&mut buffer).unwrap();
        text.push_str(std::str::from_utf8(&buffer[..count]).unwrap());
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && let Ok(question) = serde_json::from_str(body)
        {
            return (head.to_ascii_lowercase(), question);
        }
    }
}

#[tokio::test]
async fn an_agent_of_ones_own_is_asked_with_the_token_of_the_environment() {
    let folder = Folder::new();
    let (url, question) = agent(r#"{"messages":[{"text":"It ships today."}]}"#);
    folder.write("token.txt", "hunter2\n");
    let mut command = folder.messaging(&["--port", "0", "--no-open", "--write-env", "dev.env", "--agent", &url, "-v"]);
    let mut dev = command.env("MESSAGING_AGENT_TOKEN_FILE", "token.txt").start();
    dev.out.wait_for(&["Agent", &url]);
    dev.out.wait_for(&["Try:"]);
    let variables = folder.variables("dev.env");
    let said = json!({ "from": "+15550100777", "text": "where is my order?" });
    post(&format!("{}/_emulator/people/messages?wait=1", variables["TWILIO_BASE_URL"]), &said).await;
    dev.out.wait_for(&[" out ", "sent SM"]);
    let (head, asked) = question.recv().unwrap();
    assert!(head.starts_with("post /agent ") && head.contains("authorization: bearer hunter2"), "{head}");
    assert_eq!((&asked["v"], &asked["messages"][0]["text"]), (&json!(1), &json!("where is my order?")), "{asked}");
    assert_eq!(asked["conversation"]["ref"], "twilio:direct:+15550100001,+15550100777");
    assert_eq!(sent_by_us(&variables).await, ["It ships today."]);
    dev.signal("INT");
    let ended = dev.end();
    assert!(ended.err.contains("DEBUG") && !ended.err.contains("hunter2"), "{}", ended.err);
}
