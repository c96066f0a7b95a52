//! Making a text fit: splitting what is too long, writing out what cannot be carried.

mod boundary;
mod fence;
mod fit;
mod split;

pub use fit::{MOST_PARTS, fit};
pub use split::split;
