//! The verdict on a code: one sentence for each register and each list, naming what was covered.
//! "Good" is never implied, and there is no one answer over all of them.

use super::snapshot::{About, Register, Snapshot, Standing};
use crate::view::CheckState;
use crate::view::businesses::VerdictLine;
use crate::words::Arg;
use standing_model::ids::OfficeCode;
use standing_model::register::{Coverage, Lister};
use standing_model::text::plain;
use standing_store::ListRow;
use standing_verify::verdict::listing::{Count, OfList, of_list};

use super::listing::{last_day, list_name};

impl Snapshot {
    /// What each register that the person relies on says, and each of its lists.
    pub(super) fn verdicts(&self, about: &About) -> Vec<VerdictLine> {
        let lines = self.relied().flat_map(|register| self.verdicts_in(register, about));
        lines.chain(self.names_differ(about)).collect()
    }

    /// What one register says, and each of its lists.
    pub(super) fn verdicts_in(&self, register: &Register, about: &About) -> Vec<VerdictLine> {
        let lists = Self::listers(register);
        let lists = lists.map(|(lister, list)| self.in_list(register, lister, list, about));
        std::iter::once(self.in_register(register, about)).chain(lists).collect()
    }

    /// What registers say on which the person does not rely: each a sentence, and nothing more.
    pub(super) fn others(&self, about: &About) -> Vec<String> {
        let registers = self.registers.iter().filter(|register| !register.row.relied);
        let mut said = Vec::new();
        for register in registers {
            let publisher = register.row.index.publisher.get(self.words.0);
            let here = |one: &&Standing| one.register == register.row.id;
            for one in about.others.iter().filter(here) {
                let key = if one.listing.list_type.is_red() {
                    "other-register-red"
                } else {
                    "other-register-black"
                };
                let args = [
                    ("publisher", publisher.as_str().into()),
                    ("signer", one.signer.as_str().into()),
                    ("office", one.office.as_str().into()),
                    ("until", self.words.date(last_day(&one.listing)).into()),
                ];
                said.push(self.words.say(key, &args));
            }
        }
        said
    }

    /// Whether every register and list that the person relies on is known, and there is one.
    pub(super) fn all_known(lines: &[VerdictLine]) -> bool {
        !lines.is_empty() && lines.iter().all(|line| line.state == CheckState::Holds)
    }

    fn in_register(&self, register: &Register, about: &About) -> VerdictLine {
        let has = about.organisations.iter().any(|row| row.register == register.row.id);
        let index = &register.row.index;
        let args = [
            ("publisher", index.publisher.get(self.words.0).into()),
            ("date", self.words.date(register.day(index.issued_at)).into()),
        ];
        let (state, key) = if has {
            (CheckState::Holds, "verdict-register-has")
        } else {
            (CheckState::Unknown, "verdict-register-lacks")
        };
        VerdictLine { state, text: self.words.say(key, &args) }
    }

    fn in_list(
        &self,
        register: &Register,
        lister: &Lister,
        list: Option<&ListRow>,
        about: &About,
    ) -> VerdictLine {
        let words = self.words;
        let authority = ("authority", lister.names.get(words.0).into());
        let mine = |one: &&Standing| one.register == register.row.id && one.iss == lister.iss;
        let count = |red: bool| {
            let of = |one: &&Standing| mine(one) && one.listing.list_type.is_red() == red;
            about.standing.iter().filter(of).count()
        };
        let count = Count { black: count(false), red: count(true) };
        let says = of_list(lister, list.map(|list| register.published(list)), count);
        let state = says.state().into();
        let (Some(list), false) = (list, matches!(says, OfList::NotInDate(_))) else {
            let n = count.black + count.red;
            let key = if n > 0 { "verdict-list-was" } else { "verdict-list-unknown" };
            return VerdictLine { state, text: words.say(key, &[authority, ("n", n.into())]) };
        };
        let date = ("date", words.date(register.day(list.index.issued_at)).into());
        let covered = self.coverage(register, lister, list);
        let covered = covered.join(&words.say("list-semicolon", &[]));
        let covered: Arg<'_> = ("covered", covered.into());
        let mut said = Vec::new();
        for (key, n) in [("verdict-list-black", count.black), ("verdict-list-red", count.red)] {
            if n > 0 {
                let args = [authority.clone(), ("n", n.into()), date.clone()];
                said.push(words.say(key, &args));
            }
        }
        let key = match says {
            OfList::NothingCovered | OfList::NotInDate(_) => "verdict-list-uncovered",
            OfList::None => "verdict-list-none",
            OfList::Listed { covers: false, .. } => "verdict-list-uncovered-too",
            OfList::Listed { covers: true, .. } => "verdict-list-covers",
        };
        said.push(words.say(key, &[authority, covered, date]));
        VerdictLine { state, text: words.sentences(&said) }
    }

    /// "Court list of … by the court of Hangzhou, up to 20 November 2026". A list that is older
    /// than the publisher says covers only what it can.
    fn coverage(&self, register: &Register, lister: &Lister, list: &ListRow) -> Vec<String> {
        let words = self.words;
        let made = register.day(list.index.issued_at);
        let one = |coverage: &Coverage| {
            let named = |code: &OfficeCode| lister.office(code).map(|one| one.names.get(words.0));
            let offices: Vec<String> = coverage.offices.iter().filter_map(named).collect();
            let args = [
                ("list", words.say(list_name(coverage.list_type), &[]).into()),
                ("offices", words.row(&offices).into()),
                ("date", words.date(coverage.as_of.min(made)).into()),
            ];
            words.say("verdict-coverage", &args)
        };
        lister.coverage.iter().map(one).collect()
    }

    /// Two registers that give one code two names contradict each other, and neither is hidden.
    fn names_differ(&self, about: &About) -> Option<VerdictLine> {
        let first = about.organisations.first()?;
        let other = about
            .organisations
            .iter()
            .find(|row| plain(&row.organisation.name) != plain(&first.organisation.name))?;
        let publisher = |id: i64| {
            let register = self.registers.iter().find(|one| one.row.id == id);
            register.map(|one| one.row.index.publisher.get(self.words.0)).unwrap_or_default()
        };
        let args = [
            ("first", plain(&first.organisation.name).into()),
            ("here", publisher(first.register).into()),
            ("second", plain(&other.organisation.name).into()),
            ("there", publisher(other.register).into()),
        ];
        let text = self.words.say("verdict-names-differ", &args);
        Some(VerdictLine { state: CheckState::Fails, text })
    }
}
