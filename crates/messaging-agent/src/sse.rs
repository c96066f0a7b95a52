//! Server-sent events as they come in. <https://html.spec.whatwg.org/multipage/server-sent-events.html>

use std::collections::VecDeque;

/// Largest event, in bytes.
const LARGEST: usize = 1024 * 1024;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SentEvent {
    /// Its name; `message` unless it says one.
    pub(crate) name: String,
    /// Its lines of data.
    pub(crate) data: String,
}

/// Puts events together from pieces of a body, wherever those are cut.
#[derive(Debug, Default)]
pub(crate) struct EventReader {
    line: Vec<u8>,
    /// Whether the last byte ended a line that a line feed may still belong to.
    returned: bool,
    name: String,
    data: String,
    has_data: bool,
    ready: VecDeque<SentEvent>,
}

impl EventReader {
    /// Takes the next piece in.
    ///
    /// # Errors
    /// An event is too large, or is not UTF-8.
    pub(crate) fn feed(&mut self, piece: &[u8]) -> Result<(), String> {
        for byte in piece {
            let after_return = std::mem::replace(&mut self.returned, *byte == b'\r');
            match byte {
                b'\n' if after_return => {}
                b'\n' | b'\r' => self.end_line()?,
                byte => self.line.push(*byte),
            }
            if self.line.len() + self.data.len() > LARGEST {
                return Err(format!("an event is larger than {LARGEST} bytes"));
            }
        }
        Ok(())
    }

    /// Returns the next event that is complete.
    pub(crate) fn next(&mut self) -> Option<SentEvent> {
        self.ready.pop_front()
    }

    fn end_line(&mut self) -> Result<(), String> {
        let line = String::from_utf8(std::mem::take(&mut self.line)).map_err(|_| "a line is not UTF-8".to_owned())?;
        let line = line.trim_start_matches('\u{feff}');
        if line.is_empty() {
            let (name, data) = (std::mem::take(&mut self.name), std::mem::take(&mut self.data));
            if std::mem::take(&mut self.has_data) {
                let name = if name.is_empty() { "message".to_owned() } else { name };
                self.ready.push_back(SentEvent { name, data });
            }
            return Ok(());
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            // A comment keeps the connection alive; everything else is for readers that come back.
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pieces: &[&[u8]]) -> Vec<(String, String)> {
        let mut reader = EventReader::default();
        for piece in pieces {
            reader.feed(piece).unwrap();
        }
        std::iter::from_fn(|| reader.next()).map(|event| (event.name, event.data)).collect()
    }

    #[test]
    fn an_event_may_be_cut_anywhere() {
        let body = ": hi\r\nevent: delta\r\ndata: {\"text\":\"h\u{e9}\"}\r\n\r\nid: 7\ndata: a\ndata:b\n\nevent: x\n\ndata\n\n";
        let whole = read(&[body.as_bytes()]);
        let expected = [("delta", "{\"text\":\"h\u{e9}\"}"), ("message", "a\nb"), ("message", "")];
        assert_eq!(whole, expected.map(|(name, data)| (name.to_owned(), data.to_owned())));
        for cut in 0..body.len() {
            let (before, after) = body.as_bytes().split_at(cut);
            assert_eq!(read(&[before, after]), whole, "{cut}");
        }
    }

    #[test]
    fn what_is_not_complete_is_no_event() {
        assert_eq!(read(&[b"data: half\n"]), []);
    }

    #[test]
    fn what_is_too_large_or_no_text_is_refused() {
        let mut reader = EventReader::default();
        assert!(reader.feed(&vec![b'x'; LARGEST + 1]).unwrap_err().contains("larger"));
        assert!(EventReader::default().feed(b"data: \xff\n").unwrap_err().contains("UTF-8"));
    }
}
