//! Values of the domain and their shapes on the wire: no I/O, no time, no randomness.

pub mod address;
pub mod authority;
pub mod business;
pub mod calendar;
pub mod clock;
pub mod code;
pub mod ext;
pub mod frame;
pub mod gtin;
pub mod ids;
pub mod json;
pub mod key;
pub mod link;
pub mod listing;
pub mod message;
mod names;
pub mod record;
pub mod register;
pub mod resident;
pub mod row_code;
pub mod rulebook;
pub mod scan;
pub mod series;
pub mod statement;
pub mod text;
pub mod time;
pub mod version;
