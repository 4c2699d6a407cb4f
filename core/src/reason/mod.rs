//! Pure answers over values of the domain: sums, audits, differences, the queue's next step.

pub mod arithmetic;
pub mod audit;
pub mod clocks;
pub mod diff;
pub mod lint;
pub mod queue;
