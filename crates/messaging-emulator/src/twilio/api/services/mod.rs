//! Services, what they give by default, and their roles.

mod configuration;
mod role;
mod service;
