use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use messaging_core::{Context, ErrorKind, Place, SendMessage, VendorError};
use messaging_resilience::{Policy, standard};
use tracing_subscriber::fmt::format::FmtSpan;

use crate::script::{Script, Step, limited};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn one_span_per_command_tells_how_it_ended_and_nothing_that_people_wrote() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let refusal = messaging_core::Error::new(ErrorKind::Invalid, "no such number: +15550100777")
        .with_vendor(VendorError::new("21211", "invalid number +15550100777"));
    let client = standard(Script::new([Step::fail(limited(3)), Step::fail(refusal)]).client(), &Policy::default());
    let place = Place::new("direct", ["+15550100001", "+15550100777"]);
    let mut context = Context::default();
    context.tenant = Some("acme".into());
    client.call_in(context, SendMessage::new(place, "a secret")).await.unwrap_err();

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let closed: Vec<&str> = log.lines().filter(|line| line.contains("close")).collect();
    assert_eq!(closed.len(), 1, "{log}");
    for field in [
        "messaging.system=\"script\"",
        "messaging.operation.name=\"send\"",
        "messaging.tenant=\"acme\"",
        "messaging.vendor.code=\"21211\"",
        "messaging.reached=NotSent",
        "error.type=\"invalid\"",
    ] {
        assert!(closed[0].contains(field), "no {field} in {log}");
    }
    assert!(log.contains("trying again"), "{log}");
    assert!(!log.contains("secret") && !log.contains("+1555"), "{log}");
}
