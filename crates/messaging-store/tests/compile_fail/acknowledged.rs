//! Nobody acknowledges what was not committed.

use messaging_store::Acknowledged;

fn main() {
    let _ = Acknowledged { response: http::Response::new(bytes::Bytes::new()) };
}
