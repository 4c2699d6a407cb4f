//! Talking to authorities and registers: what is said on the wire, and the run that says it.

pub(crate) mod authority;
pub(crate) mod http;
pub(crate) mod transport;
pub mod wire;
