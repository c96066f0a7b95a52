//! Making a text fit: splitting what is too long, writing out what cannot be carried.

mod boundary;
mod cut;
mod fence;
mod fit;
mod split;
mod whole;

pub use cut::{cut, first};
pub use fit::{MOST_PARTS, fit};
pub use split::split;
pub use whole::whole;
