//! Pure answers over values of the domain: sums, audits, differences.

pub mod arithmetic;
pub mod audit;
pub mod clocks;
pub mod diff;
pub mod lint;
pub mod versions;
pub mod working_days;
