//! People on this phone. A helper who acts for an old parent has a membership of the parent's here:
//! whose it is, the person at this phone says. No authority and no other phone learns of it.

use standing_model::ids::MembershipId;
use standing_model::link::Fingerprint;
use standing_model::text::plain;
use standing_model::time::ZoneOffset;
use standing_store::{Membership, MembershipState, Person, StoreError, Tx};

use super::join::same;
use super::view::join::{self, MembershipView};
use super::view::people::{PeopleView, PersonDraft, PersonMark, PersonRow, PersonView};
use super::words::Words;
use super::{App, authorities, may_be_kept};
use crate::error::{AppError, ErrorKind};

/// Characters of a name.
const LONGEST_NAME: usize = 20;

/// A membership as it is read.
struct Read {
    membership: Membership,
    state: join::MembershipState,
    authority: String,
    whose: Whose,
}

/// Whose a membership is, as it is read.
pub(crate) struct Whose {
    /// None if what was said of it is damaged.
    person: Option<Person>,
    given: Given,
    is_locked: bool,
}

impl App {
    /// Everyone whom this phone has joined, and who waits to be confirmed.
    ///
    /// # Errors
    /// `Storage`.
    pub fn memberships(&self) -> Result<Vec<MembershipView>, AppError> {
        let (words, here) = (self.words(), self.here());
        let read = self.read(|tx| read(tx, words))?;
        Ok(read.into_iter().map(|one| one.view(words, here)).collect())
    }

    /// Everybody on this phone, each with what is theirs.
    ///
    /// # Errors
    /// `Storage`.
    pub fn people(&self) -> Result<PeopleView, AppError> {
        let (words, here) = (self.words(), self.here());
        let read = self.read(|tx| read(tx, words))?;
        let connections = read.len();
        let mut people: Vec<PersonRow> = Vec::new();
        for one in read {
            let acting = acting(one.whose.person.as_ref(), words);
            let one = one.view(words, here);
            match people.iter_mut().find(|row| row.person.given == one.person.given) {
                Some(row) => row.memberships.push(one),
                None => people.push(PersonRow {
                    acting,
                    person: one.person.clone(),
                    memberships: vec![one],
                }),
            }
        }
        people.sort_by_key(|row| !row.person.given.is_empty());
        let args = [("people", people.len().into()), ("connections", connections.into())];
        Ok(PeopleView {
            text: if people.is_empty() { String::new() } else { words.say("people-text", &args) },
            people,
            kept: words.say("people-kept", &[]),
            hints: words.say("people-hints", &[]),
        })
    }

    /// Keeps whose a membership is. What else is this person's has the same mark and lock from now
    /// on; a membership that was not theirs before opens nothing that is locked. Nothing of it
    /// leaves the phone.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a name that is too long or shaped like a resident number;
    /// [`ErrorKind::NotFound`] for a membership that is not on this phone; [`ErrorKind::Storage`].
    pub fn keep_person(
        &self,
        membership: &MembershipId,
        draft: &PersonDraft,
    ) -> Result<(), AppError> {
        let words = self.words();
        let name = plain(&draft.name).trim().to_owned();
        if !may_be_kept(&name) {
            return Err(words.error(ErrorKind::Invalid, "person-number", &[]));
        }
        if name.chars().count() > LONGEST_NAME {
            let args = [("most", LONGEST_NAME.into())];
            return Err(words.error(ErrorKind::Invalid, "person-name", &args));
        }
        if self.read(|tx| tx.membership(membership))?.is_none() {
            return Err(self.no_membership());
        }
        let person = Person { name, mark: mark_name(draft.mark).to_owned() };
        self.write(|tx| {
            let is_locked = draft.is_locked || comes_to_locked(tx, membership, &person.name)?;
            tx.set_person(membership, &person)?;
            for one in with_same_person(tx, membership)? {
                tx.set_person(&one.id, &person)?;
                tx.lock_membership(&one.id, is_locked)?;
            }
            Ok(())
        })
    }
}

/// Whether a membership that was not this person's before comes to one of theirs that is locked:
/// whoever types a name has not been asked for the lock of what is under it.
fn comes_to_locked(tx: &Tx<'_>, membership: &MembershipId, name: &str) -> Result<bool, StoreError> {
    let mut is_locked = false;
    for one in tx.memberships()? {
        if tx.person(&one.id)?.is_some_and(|person| person.name == name) {
            if one.id == *membership {
                return Ok(false);
            }
            is_locked |= tx.is_membership_locked(&one.id)?;
        }
    }
    Ok(is_locked)
}

/// What the person of a membership is called here.
#[derive(Clone)]
pub(super) enum Given {
    Name(String),
    /// That is damaged; the membership's place among all, which nobody else is called by.
    Damaged(usize),
}

impl Given {
    pub fn read(tx: &Tx<'_>, membership: &MembershipId) -> Result<Self, StoreError> {
        if let Some(person) = tx.person(membership)? {
            return Ok(Self::Name(person.name));
        }
        let before = tx.memberships()?.into_iter().take_while(|one| one.id != *membership).count();
        Ok(Self::Damaged(before.saturating_add(1)))
    }

