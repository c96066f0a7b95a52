//! From Markdown to what a phone shows.
//!
//! A text message has no markup, and WhatsApp has marks of its own
//! (<https://faq.whatsapp.com/539178204879377>). The rendering is the same for the same text, every time: a send that
//! nobody knows of is looked up by it.

mod literal;
mod render;
#[cfg(test)]
mod tests;
mod writer;

pub use render::{Markup, render};
