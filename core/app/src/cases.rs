//! Cases: what a resident does about what is held against them, from the form to the last step.

mod calendar;
mod check;
mod export;
mod export_page;
mod facts;
mod form;
mod letter;
mod list;
#[cfg(test)]
mod office_tests;
mod page;
mod paper;
mod printed;
mod read;
#[cfg(test)]
mod tests;

use super::App;
use crate::error::{AppError, ErrorKind};
pub(crate) use check::Notes;
pub(crate) use form::{deadline_on, empty, every_want};
pub(crate) use letter::{Letter, in_both, section, typed_sender};
pub(super) use list::overdue;

impl App {
    fn no_case(&self) -> AppError {
        self.words().error(ErrorKind::NotFound, "no-case", &[])
    }
}
