//! The registers on this phone, what they say of one code, and how old each list of them is.

use crate::view::CheckState;
use crate::view::businesses::ListProof;
use crate::words::Words;
use standing_model::business::Uscc;
use standing_model::calendar::Calendar;
use standing_model::ids::Issuer;
use standing_model::listing::{ListIndex, Listing};
use standing_model::register::Lister;
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime};
use standing_store::{
    ListRow, ListingRow, OrganisationRow, PinnedRoot, RegisterRow, RegisterTx, StoreError,
};
use standing_verify::verdict::freshness::{Dates, Published, published};
use standing_verify::verdict::listing::shown;

/// Every register on this phone.
pub(super) struct Snapshot {
    pub registers: Vec<Register>,
    /// Every trust root, also of registers whose data have not arrived.
    pub roots: Vec<PinnedRoot>,
    pub words: Words,
    /// What the phone's clock says.
    pub wall: UnixTime,
}

/// One register with its lists.
pub(super) struct Register {
    pub row: RegisterRow,
    pub lists: Vec<ListRow>,
    /// The last good refresh, by the phone's clock.
    pub checked_at: UnixTime,
    /// The latest time that there is reason to believe.
    pub now: UnixTime,
    /// The calendars by which its working days are counted; only a business's page has them.
    pub calendars: Vec<Calendar>,
}

/// A listing that is published today, and whether its list is in date.
pub(super) struct Standing {
    pub listing: Listing,
    pub in_date: bool,
    pub today: Date,
    /// The register that it is in.
    pub register: i64,
    /// Who signed it: the lister, by its name in the publisher's index.
    pub iss: Issuer,
    pub signer: String,
    /// The deciding office, by its name in the publisher's index.
    pub office: String,
}

/// What all registers say of one code.
#[derive(Default)]
pub(super) struct About {
    /// Its rows, in registers that the person relies on.
    pub organisations: Vec<OrganisationRow>,
    /// Its listings in those.
    pub standing: Vec<Standing>,
    /// Its listings in other registers: told below, and only there.
    pub others: Vec<Standing>,
}

impl About {
    /// Whether a register that the person relies on has it or lists it.
    pub const fn is_known(&self) -> bool {
        !self.organisations.is_empty() || !self.standing.is_empty()
    }

    /// Its name: as it is registered, or else as the newest listing has it.
    pub fn name(&self) -> String {
        let registered = self.organisations.first().map(|row| &row.organisation.name);
        let listed = self.standing.first().map(|one| &one.listing.name);
        plain(registered.or(listed).map_or("", String::as_str))
    }
}

impl Register {
    /// Whether a list is in date: else it is too old for a verdict.
    pub fn published(&self, list: &ListRow) -> Published {
        let ListIndex { issued_at, next_update, .. } = list.index;
        published(Dates { issued_at, next_update, good_until: list.good_until }, self.now)
    }

    pub fn list(&self, iss: &Issuer) -> Option<&ListRow> {
        self.lists.iter().find(|list| list.index.iss == *iss)
    }

    /// Today, in the register's zone.
    pub fn today(&self) -> Date {
        self.row.index.zone.day(self.now)
    }

    /// The day of an instant, in the register's zone.
    pub fn day(&self, at: UnixTime) -> Date {
        self.row.index.zone.day(at)
    }
}

impl Snapshot {
    /// Reads what the registers say of one code.
    pub fn read_about(&self, tx: &RegisterTx<'_>, code: &Uscc) -> Result<About, StoreError> {
        Ok(self.about(tx.organisations(code)?, tx.listings(code)?))
    }

    /// Sorts what the registers say of one code.
    fn about(&self, rows: Vec<OrganisationRow>, listings: Vec<ListingRow>) -> About {
        let mut about = About { organisations: rows, ..About::default() };
        for row in listings {
            let register = self.registers.iter().find(|one| one.row.id == row.register);
            let Some(register) = register else { continue };
            let Some(standing) = self.standing(register, row) else { continue };
            let relied = register.row.relied;
            (if relied { &mut about.standing } else { &mut about.others }).push(standing);
        }
        about.standing.sort_by(|a, b| {
            let key = |one: &Standing| (one.listing.decision_date, one.listing.list_id.clone());
            key(b).cmp(&key(a))
        });
        about
    }

    /// A listing that is shown.
    fn standing(&self, register: &Register, row: ListingRow) -> Option<Standing> {
        let ListingRow { iss, listing, .. } = row;
        let lister = register.row.index.lister(&iss)?;
        let (today, wall) = (register.today(), register.day(self.wall));
        let office = shown(&listing, lister, today, wall).ok()?.names.get(self.words.0);
        let list = register.list(&iss).map(|list| register.published(list));
        let in_date = list == Some(Published::InDate);
        let (signer, register) = (lister.names.get(self.words.0), register.row.id);
        Some(Standing { listing, in_date, today, register, iss, signer, office })
    }

    /// The registers that the person relies on.
    pub fn relied(&self) -> impl Iterator<Item = &Register> {
        self.registers.iter().filter(|register| register.row.relied)
    }

    /// Each list that the publisher names, and the list itself if it is on this phone.
    pub fn listers(register: &Register) -> impl Iterator<Item = (&Lister, Option<&ListRow>)> {
        let listers = register.row.index.listers.iter();
        listers.map(|lister| (lister, register.list(&lister.iss)))
    }

    /// What each list that the publisher names rests on.
    pub fn lists(&self, register: &Register) -> Vec<ListProof> {
        let words = self.words;
        let proofs = Self::listers(register).map(|(lister, list)| {
            let authority = lister.names.get(words.0);
            let Some(list) = list else {
                let args = [("authority", authority.as_str().into())];
                return ListProof {
                    state: CheckState::Unknown,
                    mark: words.say("list-missing", &[]),
                    text: words.say("list-missing-text", &args),
                    authority,
                };
            };
            let published = register.published(list);
            let mark = match published {
                Published::InDate => "list-in-date",
                Published::Due | Published::Expired => "list-too-old",
            };
            let args = [
                ("date", words.date(register.day(list.index.issued_at)).into()),
                ("ago", words.ago(register.checked_at, self.wall).into()),
                ("due", words.date(register.day(list.index.next_update)).into()),
            ];
            let text = words.say("list-proof", &args);
            let text = self.with_left_out(text, list.left_out);
            let state = published.state().into();
            ListProof { authority, state, mark: words.say(mark, &[]), text }
        });
        proofs.collect()
    }

    /// A sentence, and how many rows were left out because their codes are no organisation's.
    pub fn with_left_out(&self, text: String, rows: u32) -> String {
        if rows == 0 {
            return text;
        }
        let left_out = self.words.say("rows-left-out", &[("n", rows.into())]);
        self.words.sentences(&[text, left_out])
    }

    /// "Searched in the register of …, as of …".
    pub fn searched(&self) -> String {
        let words = self.words;
        let said = self.relied().map(|register| {
            let index = &register.row.index;
            let args = [
                ("publisher", index.publisher.get(words.0).into()),
                ("date", words.date(register.day(index.issued_at)).into()),
            ];
            words.say("search-register", &args)
        });
        let said: Vec<String> = said.collect();
        words.say("search-searched", &[("registers", words.row(&said).into())])
    }
}
