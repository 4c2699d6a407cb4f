//! Everything that this phone holds of one membership, read in one moment and verified again.

mod alarms;

pub(super) use alarms::alarms_of_none;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::authorities::authority_of;
use super::briefs::{self, Known, NoticeBrief, ReceiptBrief, StatementBrief, Summed, Verifier};
use super::latest;
use super::memo::{self, Memo};
use super::refused;
use super::words::Words;
use standing_model::authority::{self, Authority, RulebookPointer};
use standing_model::ids::{Hash, MembershipId, RulebookId, Subject, TrustId};
use standing_model::json;
use standing_model::message::{Head, Notice};
use standing_model::rulebook::{self, Rulebook, RulebookError, Rulebooks};
use standing_model::series::SeriesKind;
use standing_model::statement;
use standing_model::time::{Date, UnixTime, ZoneOffset};
use standing_rules::audit::OwnRecords;
use standing_store::{Membership, MembershipState, StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::alarm::{AlarmState, Explains, KeptAlarm};
use standing_verify::jws::Jws;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::Verified;
use standing_verify::verdict;

/// What this phone holds.
pub(super) struct Holdings {
    pub id: MembershipId,
    pub authority: Authority,
    /// The authority's keys, and whom its documents are for.
    pub keys: IssuerKeys,
    /// The authority's entry in the trust list.
    entry: Hash,
    pub sub: Option<Subject>,
    pub joined_on: Date,
    /// When the trust list was checked last.
    pub keys_checked_at: UnixTime,
    /// Until when the trust list is good.
    pub keys_good_until: UnixTime,
    /// Whether the root signed a trust list of a later version since.
    pub list_unread: bool,
    /// Why the rulebook that the list names is not in use, if it was refused.
    pub book_refused: Option<RulebookError>,
    /// The latest time that anything but the phone's clock gives for it.
    floor: UnixTime,
    /// The newest head, and when it arrived by the phone's clock.
    pub head: Option<(Head, UnixTime)>,
    /// In rising order of `seq`.
    pub statements: Vec<Statement>,
    /// In rising order of `n`.
    pub letters: Vec<Letter>,
    /// The newest item of each series that is of a later version: it cannot be read here.
    pub unread: Vec<(SeriesKind, u32)>,
    /// The gravest first.
    pub alarms: Vec<HeldAlarm>,
    /// In rising order of `n`.
    receipts: Vec<Known<ReceiptBrief>>,
    /// What became of the records that this phone has a receipt for.
    pub own_records: OwnRecords,
    /// By the hash that statements list.
    rulebooks: BTreeMap<Hash, Arc<Rulebook>>,
}

/// What is known of a statement.
pub(super) type Statement = Known<StatementBrief>;

/// A statement that was opened, and what verifying it gave.
pub(super) struct Opened {
    pub seq: u32,
    pub verdict: Result<Arc<Verified<statement::Statement>>, TrustError>,
}

/// A statement in full, and the one before it on this phone.
pub(super) struct Shown {
    pub one: Opened,
    pub before: Option<Opened>,
}

/// What is known of a notice.
pub(super) type Letter = Known<NoticeBrief>;

impl Letter {
    /// What lists need of it; none if it does not verify.
    pub fn notice(&self) -> Option<&NoticeBrief> {
        self.verdict.as_ref().ok()
    }

    fn explains(&self) -> Option<Explains<'_>> {
        let notice = self.notice()?;
        Some(Explains { n: self.n, sent_on: notice.sent_on, about: &notice.about })
    }
}

/// A contradiction that is kept, and where it stands.
#[derive(Clone)]
pub(super) struct HeldAlarm {
    pub id: i64,
    /// Its documents are left out, until it is shown by itself.
    pub kept: KeptAlarm,
    pub state: AlarmState,
    /// The notice that explains it, whether or not the person put it aside.
    pub explained: Option<AlarmState>,
}

impl Opened {
    /// What it says; none if it does not verify.
    pub fn payload(&self) -> Option<&statement::Statement> {
        self.verdict.as_ref().ok().map(|verified| verified.payload())
    }
}

