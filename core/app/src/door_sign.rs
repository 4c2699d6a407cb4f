//! A scanned door sign: genuine or not, of this quarter or not, of the own door or not. Nothing of
//! it is kept or sent.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::holdings::{Holdings, Opened};
use super::memo::Memo;
use super::view::door_sign::{DoorSignCheck, DoorSignStars, DoorSignView};
use super::view::{CheckState, KeyValue};
use super::words::{Arg, Words};
use super::{App, latest};
use crate::error::{AppError, ErrorKind};
use standing_model::authority::{self, Authorities, Authority};
use standing_model::door_sign::DoorSign;
use standing_model::ids::{Issuer, TrustId};
use standing_model::message::Typ;
use standing_model::quarter::Quarter;
use standing_model::rulebook::{Rulebooks, StarCategory};
use standing_model::statement::{self, Statement};
use standing_model::time::UnixTime;
use standing_store::{MembershipState, StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::jws::Jws;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, Verified, claimed_signer, verify};
use standing_verify::verdict::State;
use standing_verify::verdict::door_sign::{
    Age, NotCompared, OldList, OwnStatement, StarDifference, Whose, age, compared_with, old_list,
    whose,
};
use standing_verify::verdict::origin::{KeyList, Origin, Signed, Whole, origin};
use standing_verify::verdict::statement::InForce;

impl App {
    /// What a signed document is that was scanned.
    ///
    /// # Errors
    /// `Invalid` for a text that is no signed document, or one of another kind; `Storage`.
    pub(super) fn door_sign(&self, compact: &str) -> Result<DoorSignView, AppError> {
        let (words, now) = (self.words(), self.now());
        let invalid = |code| words.error(ErrorKind::Invalid, code, &[]);
        let jws = Jws::parse(compact, statement::MAX_BYTES);
        if jws.map_err(|_| invalid("scan-sign-broken"))?.header.typ != Typ::DoorSign {
            return Err(invalid("scan-signed-other"));
        }
        let (iss, iat) = match claimed_signer(compact) {
            Ok(claimed) => claimed,
            Err(error) => return Ok(not_genuine(words.refusal(&error), words)),
        };
        let snapshot = self.read(|tx| Snapshot::read(tx, &iss, now, &self.memo))?;
        Ok(match &snapshot.signer {
            Some(signer) => signer.present((compact, iat), &snapshot.own, words),
            None => of_nobody_here(&iss, words),
        })
    }
}

/// What this phone knows of whom a sign names.
struct Snapshot {
    signer: Option<Signer>,
    /// What it holds of the residents at that authority whose pages anybody may open.
    own: Vec<Own>,
}

/// What this phone holds of a resident.
struct Own {
    holdings: Arc<Holdings>,
    newest: Opened,
    in_force: InForce,
}

/// The authority that a sign names.
struct Signer {
    authority: Authority,
    keys: IssuerKeys,
    list: KeyList,
    /// When the list was checked last.
    checked_at: UnixTime,
}

impl Snapshot {
    fn read(tx: &Tx<'_>, iss: &Issuer, now: UnixTime, memo: &Memo) -> Result<Self, StoreError> {
        let mut memberships = tx.memberships()?;
        memberships.retain(|one| one.state == MembershipState::Active);
        let roots: BTreeSet<TrustId> = memberships.iter().map(|one| one.trust).collect();
        let mut snapshot = Self { signer: None, own: Vec::new() };
        for trust in roots {
            let Some(signer) = Signer::read(tx, trust, iss, now)? else { continue };
            let ours = memberships.iter().filter(|one| one.trust == trust && one.iss == *iss);
            for membership in ours {
                if tx.is_membership_locked(&membership.id)? {
                    continue;
                }
                let Some(holdings) = Holdings::read(tx, &membership.id, memo)? else { continue };
                let Some(shown) = holdings.show_newest(tx, memo)? else { continue };
                let in_force = holdings.judge(&shown.one, now).in_force;
                snapshot.own.push(Own { holdings, newest: shown.one, in_force });
            }
            snapshot.signer = Some(signer);
            break;
        }
        Ok(snapshot)
    }
}

