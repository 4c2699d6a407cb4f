//! Records: what can be sent, the queue and its items, receipts.

mod act;
mod archive;
mod consequence;
mod deadline;
mod desk;
mod draft;
mod edit;
mod export;
mod item;
mod jpeg;
mod photo;
mod queue;
mod receipts;
#[cfg(test)]
mod tests;
mod write;

pub(super) use act::wake_items;
pub(super) use desk::Desk;
pub(super) use desk::items;
pub use photo::{CleanPhoto, clean_photo};
