//! The door: use cases, one view for each screen, words in two languages.

pub mod words;
