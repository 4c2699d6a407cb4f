#![doc = include_str!("../README.md")]

pub mod app;
pub mod clock;
pub mod error;
pub mod ids;
pub mod model;
pub mod reason;
mod store;
pub mod sync;
pub mod trust;