impl Shown {
    /// What it says, if it verifies.
    pub fn payload(&self) -> Option<&statement::Statement> {
        self.one.payload()
    }

    /// What the statement before says, if one verifies.
    pub fn payload_before(&self) -> Option<&statement::Statement> {
        self.before.as_ref()?.payload()
    }
}

impl HeldAlarm {
    /// Whether it breaks what this phone says of a series.
    pub fn breaks(&self, series: SeriesKind) -> bool {
        verdict::statement::breaks_series(&self.kept, series)
    }

    /// Whether it is shown before anything else: until the person puts it aside.
    pub fn is_pressing(&self) -> bool {
        !matches!(self.state, AlarmState::PutAside { .. })
    }
}

impl Holdings {
    /// Reads a membership; none if this phone has not joined it.
    pub fn read(
        tx: &Tx<'_>,
        id: &MembershipId,
        memo: &Memo,
    ) -> Result<Option<Arc<Self>>, StoreError> {
        if let Some(known) = memo.holdings(tx, id) {
            return Ok(Some(known));
        }
        let read = Self::read_again(tx, id, memo)?.map(Arc::new);
        if let Some(read) = &read {
            memo.keep_holdings(tx, read);
        }
        Ok(read)
    }

    fn read_again(tx: &Tx<'_>, id: &MembershipId, memo: &Memo) -> Result<Option<Self>, StoreError> {
        let Some(membership) = tx.membership(id)? else { return Ok(None) };
        if membership.state != MembershipState::Active {
            return Ok(None);
        }
        let Some((authority, keys_checked_at)) = authority_of(tx, &membership)? else {
            return Ok(None);
        };
        let root = tx.root(membership.trust)?;
        let keys = IssuerKeys::of(membership.trust, &authority);
        let sub = membership.sub.as_deref();
        let entry = memo::entry(membership.trust, &authority);
        let verifier = Verifier { keys: &keys, sub, memo, entry };
        let statements: Vec<Statement> = verifier.known(tx, id)?;
        let receipts: Vec<Known<ReceiptBrief>> = verifier.known(tx, id)?;
        let rulebooks = rulebooks(tx, membership.trust, &statements)?;
        let letters: Vec<Letter> = verifier.known(tx, id)?;
        let series =
            alarms::Series { statements: &statements, letters: &letters, receipts: &receipts };
        let (alarms, unread) = (series.alarms(tx, &membership)?, series.unread());
        Ok(Some(Self {
            id: id.clone(),
            head: verifier.head(tx, id)?,
            joined_on: membership.joined_at.day_in(authority.zone.minutes),
            alarms,
            own_records: own_records(&receipts),
            receipts,
            letters,
            keys_checked_at,
            list_unread: tx.public_file(membership.trust, authority::LATER)?.is_some(),
            book_refused: refused::rulebook(tx, membership.trust, &authority.rulebook)?,
            unread,
            keys_good_until: root.map(|root| root.good_until).unwrap_or_default(),
            floor: latest::floor(tx, membership.trust, &membership.iss)?,
            sub: membership.sub.clone(),
            keys,
            entry,
            authority,
            statements,
            rulebooks,
        }))
    }

    /// The latest time that this phone has reason to believe for this membership.
    pub fn latest(&self, now: UnixTime) -> UnixTime {
        now.max(self.floor)
    }

    /// The newest statement on this phone that verifies; the newest of all if none does.
    pub fn newest(&self) -> Option<&Statement> {
        let verified = self.statements.iter().rev().find(|one| one.verdict.is_ok());
        verified.or(self.statements.last())
    }

    /// Whether there is a newer statement: one that the authority counts, however long ago it said
    /// so, or one on this phone, though it may not verify.
    pub fn has_newer(&self, seq: u32) -> bool {
        let counted = self.head.as_ref().map_or(0, |(head, _)| head.statements.n);
        seq < counted.max(self.statements.last().map_or(0, |newest| newest.n))
    }

