#![doc = include_str!("../README.md")]

pub mod app;
pub mod clock;
pub mod error;
pub mod ids;
pub mod model;
pub mod reason;
#[allow(dead_code, unused_imports)]
mod store;
pub mod sync;
pub mod trust;
