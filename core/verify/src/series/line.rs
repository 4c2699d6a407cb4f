//! One branch of a series, looked through a document at a time: what [`super::examine`] finds in
//! it, in memory that does not grow with what the documents hold.

use super::{Held, Numbered, links};
use crate::alarm::Found;

/// See the module. Documents come in rising order, each number once.
#[derive(Debug)]
pub struct Line<T: Numbered> {
    before: Option<Held<T>>,
    seen: T::Seen,
}

impl<T: Numbered> Default for Line<T> {
    fn default() -> Self {
        Self { before: None, seen: T::Seen::default() }
    }
}

impl<T: Numbered> Line<T> {
    /// What is wrong with the next document after those before it. `text` gives the compact form
    /// of an earlier one, by its number: it is evidence.
    pub fn next(&mut self, held: Held<T>, text: &dyn Fn(u32) -> Option<String>) -> Vec<Found> {
        let before = self.before.as_ref();
        let mut found = before.map(|before| links(before, &held)).unwrap_or_default();
        found.extend(T::step(&mut self.seen, before, &held, text));
        self.before = Some(held);
        found
    }
}