    /// Whether a statement on this phone no longer verifies.
    pub fn disowned(&self) -> bool {
        self.statements.iter().any(|one| one.verdict.is_err() && !one.is_unread())
    }

    /// Every notice that verifies, and when it reached this phone.
    pub fn notices(&self) -> impl Iterator<Item = (&NoticeBrief, UnixTime)> {
        self.letters.iter().filter_map(|letter| Some((letter.notice()?, letter.stored_at)))
    }

    /// Whether a document was signed before this phone was connected, and came with connecting: an
    /// earlier phone may have had it.
    pub fn came_with_connecting(&self, signed: UnixTime, stored_at: UnixTime) -> bool {
        let day = |at: UnixTime| at.day_in(self.zone());
        day(stored_at) == self.joined_on && day(signed) < self.joined_on
    }

    /// How old the list of keys is.
    pub fn key_list(&self, now: UnixTime) -> verdict::origin::KeyList {
        let (good_until, latest) = (Some(self.keys_good_until), self.latest(now));
        verdict::origin::KeyList { unread: self.list_unread, good_until, latest }
    }

    /// Opens one statement; none if it is not on this phone.
    pub fn open(&self, tx: &Tx<'_>, memo: &Memo, seq: u32) -> Result<Option<Opened>, StoreError> {
        let Some(stored) = tx.document(SeriesKind::Statements, &self.id, seq)? else {
            return Ok(None);
        };
        let verdict = self.verifier(memo).verify(&stored.compact, stored.held_since);
        Ok(Some(Opened { seq, verdict }))
    }

    /// Opens one notice; none if it is not on this phone, or does not verify.
    pub fn open_letter(
        &self,
        tx: &Tx<'_>,
        memo: &Memo,
        n: u32,
    ) -> Result<Option<Arc<Verified<Notice>>>, StoreError> {
        let stored = tx.document(SeriesKind::Notices, &self.id, n)?;
        Ok(stored.and_then(|one| self.verifier(memo).verify(&one.compact, one.held_since).ok()))
    }

    fn verifier<'a>(&'a self, memo: &'a Memo) -> Verifier<'a> {
        Verifier { keys: &self.keys, sub: self.sub.as_deref(), memo, entry: self.entry }
    }

    /// Opens one statement and the one before it; none if it is not on this phone.
    pub fn show(&self, tx: &Tx<'_>, memo: &Memo, seq: u32) -> Result<Option<Shown>, StoreError> {
        let Some(one) = self.open(tx, memo, seq)? else { return Ok(None) };
        let before = self.before(seq).map(|before| self.open(tx, memo, before.n));
        Ok(Some(Shown { one, before: before.transpose()?.flatten() }))
    }

    /// Opens the newest statement that can be opened, and the one before it.
    pub fn show_newest(&self, tx: &Tx<'_>, memo: &Memo) -> Result<Option<Shown>, StoreError> {
        let newest = self.newest().map(|newest| newest.n);
        for held in self.statements.iter().rev().filter(|held| Some(held.n) <= newest) {
            let shown = self.show(tx, memo, held.n)?;
            if shown.is_some() {
                return Ok(shown);
            }
        }
        Ok(None)
    }

    /// Judges one statement.
    pub fn judge(&self, opened: &Opened, now: UnixTime) -> verdict::statement::Verdict {
        let payload = opened.payload();
        let rulebooks = payload.and_then(|payload| self.rulebooks(payload));
        let noted = opened.verdict.as_ref().map(|one| one.as_ref().into());
        let basis = self.basis(opened.seq, noted, now);
        verdict::statement::statement(&basis, payload, rulebooks.as_ref(), &self.own_records)
    }

