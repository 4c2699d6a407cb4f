//! Links: what one says before anything is sent, and the groups of a register's fingerprint.

use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::KeyValue;
use crate::view::join::{GroupAnswer, GroupQuestion, LinkTarget, LinkView};
use standing_client::transport::host_of;
use standing_model::ids::Issuer;
use standing_model::link::{FULL_GROUPS, Link, LinkError, Purpose};

/// Groups of a register's fingerprint that the person types.
const GROUPS_ASKED: usize = 2;

impl App {
    /// Reads a link that was scanned or typed. Nothing is sent.
    ///
    /// # Errors
    /// `Invalid` for a text that is no link, `TooNew` for a link of a later version.
    pub fn read_link(&self, text: &str) -> Result<LinkView, AppError> {
        let words = self.words();
        let link = self.parse_link(text)?;
        let host = host_of(&link.repo);
        let (leads_to, known, rows, iss): (_, _, &[_], _) = match &link.purpose {
            Purpose::Join(iss) => (
                LinkTarget::Authority,
                "link-unknown",
                &["link-now", "link-look", "link-code", "link-yes", "link-never"],
                iss.to_string(),
            ),
            Purpose::Register => (
                LinkTarget::Register,
                "link-register-unknown",
                &["link-register", "link-never"],
                String::new(),
            ),
        };
        let leaves = rows.iter().map(|row| KeyValue {
            label: words.say(row, &[]),
            value: words.say(&format!("{row}-value"), &[]),
            note: String::new(),
        });
        let groups = match leads_to {
            LinkTarget::Authority => Vec::new(),
            LinkTarget::Register => self.pick_groups()?,
        };
        let args = [("host", host.as_str().into()), ("iss", iss.as_str().into())];
        Ok(LinkView {
            leads_to,
            known: words.say(known, &args),
            iss,
            host,
            groups,
            leaves: leaves.collect(),
        })
    }

    /// Whether the person typed the groups of a register's fingerprint that
    /// [`read_link`](Self::read_link) asked for, as the paper has them. Nothing is sent.
    ///
    /// # Errors
    /// `Invalid` for a link that is not one or leads to an authority, for another number of groups,
    /// and for one that differs from the link's.
    pub fn check_groups(&self, link: &str, typed: &[GroupAnswer]) -> Result<(), AppError> {
        let words = self.words();
        let link = self.parse_link(link)?;
        if link.purpose != Purpose::Register {
            return Err(words.error(ErrorKind::Invalid, "link-foreign", &[]));
        }
        let mut numbers: Vec<u8> = typed.iter().map(|one| one.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let same = |one: &GroupAnswer| link.fingerprint.has_group(one.number, &one.typed);
        if numbers.len() == GROUPS_ASKED && typed.len() == GROUPS_ASKED && typed.iter().all(same) {
            Ok(())
        } else {
            Err(words.error(ErrorKind::Invalid, "groups-differ", &[]))
        }
    }

    /// Two of the full groups, picked at random, in the order of the paper.
    fn pick_groups(&self) -> Result<Vec<GroupQuestion>, AppError> {
        let mut bytes = [0_u8; GROUPS_ASKED];
        self.fill(&mut bytes)?;
        let [first, second] = bytes;
        let first = first % FULL_GROUPS;
        // One of the others, counted on from the first.
        let second = (first + 1 + second % (FULL_GROUPS - 1)) % FULL_GROUPS;
        let mut numbers = [first + 1, second + 1];
        numbers.sort_unstable();
        let question = |number: u8| {
            let label = self.words().say("link-group", &[("n", u32::from(number).into())]);
            GroupQuestion { number, label }
        };
        Ok(numbers.into_iter().map(question).collect())
    }

    pub(crate) fn parse_link(&self, text: &str) -> Result<Link, AppError> {
        let words = self.words();
        text.parse().map_err(|error| match error {
            LinkError::Foreign => words.error(ErrorKind::Invalid, "link-foreign", &[]),
            LinkError::Version(_) => words.error(ErrorKind::TooNew, "link-version", &[]),
            LinkError::Part(part) => {
                words.error(ErrorKind::Invalid, "link-part", &[("part", part.into())])
            }
            LinkError::Fingerprint => words.error(ErrorKind::Invalid, "link-fingerprint", &[]),
        })
    }

    pub(super) fn parse_join_link(&self, text: &str) -> Result<(Link, Issuer), AppError> {
        let link = self.parse_link(text)?;
        match link.purpose.clone() {
            Purpose::Join(iss) => Ok((link, iss)),
            Purpose::Register => Err(self.words().error(ErrorKind::Invalid, "link-foreign", &[])),
        }
    }
}