    pub fn text(self, words: Words) -> String {
        match self {
            Self::Name(name) => name,
            Self::Damaged(n) => words.say("person-damaged", &[("n", n.into())]),
        }
    }
}

/// Every membership of the person whose this one is; it alone where that is damaged.
pub(super) fn with_same_person(
    tx: &Tx<'_>,
    membership: &MembershipId,
) -> Result<Vec<Membership>, StoreError> {
    let name = tx.person(membership)?.map(|person| person.name);
    let mut theirs = Vec::new();
    for one in tx.memberships()? {
        let is_same = || -> Result<bool, StoreError> {
            Ok(name.is_some() && tx.person(&one.id)?.map(|person| person.name) == name)
        };
        if one.id == *membership || is_same()? {
            theirs.push(one);
        }
    }
    Ok(theirs)
}

/// The name of the person whose this membership is, if this phone has somebody else's as well.
pub(super) fn only_of(
    tx: &Tx<'_>,
    membership: Option<&MembershipId>,
) -> Result<Option<Given>, StoreError> {
    let Some(one) = membership else { return Ok(None) };
    let all = tx.memberships()?.len();
    let is_only = with_same_person(tx, one)?.len() == all;
    Ok(if is_only { None } else { Some(Given::read(tx, one)?) })
}

fn read(tx: &Tx<'_>, words: Words) -> Result<Vec<Read>, StoreError> {
    let all = tx.memberships()?;
    let active = |one: &&Membership| one.state == MembershipState::Active;
    let active: Vec<Membership> = all.iter().filter(active).cloned().collect();
    let mut found = Vec::new();
    for membership in all {
        // A key that waits to take the place of a revoked one is no membership of its own.
        let again = active.iter().any(|active| same(active, &membership));
        let state = match membership.state {
            MembershipState::Active => join::MembershipState::Active,
            MembershipState::Pending if membership.enrolment.is_some() && !again => {
                join::MembershipState::ToConfirm
            }
            MembershipState::Pending => continue,
        };
        found.push(Read {
            authority: authorities::whose(tx, &membership, words)?,
            whose: Whose::read(tx, &membership.id)?,
            membership,
            state,
        });
    }
    Ok(found)
}

impl Read {
    fn view(self, words: Words, here: ZoneOffset) -> MembershipView {
        let Membership { id, hint, trust, joined_at, .. } = self.membership;
        let joined = words.date(joined_at.day_in(here));
        MembershipView {
            authority: self.authority,
            hint: hint.map(|hint| hint.get(words.0)).unwrap_or_default(),
            fingerprint: Fingerprint::of(&trust).grouped(),
            membership: id,
            state: self.state,
            joined: match self.state {
                join::MembershipState::Active => {
                    words.say("membership-joined", &[("date", joined.into())])
                }
                join::MembershipState::ToConfirm => words.say("membership-to-confirm", &[]),
            },
            person: self.whose.view(words),
        }
    }
}

impl Whose {
    pub fn read(tx: &Tx<'_>, membership: &MembershipId) -> Result<Self, StoreError> {
        Ok(Self {
            person: tx.person(membership)?,
            given: Given::read(tx, membership)?,
            is_locked: tx.is_membership_locked(membership)?,
        })
    }

    pub fn view(&self, words: Words) -> PersonView {
        let (given, is_locked) = (self.given.clone().text(words), self.is_locked);
        let Some(person) = &self.person else {
            let acts = words.say("person-damaged-note", &[]);
            let (name, mark) = (given.clone(), PersonMark::Square);
            return PersonView { given, name, acts, mark, is_locked };
        };
        let mark = mark_of(&person.mark, person.name.is_empty());
        let args = [("name", person.name.as_str().into())];
        let (name, acts) = match person.name.as_str() {
            "" => (words.say("person-you", &[]), String::new()),
            name => (name.to_owned(), words.say("person-acts", &args)),
        };
        PersonView { given, name, acts, mark, is_locked }
    }
}

fn acting(person: Option<&Person>, words: Words) -> String {
    match person.map(|person| person.name.as_str()) {
        None => words.say("person-damaged-todo", &[]),
        Some("") => String::new(),
        Some(name) => words.say("person-acting", &[("name", name.into())]),
    }
}

/// As it is kept.
const fn mark_name(mark: PersonMark) -> &'static str {
    match mark {
        PersonMark::Circle => "circle",
        PersonMark::Square => "square",
        PersonMark::Triangle => "triangle",
        PersonMark::Diamond => "diamond",
        PersonMark::Hexagon => "hexagon",
    }
}

/// Where none was chosen, the owner of this phone is told from everybody else.
fn mark_of(kept: &str, is_owner: bool) -> PersonMark {
    match kept {
        "circle" => PersonMark::Circle,
        "square" => PersonMark::Square,
        "triangle" => PersonMark::Triangle,
        "diamond" => PersonMark::Diamond,
        "hexagon" => PersonMark::Hexagon,
        _ if is_owner => PersonMark::Circle,
        _ => PersonMark::Square,
    }
}

#[cfg(test)]
mod tests;
