//! A conversation of frames: the second seam, for what HTTP's one question and one answer cannot carry.

mod answer;
mod carry;
mod dialer;
mod pair;
mod settings;

pub use answer::answer;
pub use carry::carry;
pub use dialer::{Dialer, websocket};
pub use messaging_core::capability::{Close, Frame};
pub use pair::{Closed, Duplex, FrameSender};
pub use settings::WebSocketSettings;