    fn basis<'a>(
        &'a self,
        seq: u32,
        verified: Result<verdict::statement::Noted, &'a TrustError>,
        now: UnixTime,
    ) -> verdict::statement::Basis<'a> {
        let lasts_days = self.authority.head_lasts_days;
        verdict::statement::Basis {
            seq,
            verified,
            keys: self.key_list(now),
            head: self.head.as_ref().map(|(head, _)| (head, lasts_days)),
            superseded_by: self.superseded_by(seq),
            clock: now,
        }
    }

    /// Whether each statement adds up, by its number. Only those are opened of which that is not
    /// noted.
    pub fn sums(&self, tx: &Tx<'_>, memo: &Memo) -> Result<BTreeMap<u32, Summed>, StoreError> {
        let mut sums = BTreeMap::new();
        for held in &self.statements {
            let brief = held.verdict.as_ref().ok();
            let Some(books) = brief.and_then(|brief| self.rulebooks_of(brief)) else { continue };
            let noted = brief.and_then(|brief| brief.adds_up(&self.own_records));
            let sum = match noted {
                Some(sum) => sum,
                None => {
                    let opened = self.open(tx, memo, held.n)?;
                    let payload = opened.as_ref().and_then(Opened::payload);
                    Summed::of(payload, &books, &self.own_records)
                }
            };
            sums.insert(held.n, sum);
        }
        Ok(sums)
    }

    /// Notes what lists need of each document that verifies and of which it is not noted.
    pub fn note(&self, tx: &Tx<'_>, memo: &Memo) -> Result<(), StoreError> {
        let verifier = self.verifier(memo);
        for held in &self.statements {
            let Ok(brief) = &held.verdict else { continue };
            let books = self.rulebooks_of(brief);
            let summed = books.is_none() || brief.adds_up(&self.own_records).is_some();
            if held.is_noted && summed {
                continue;
            }
            let mut brief = brief.clone();
            if let (Some(books), Some(opened)) = (books, self.open(tx, memo, held.n)?)
                && let Some(payload) = opened.payload()
            {
                brief = brief.with_sum(payload, &books, &self.own_records);
            }
            verifier.note(tx, &self.id, held, &brief)?;
        }
        verifier.note_new(tx, &self.id, &self.letters)?;
        verifier.note_new(tx, &self.id, &self.receipts)
    }

    /// Number and hash of every document of a series.
    pub fn hashes(&self, series: SeriesKind) -> Vec<(u32, Hash)> {
        fn all<B>(known: &[Known<B>]) -> Vec<(u32, Hash)> {
            known.iter().map(|one| (one.n, one.hash)).collect()
        }
        match series {
            SeriesKind::Statements => all(&self.statements),
            SeriesKind::Notices => all(&self.letters),
            SeriesKind::Receipts => all(&self.receipts),
        }
    }

    /// The statement after one, if it is of a later version.
    fn superseded_by(&self, seq: u32) -> Option<u32> {
        let next = self.statements.iter().find(|statement| statement.n > seq);
        next.filter(|next| next.is_unread()).map(|next| next.n)
    }

    /// Whether the statements here are unbroken.
    pub fn complete(&self) -> verdict::statement::Complete {
        self.with_history(verdict::statement::complete)
    }

    /// The state of one row of the list of statements; `sum` says whether it adds up.
    pub fn row_state(
        &self,
        held: &Statement,
        sum: Option<&Summed>,
        now: UnixTime,
    ) -> verdict::State {
        let noted = held.verdict.as_ref().map(|brief| brief.noted(held.hash));
        let basis = self.basis(held.n, noted, now);
        let sum = sum.map_or(verdict::State::Unknown, |sum| sum.state);
        let one = verdict::statement::noted(&basis, sum);
        self.with_history(|history| verdict::statement::in_a_list(held.n, one, history))
    }

    fn with_history<T>(&self, judge: impl FnOnce(&verdict::statement::History<'_>) -> T) -> T {
        let seqs = || self.statements.iter().map(|statement| statement.n);
        let alarms: Vec<_> =
            self.alarms.iter().map(|one| (&one.kept, one.explained.as_ref())).collect();
        judge(&verdict::statement::History {
            ends: seqs().min().zip(seqs().max()),
            disowned: self.disowned(),
            unread: self.statements.iter().find(|one| one.is_unread()).map(|one| one.n),
            alarms: &alarms,
        })
    }

    /// The statement before one, on this phone.
    pub fn before(&self, seq: u32) -> Option<&Statement> {
        self.statements.iter().rev().find(|statement| statement.n < seq)
    }

    /// The versions of the rulebook that a statement lists, if this phone has all of them.
    pub fn rulebooks(&self, statement: &statement::Statement) -> Option<Rulebooks> {
        Rulebooks::of(statement, |hash| self.rulebooks.get(&hash).cloned()).ok()
    }

    /// The same of a statement that is not opened.
    pub fn rulebooks_of(&self, brief: &StatementBrief) -> Option<Rulebooks> {
        let find = |hash| self.rulebooks.get(&hash).cloned();
        Rulebooks::listed(&brief.rulebook, &brief.rulebooks, find).ok()
    }

    /// The version of its rulebook that a statement is judged by as of its last day; the newest
    /// listed one as long as this phone does not have them all.
    pub fn newest_version(&self, statement: &StatementBrief) -> RulebookPointer {
        let in_force = self.rulebooks_of(statement);
        let in_force = in_force.map(|books| books.as_of(statement.period.to).version);
        let newest = statement.rulebooks.iter().map(|listed| listed.version).max();
        let version = in_force.or(newest).unwrap_or(0);
        RulebookPointer { id: statement.rulebook.clone(), version }
    }

    /// The versions of a rulebook on this phone, in rising order. Of two files with one number, the
    /// one that the newer statement lists.
    pub fn versions(&self, id: &RulebookId) -> Vec<Arc<Rulebook>> {
        let mut known: BTreeMap<u32, Arc<Rulebook>> = BTreeMap::new();
        let briefs = self.statements.iter().filter_map(|held| held.verdict.as_ref().ok());
        for brief in briefs.filter(|brief| brief.rulebook == *id) {
            for listed in &brief.rulebooks {
                if let Some(book) = self.rulebooks.get(&listed.sha256) {
                    known.insert(book.version, Arc::clone(book));
                }
            }
        }
        known.into_values().collect()
    }

    /// The zone of the authority's days.
    pub const fn zone(&self) -> ZoneOffset {
        self.authority.zone.minutes
    }

    /// Today, where the authority is; not before a day that was signed for this phone.
    pub fn today(&self, now: UnixTime) -> Date {
        self.latest(now).day_in(self.zone())
    }

    /// The authority's name.
    pub fn authority_name(&self, words: Words) -> String {
        self.authority.names.get(words.0)
    }
}

