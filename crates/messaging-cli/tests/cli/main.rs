//! The real binary, as people and scripts use it.

mod dev;
mod emulate;
mod http;
mod process;
mod serve;
mod stop;
mod words;
