//! What an event stream of the web chat costs on which nothing happens.

use std::{
    io::{Read, Write},
    net::TcpStream,
    path::Path,
};

use messaging_web::Visitor;

use crate::server_process::ServerProcess;

/// How many are open at once, each of another visitor. As many files are open in each process.
pub(crate) const STREAMS: usize = 10_000;

/// Opens all of them, and says what the server's memory was before and is then.
pub(crate) fn measure(folder: &Path) {
    let mut server = ServerProcess::start("chat", folder);
    let address = server.address();
    let before = server.memory().0;
    let open: Vec<_> = (0..STREAMS)
        .map(|number| {
            let visitor = Visitor::new(number as u128);
            let mut socket = TcpStream::connect(address).expect("connects");
            let asked = format!("GET /chat/events?visitor={} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n", visitor.as_str());
            socket.write_all(asked.as_bytes()).expect("asks");
            begun(&mut socket);
            socket
        })
        .collect();
    let after = server.memory().0;
    let each = (after - before) * 1_024.0 / f64::from(u32::try_from(open.len()).expect("few enough"));
    println!(
        "\n{} idle event streams: {before:.1} MiB before, {after:.1} MiB with them, {each:.1} KiB each",
        open.len()
    );
    drop(open);
    server.stop();
}

/// Reads until the first event is there.
fn begun(socket: &mut TcpStream) {
    let (mut read, mut buffer) = (Vec::new(), [0; 1_024]);
    while !read.windows(6).any(|six| six == b"retry:") {
        match socket.read(&mut buffer).expect("reads") {
            0 => panic!("no stream: {}", String::from_utf8_lossy(&read)),
            more => read.extend_from_slice(&buffer[..more]),
        }
    }
}
