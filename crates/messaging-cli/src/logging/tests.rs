use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use tracing::{error_span, field::Empty, subscriber::with_default};

use super::*;

#[test]
fn flags_win_over_the_environment() {
    let flags = |level, quiet, verbose| Logging { level, format: None, quiet, verbose, color: Color::Never };
    let env = || Some("trace".to_owned());
    assert_eq!(flags(None, false, false).spec(Level::Info, None), "info");
    assert_eq!(flags(None, false, false).spec(Level::Info, env()), "trace");
    assert_eq!(flags(Some(Level::Off), false, true).spec(Level::Info, env()), "off");
    assert_eq!(flags(None, true, false).spec(Level::Info, env()), "error");
    assert!(flags(None, false, true).spec(Level::Info, env()).starts_with("debug,hyper=info"));
}

/// A log that is kept.
#[derive(Clone, Debug, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn writer(&self) -> impl Fn() -> Self + Send + Sync + 'static {
        let kept = self.clone();
        move || kept.clone()
    }

    fn lines(&self) -> Vec<String> {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap().lines().map(str::to_owned).collect()
    }
}

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const SPAN: &str = "b7ad6b7169203331";

/// What happens while a message is worked on.
fn work() {
    let turn = error_span!("turn", trace_id = TRACE, span_id = Empty);
    turn.record("span_id", SPAN);
    turn.in_scope(|| {
        error_span!("call", messaging.system = "twilio").in_scope(|| {
            let lane = "twilio:direct:+15550100001,+15550100777";
            tracing::warn!(%lane, tries = 3, error = "the agent answered 422: canary", level = "x", "it failed");
        });
    });
    tracing::warn!("alone");
}

#[test]
fn a_line_of_json_says_which_trace_it_belongs_to() {
    let kept = Kept::default();
    with_default(json(EnvFilter::new("warn"), Discretion(true), kept.writer()), work);
    let lines: Vec<serde_json::Value> = kept.lines().iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (line, alone) = (&lines[0], &lines[1]);
    assert_eq!(
        (&line["trace_id"], &line["span_id"]),
        (&TRACE.into(), &SPAN.into()),
        "of the nearest span that has any"
    );
    assert_eq!((&line["level"], &line["field.level"], &line["tries"]), (&"WARN".into(), &"x".into(), &3.into()));
    assert_eq!((&line["message"], &line["error"]), (&"it failed".into(), &"the agent answered 422".into()));
    assert_eq!(line["spans"], serde_json::json!(["turn", "call"]));
    assert!(line["lane"].as_str().unwrap().starts_with('#'), "{line}");
    assert_eq!((&alone["message"], alone.get("trace_id"), alone.get("spans")), (&"alone".into(), None, None));
}

#[test]
fn a_line_of_text_says_which_trace_it_belongs_to() {
    let kept = Kept::default();
    with_default(text(EnvFilter::new("warn"), Discretion(true), false, kept.writer()), work);
    let line = &kept.lines()[0];
    assert!(line.contains(TRACE) && line.contains(SPAN) && line.contains("it failed"), "{line}");
    assert!(line.contains("error=the agent answered 422") && line.contains("lane=#"), "{line}");
    assert!(!line.contains("canary") && !line.contains("+1555"), "{line}");
}

#[test]
fn who_wants_to_see_words_sees_them() {
    let kept = Kept::default();
    with_default(text(EnvFilter::new("warn"), Discretion(false), false, kept.writer()), work);
    assert!(kept.lines()[0].contains("the agent answered 422: canary"), "{:?}", kept.lines());
}

#[test]
fn the_environment_is_read_strictly() {
    assert_eq!(format_of(None).unwrap(), Format::Text);
    assert_eq!(format_of(Some(" json ")).unwrap(), Format::Json);
    assert!(format_of(Some("xml")).unwrap_err().to_string().contains("MESSAGING_LOG_FORMAT is `xml`"));
    assert!(!shows_words(Some("")).unwrap() && shows_words(Some("true")).unwrap());
    assert!(shows_words(Some("yes")).is_err());
}

#[test]
fn a_panic_says_where_and_none_of_its_words() {
    let kept = Kept::default();
    with_default(text(EnvFilter::new("error"), Discretion(true), false, kept.writer()), || {
        panics::tell(Discretion(true));
        let ended = std::panic::catch_unwind(|| panic!("canary"));
        drop(std::panic::take_hook());
        assert!(ended.is_err());
    });
    let line = kept.lines().concat();
    assert!(line.contains("a panic") && line.contains("tests.rs") && !line.contains("canary"), "{line}");
}