impl Signer {
    /// An authority of a list that this phone holds; no list names one that is held under another
    /// root (PROTOCOL §1.4).
    fn read(
        tx: &Tx<'_>,
        trust: TrustId,
        iss: &Issuer,
        now: UnixTime,
    ) -> Result<Option<Self>, StoreError> {
        let Some(bytes) = tx.public_file(trust, authority::PATH)? else { return Ok(None) };
        let listed = Authorities::read(&bytes).ok();
        let Some(authority) = listed.and_then(|list| list.find(iss).cloned()) else {
            return Ok(None);
        };
        let root = tx.root(trust)?;
        let checked_at = root.as_ref().map(|root| root.checked_at).unwrap_or_default();
        let list = KeyList {
            unread: tx.public_file(trust, authority::LATER)?.is_some(),
            good_until: Some(root.map(|root| root.good_until).unwrap_or_default()),
            latest: now.max(latest::floor(tx, trust, iss)?),
        };
        Ok(Some(Self { keys: IssuerKeys::of(trust, &authority), authority, list, checked_at }))
    }

    fn present(
        &self,
        (compact, claimed): (&str, UnixTime),
        own: &[Own],
        words: Words,
    ) -> DoorSignView {
        let expected = Expected { keys: &self.keys, sub: None, held_since: None };
        let verified = verify::<DoorSign>(compact, expected);
        let found = origin(verified.as_ref(), self.list);
        let sign = match verified {
            Ok(sign) => sign,
            Err(error) => return self.refused(&error, claimed, &found, words),
        };
        let statements: Vec<OwnStatement<'_>> = own.iter().filter_map(Own::statement).collect();
        let age = age(&sign, self.list.latest);
        let whose = whose(sign.payload(), age, &statements);
        let mine = compared_with(sign.payload(), &statements).map(|one| one.statement);
        let holder = own.iter().find(|one| mine.is_some() && one.newest.payload() == mine);
        let books = holder.or(own.first()).and_then(Own::rulebooks);
        let (by, latest) = (self.signed(&found, words), self.list.latest);
        let writer = Writer { sign: &sign, by, age, whose, mine, books, latest, words };
        writer.view(self.authority.names.get(words.0))
    }

    /// A sign that does not verify: under a newer list of keys it might.
    fn refused(
        &self,
        error: &TrustError,
        claimed: UnixTime,
        found: &Origin,
        words: Words,
    ) -> DoorSignView {
        if let Some(old) = old_list(error, Some(claimed), self.list, self.checked_at) {
            let args = [("authority", self.authority.names.get(words.0).into())];
            let finding = words.say("door-sign-list-before", &args);
            let check = DoorSignCheck { state: CheckState::Unknown, finding };
            let todo = match old {
                OldList::Unread => "door-sign-list-unread-todo",
                OldList::PastDate | OldList::CheckedBefore => "door-sign-sync-todo",
            };
            return DoorSignView { todo: words.say(todo, &[]), ..unknown(check, words) };
        }
        match found.state() {
            State::Fails => not_genuine(words.refusal(error), words),
            _ => unknown(self.signed(found, words), words),
        }
    }

    /// Who signed it, and how sure that is.
    fn signed(&self, found: &Origin, words: Words) -> DoorSignCheck {
        let state = found.state();
        let day = |at: UnixTime| words.date(at.day_in(self.authority.zone.minutes));
        let (key, day) = match (&found.whole, &found.signed) {
            (Whole::Later { .. }, _) => ("door-sign-later", String::new()),
            (_, Signed::Compromised { at }) => ("door-sign-compromised", day(*at)),
            (_, Signed::ListUnread) => ("door-sign-list-unread", String::new()),
            (_, Signed::ListOld { good_until }) => ("door-sign-list-old", day(*good_until)),
            _ => ("door-sign-signed", String::new()),
        };
        let authority = self.authority.names.get(words.0);
        let args = [("authority", authority.into()), ("date", day.into())];
        DoorSignCheck { state: state.into(), finding: words.say(key, &args) }
    }
}

impl Own {
    fn statement(&self) -> Option<OwnStatement<'_>> {
        let statement = self.newest.payload()?;
        Some(OwnStatement { statement, in_force: self.in_force.clone() })
    }

    fn rulebooks(&self) -> Option<Rulebooks> {
        self.holdings.rulebooks(self.newest.payload()?)
    }
}