/// Notes what lists need of the documents of every membership.
pub(super) fn note(tx: &Tx<'_>, memo: &Memo) -> Result<(), StoreError> {
    for membership in tx.memberships()? {
        if let Some(holdings) = Holdings::read(tx, &membership.id, memo)? {
            holdings.note(tx, memo)?;
        }
    }
    Ok(())
}

/// The versions of rulebooks that a membership's statements list: all of them, never only those
/// that entries name (PROTOCOL §3.1.2). Whether a statement verifies does not matter for what is
/// fetched: a rulebook is used by its hash.
pub(super) fn rulebooks_named(
    tx: &Tx<'_>,
    id: &MembershipId,
) -> Result<Vec<RulebookPointer>, StoreError> {
    let mut named = BTreeSet::new();
    for (n, noted) in briefs::rulebooks_noted(tx, id)? {
        let listed = match noted {
            Some(noted) => Some(noted),
            None => tx.document(SeriesKind::Statements, id, n)?.and_then(|stored| {
                let parts = Jws::parse(&stored.compact, statement::MAX_BYTES).ok()?;
                let read = json::read::<statement::Statement>(&parts.payload, statement::MAX_BYTES);
                read.ok().map(|statement| (statement.rulebook, statement.rulebooks))
            }),
        };
        let Some((id, versions)) = listed else { continue };
        named.extend(versions.into_iter().map(|one| (id.to_string(), one.version, id.clone())));
    }
    let pointer = |(_, version, id)| RulebookPointer { id, version };
    Ok(named.into_iter().map(pointer).collect())
}

