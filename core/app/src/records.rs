//! Records: what can be sent, the queue and its items, receipts.

mod act;
mod archive;
mod case;
mod consequence;
mod deadline;
mod draft;
mod edit;
mod effect;
mod export;
mod item;
mod jpeg;
pub(super) mod photo;
mod queue;
mod receipts;
mod snapshot;
#[cfg(test)]
mod tests;
pub(super) mod write;

pub(super) use act::wake_items;
pub(super) use archive::{Archive, to_new_file};
pub(super) use case::{ground_key, right_key, target as target_name, target_heading, wanted_key};
pub use case::{of_decision, title as case_title};
pub(super) use export::{photos, record_json};
pub use photo::{CleanPhoto, clean_photo};
pub(super) use receipts::{Around, Receipts};
pub(super) use snapshot::Snapshot;
pub(super) use snapshot::items;
