//! A conversation of frames: the second seam, for what HTTP's one question and one answer cannot carry.

mod answer;
mod carry;
mod dialer;
mod frame;
mod pair;
mod settings;

pub use answer::answer;
pub use carry::carry;
pub use dialer::{Dialer, websocket};
pub use frame::{Close, Frame};
pub use pair::{Closed, Duplex, FrameSender};
pub use settings::WebSocketSettings;