/// The rulebook that the authority names now, by the hash under which its path was first seen.
pub(super) fn book_in_use(
    tx: &Tx<'_>,
    membership: &Membership,
    authority: &Authority,
) -> Result<Option<(Hash, Rulebook)>, StoreError> {
    let trust = membership.trust;
    let Some(hash) = tx.public_file(trust, &authority.rulebook.path())? else { return Ok(None) };
    let hash: Option<Hash> = String::from_utf8(hash).ok().and_then(|hash| hash.parse().ok());
    let Some(hash) = hash else { return Ok(None) };
    let bytes = tx.public_file(trust, &rulebook::storage_key(hash))?;
    let read = bytes.and_then(|bytes| Rulebook::read(&bytes).ok());
    Ok(read.map(|book| (hash, book)))
}

/// What the receipts on this phone say of the resident's own records; the newest one counts.
fn own_records(receipts: &[Known<ReceiptBrief>]) -> OwnRecords {
    let verified = receipts.iter().filter_map(|one| one.verdict.as_ref().ok());
    verified.map(|receipt| (receipt.record, receipt.sent())).collect()
}

impl Verifier<'_> {
    /// The newest head, and when it arrived.
    fn head(&self, tx: &Tx<'_>, id: &MembershipId) -> Result<Option<(Head, UnixTime)>, StoreError> {
        let newest = tx.newest_head(id)?;
        Ok(newest.and_then(|stored| Some((self.payload(&stored.compact, None)?, stored.stored_at))))
    }
}

/// A statement lists its rulebook's versions by hash, and only those bytes are read.
fn rulebooks(
    tx: &Tx<'_>,
    trust: TrustId,
    statements: &[Statement],
) -> Result<BTreeMap<Hash, Arc<Rulebook>>, StoreError> {
    let verified = statements.iter().filter_map(|one| one.verdict.as_ref().ok());
    let listed = verified.flat_map(|one| one.rulebooks.iter().map(|one| one.sha256));
    let mut read = BTreeMap::new();
    for hash in listed.collect::<BTreeSet<_>>() {
        let bytes = tx.public_file(trust, &rulebook::storage_key(hash))?;
        if let Some(rulebook) = bytes.and_then(|bytes| Rulebook::read(&bytes).ok()) {
            read.insert(hash, Arc::new(rulebook));
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Phone, VILLAGE};
    use crate::view::{CheckKind, CheckState};
    use crate::words::Language;
    use standing_model::series::SeriesKind;
    use standing_verify::alarm::Alarm;

    #[test]
    fn a_fault_of_notices_or_receipts_is_none_of_statements() {
        use SeriesKind::{Notices, Receipts, Statements};
        let alarms = |series| {
            [
                Alarm::Fork { series, n: 1 },
                Alarm::Rollback { series, n: 1 },
                Alarm::BrokenLink { series, n: 1 },
                Alarm::TimeNotRising { series, n: 1 },
                Alarm::Gap { series, from: 1, to: 2 },
            ]
        };
        let kinds = [
            (Notices, CheckState::Holds),
            (Receipts, CheckState::Holds),
            (Statements, CheckState::Fails),
        ];
        for (series, state) in kinds {
            for alarm in alarms(series) {
                let phone = Phone::joined(VILLAGE, Language::English);
                phone.keep(&phone.statement(1, 3, &[]));
                let code = format!("alarm-{}", alarm.code());
                phone.alarm(alarm, &[]);
                let checks = phone.app.statement(&phone.id, 1).unwrap().proof.checks;
                let complete =
                    checks.iter().find(|check| check.kind == CheckKind::Complete).unwrap();
                assert_eq!(complete.state, state, "{code}");
                let told = phone.app.home(&phone.id).unwrap().alarms;
                assert_eq!(told.len(), 1, "{code}");
                assert_eq!(told[0].problem.code, code);
            }
        }
    }
}
