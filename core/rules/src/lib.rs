//! What follows from documents and a day: sums, audits, differences, deadlines. No words, no I/O.
//!
//! A statement's total is computed from its entries and stars, as PROTOCOL §3.1.4 has it, and
//! compared with what the authority signed:
//!
//! ```
//! use standing_model::rulebook::{Rulebook, Rulebooks};
//! use standing_model::statement::Statement;
//! use standing_rules::audit::audit;
//!
//! let file = include_bytes!("../../../fixtures/rulebooks/yangqiao-morality-bank-7.json");
//! let book = Rulebook::read(file.trim_ascii())?;
//! // Nothing was recorded, so the total should be where the scale starts.
//! let statement: Statement = serde_json::from_value(serde_json::json!({
//!     "v": 1, "iss": "credit.yangqiao.example", "sub": "r-1", "iat": 1_790_812_800, "seq": 1,
//!     "period": {"from": "2026-01-01", "to": "2026-03-31"},
//!     "rulebook": book.id, "rulebooks": [{
//!         "version": book.version, "sha256": "OxdWb6f9uu_2U6o54okHzYUzgASIPEOF7acBAd-Yaso"
//!     }],
//!     "score": 99, "tier": "fair", "stars": [], "entries": [], "perks": [], "restrictions": []
//! }))?;
//! let start = book.scale.start;
//! let found = audit(&statement, &Rulebooks::try_from(vec![book])?);
//! assert_eq!(found.breakdown.total, start);
//! assert_eq!(found.differences.first().map(|one| one.code()), Some("total"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod amendment;
pub mod arithmetic;
pub mod audit;
pub mod case;
pub mod clocks;
pub mod diff;
pub mod forecast;
pub mod lint;
pub mod moved;
pub mod outlook;
pub mod remedy;
pub mod versions;
pub mod what_if;
pub mod working_days;