/// A sign that is not what it says to be.
fn not_genuine(reason: String, words: Words) -> DoorSignView {
    let finding = words.say("door-sign-refused", &[("reason", reason.into())]);
    DoorSignView {
        state: CheckState::Fails,
        title: words.say("door-sign-forged", &[]),
        checks: vec![DoorSignCheck { state: CheckState::Fails, finding }],
        todo: words.say("door-sign-forged-todo", &[]),
        ..bare()
    }
}

/// A sign of an authority whose keys are not on this phone.
fn of_nobody_here(iss: &Issuer, words: Words) -> DoorSignView {
    let finding = words.say("door-sign-stranger", &[("iss", iss.to_string().into())]);
    unknown(DoorSignCheck { state: CheckState::Unknown, finding }, words)
}

/// A sign that cannot be checked here.
fn unknown(check: DoorSignCheck, words: Words) -> DoorSignView {
    DoorSignView {
        state: CheckState::Unknown,
        title: words.say("door-sign-unknown", &[]),
        checks: vec![check],
        ..bare()
    }
}

const fn bare() -> DoorSignView {
    DoorSignView {
        state: CheckState::Unknown,
        title: String::new(),
        checks: Vec::new(),
        facts: Vec::new(),
        stars_note: String::new(),
        stars: Vec::new(),
        todo: String::new(),
    }
}

/// A genuine sign, in words.
struct Writer<'a> {
    sign: &'a Verified<DoorSign>,
    by: DoorSignCheck,
    age: Age,
    whose: Whose,
    /// The statement that names this door.
    mine: Option<&'a Statement>,
    books: Option<Rulebooks>,
    latest: UnixTime,
    words: Words,
}

impl Writer<'_> {
    fn view(&self, authority: String) -> DoorSignView {
        let words = self.words;
        let checks = vec![self.by.clone(), self.quarter(), self.door()];
        let worst = checks.iter().map(|check| check.state).min();
        let payload = self.sign.payload();
        let fact = |label, value: String| {
            let (label, note) = (words.say(label, &[]), String::new());
            KeyValue { label, value, note }
        };
        DoorSignView {
            state: worst.unwrap_or(CheckState::Unknown),
            title: words.say(self.title(), &[("door", payload.door.to_string().into())]),
            checks,
            facts: vec![
                fact("door-sign-door", payload.door.to_string()),
                fact("door-sign-quarter", quarter_name(payload.quarter, words)),
                fact("door-sign-authority", authority),
            ],
            stars_note: words.say("door-sign-stars", &[]),
            stars: self.stars(),
            todo: self.todo(),
        }
    }

    fn title(&self) -> &'static str {
        match (self.by.state, self.age, &self.whose) {
            (CheckState::Holds, Age::Current, Whose::Own { differences }) => {
                if differences.is_empty() { "door-sign-own" } else { "door-sign-differs" }
            }
            (CheckState::Holds, Age::Current, Whose::Another { .. }) => "door-sign-another",
            (
                CheckState::Holds,
                Age::Current,
                Whose::OwnThen | Whose::NotCompared(_) | Whose::Unknown,
            ) => "door-sign-current",
            (CheckState::Holds, Age::Earlier, _) => "door-sign-earlier",
            (CheckState::Holds, Age::NotYet, _) => "door-sign-not-yet",
            _ => "door-sign-unknown",
        }
    }

    fn quarter(&self) -> DoorSignCheck {
        let (words, quarter) = (self.words, self.sign.payload().quarter);
        let today = self.latest.day_in(self.sign.zone());
        let key = match self.age {
            Age::Current => "door-sign-is-current",
            Age::Earlier => "door-sign-is-earlier",
            Age::NotYet => "door-sign-is-not-yet",
        };
        let args = [
            ("quarter", quarter_name(quarter, words).into()),
            ("now", quarter_name(Quarter::of(today), words).into()),
            ("date", words.date(today).into()),
        ];
        DoorSignCheck { state: self.age.state().into(), finding: words.say(key, &args) }
    }

    fn door(&self) -> DoorSignCheck {
        let words = self.words;
        let door = ("door", self.sign.payload().door.to_string().into());
        let finding = match &self.whose {
            Whose::Own { differences } => {
                let key = match differences.is_empty() {
                    true => "door-sign-is-own",
                    false => "door-sign-is-own-differs",
                };
                words.say(key, &[&[door], &self.of_statement()[..]].concat())
            }
            Whose::OwnThen => words.say("door-sign-is-own-then", &[door]),
            Whose::NotCompared(why) => {
                let key = match why {
                    NotCompared::EndsBefore => "door-sign-is-own-before",
                    NotCompared::NotInForce => "door-sign-is-own-not-in-force",
                };
                words.say(key, &[&[door], &self.of_statement()[..]].concat())
            }
            Whose::Another { own } => {
                let own: Vec<String> = own.iter().map(ToString::to_string).collect();
                words.say("door-sign-is-another", &[door, ("own", words.row(&own).into())])
            }
            Whose::Unknown => words.say("door-sign-is-any", &[door]),
        };
        DoorSignCheck { state: self.whose.state().into(), finding }
    }

    fn of_statement(&self) -> [Arg<'static>; 2] {
        let to = self.mine.map(|one| self.words.date(one.period.to)).unwrap_or_default();
        [("seq", self.mine.map_or(0, |one| one.seq).into()), ("date", to.into())]
    }

    /// What is on the sign, and what only the statement has, by the rulebook's order.
    fn stars(&self) -> Vec<DoorSignStars> {
        let signed = &self.sign.payload().stars;
        let differences = match &self.whose {
            Whose::Own { differences } => differences.as_slice(),
            Whose::OwnThen | Whose::NotCompared(_) | Whose::Another { .. } | Whose::Unknown => &[],
        };
        let book =
            self.books.as_ref().map(|books| books.as_of(self.sign.payload().quarter.first()));
        let known: Vec<&StarCategory> =
            book.map(|book| &book.stars).into_iter().flatten().collect();
        let mut ids: Vec<&str> = known.iter().map(|category| category.id.as_str()).collect();
        let others = signed.iter().map(|(id, _)| id.as_str());
        let others = others.chain(differences.iter().map(|one| one.category.as_str()));
        for id in others {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let differs = |id: &str| differences.iter().find(|one| one.category == id);
        let named = |id: &&str| signed.of(id) > 0 || differs(id).is_some();
        let row = |id: &str| {
            let category = known.iter().find(|category| category.id == id).copied();
            self.row((id, signed.of(id)), category, differs(id))
        };
        ids.into_iter().filter(named).map(row).collect()
    }

    fn row(
        &self,
        (id, stars): (&str, u8),
        category: Option<&StarCategory>,
        differs: Option<&StarDifference>,
    ) -> DoorSignStars {
        let words = self.words;
        let of = category.map_or(0, |category| category.points.len());
        let args = [("stars", stars.into()), ("of", of.into())];
        let key = if of > 0 { "stars-text" } else { "door-sign-count" };
        let told = differs.map(|one| {
            let [seq, _] = self.of_statement();
            words.say("door-sign-statement", &[seq, ("stars", one.statement.into())])
        });
        DoorSignStars {
            name: category.map_or_else(|| id.to_owned(), |one| one.names.get(words.0)),
            text: words.say(key, &args),
            differs: told.unwrap_or_default(),
        }
    }

    fn todo(&self) -> String {
        let key = match (self.age, &self.whose) {
            (Age::Earlier, _) => "door-sign-earlier-todo",
            (Age::NotYet, _) => "door-sign-not-yet-todo",
            (_, Whose::Own { differences }) if differences.is_empty() => return String::new(),
            (_, Whose::Own { .. }) => "door-sign-differs-todo",
            (_, Whose::OwnThen) => return String::new(),
            (_, Whose::NotCompared(_)) => "door-sign-not-compared-todo",
            (_, Whose::Another { .. } | Whose::Unknown) => "door-sign-another-todo",
        };
        self.words.say(key, &[])
    }
}

/// "fourth quarter of 2026".
pub(super) fn quarter_name(quarter: Quarter, words: Words) -> String {
    let args = [("year", quarter.year().to_string().into())];
    words.say(&format!("quarter-{}", quarter.number()), &args)
}

#[cfg(test)]
#[path = "door_sign_tests.rs"]
mod tests;
