//! What every use case of records needs to know about a membership, read in one moment.

use super::case;
use crate::error::{AppError, ErrorKind};
use crate::people::Whose;
use crate::settings::{self, Networks};
use crate::words::Words;
use crate::{App, authorities, holdings, working_days};
use standing_client::plan::{Brief, BriefRow, Queued, Row};
use standing_client::queue::{Event, Item, State};
use standing_model::authority::{Authority, LATER};
use standing_model::calendar::Calendar;
use standing_model::ids::MembershipId;
use standing_model::message::Head;
use standing_model::record::{Body, Donation};
use standing_model::rulebook::Rulebook;
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime, ZoneOffset};
use standing_store::{Membership, MembershipState, StoreError, Tx};
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, verify};
use standing_verify::verdict::origin::KeyList;
use std::sync::Arc;

/// A membership, its authority, its rulebook and its items.
pub(crate) struct Snapshot {
    pub words: Words,
    /// What the phone's clock says.
    pub now: UnixTime,
    /// The newest signed time that reached this phone from the authority.
    signed: UnixTime,
    /// Until when the list of the authority's keys is good.
    keys_good_until: UnixTime,
    /// Whether a list of a later version was signed since.
    list_unread: bool,
    pub membership: Membership,
    pub whose: Whose,
    pub authority: Authority,
    /// The rulebook that the authority uses now; none until it has reached this phone.
    pub book: Option<Rulebook>,
    /// The calendars by which the authority counts working days.
    pub calendars: Vec<Calendar>,
    /// What lists need of those items that were asked for, the oldest first.
    pub rows: Vec<BriefRow>,
    pub networks: Networks,
}

/// Which items are read in brief.
#[derive(Clone, Copy)]
enum Items<'a> {
    All,
    /// What the page of this one names.
    Of(Option<&'a Row>),
}

impl App {
    /// Reads what records need.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here; `Storage`.
    pub(crate) fn snapshot(&self, id: &MembershipId) -> Result<Snapshot, AppError> {
        self.snapshot_with(id, |_, _| Ok(())).map(|(snapshot, ())| snapshot)
    }

    /// The same, and what else a screen shows, all of one moment.
    ///
    /// # Errors
    /// As [`App::snapshot`].
    pub(crate) fn snapshot_with<T>(
        &self,
        id: &MembershipId,
        more: impl FnOnce(&Tx<'_>, &Snapshot) -> Result<T, StoreError>,
    ) -> Result<(Snapshot, T), AppError> {
        let (words, now) = (self.words(), self.now());
        let read = self.read(|tx| {
            let Some(snapshot) = Snapshot::read(tx, id, Items::All, words, now)? else {
                return Ok(None);
            };
            let more = more(tx, &snapshot)?;
            Ok(Some((snapshot, more)))
        })?;
        read.ok_or_else(|| self.no_membership())
    }

    /// One item of a membership.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Storage`.
    pub(super) fn snapshot_item(
        &self,
        id: &MembershipId,
        item: i64,
    ) -> Result<(Snapshot, Row), AppError> {
        self.snapshot_item_with(id, item, |_, _, _| Ok(()))
            .map(|(snapshot, row, ())| (snapshot, row))
    }

    /// The same, and what else a screen shows of the item, all of one moment.
    ///
    /// # Errors
    /// As [`App::snapshot_item`].
    pub(super) fn snapshot_item_with<T>(
        &self,
        id: &MembershipId,
        item: i64,
        more: impl FnOnce(&Tx<'_>, &Snapshot, &Row) -> Result<T, StoreError>,
    ) -> Result<(Snapshot, Row, T), AppError> {
        let (words, now) = (self.words(), self.now());
        let read = self.read(|tx| {
            let mut row = tx.queue_item::<Queued>(item)?.filter(|row| row.membership == *id);
            if let Some(row) = &mut row {
                wake(&mut row.item.progress, now);
            }
            let Some(snapshot) = Snapshot::read(tx, id, Items::Of(row.as_ref()), words, now)?
            else {
                return Ok(None);
            };
            let more = row.as_ref().map(|row| more(tx, &snapshot, row)).transpose()?;
            Ok(Some((snapshot, row.zip(more))))
        })?;
        let (snapshot, found) = read.ok_or_else(|| self.no_membership())?;
        let (row, more) = found.ok_or_else(|| self.no_record())?;
        Ok((snapshot, row, more))
    }

    pub(super) fn no_record(&self) -> AppError {
        self.words().error(ErrorKind::NotFound, "no-record", &[])
    }
}

impl Snapshot {
    fn read(
        tx: &Tx<'_>,
        id: &MembershipId,
        items: Items<'_>,
        words: Words,
        now: UnixTime,
    ) -> Result<Option<Self>, StoreError> {
        let Some(membership) = tx.membership(id)? else { return Ok(None) };
        if membership.state != MembershipState::Active {
            return Ok(None);
        }
        let Some((authority, _)) = authorities::authority_of(tx, &membership)? else {
            return Ok(None);
        };
        let book = holdings::book_in_use(tx, &membership, &authority)?.map(|(_, book)| book);
        let signed = newest_signed(tx, &membership, &authority)?;
        let keys_good_until = tx.root(membership.trust)?.map(|root| root.good_until);
        let today = now.max(signed).day_in(authority.zone.minutes);
        let trust = membership.trust;
        Ok(Some(Self {
            words,
            now,
            signed,
            calendars: working_days::calendars(tx, trust, &authority, today)?,
            keys_good_until: keys_good_until.unwrap_or_default(),
            list_unread: tx.public_file(membership.trust, LATER)?.is_some(),
            rows: items.read(tx, id, now)?,
            networks: settings::networks(tx)?,
            whose: Whose::read(tx, id)?,
            membership,
            authority,
            book,
        }))
    }

    /// The rulebook.
    ///
    /// # Errors
    /// `NotFound` until it has reached this phone.
    pub fn book(&self) -> Result<&Rulebook, AppError> {
        let book = self.book.as_ref();
        book.ok_or_else(|| self.words.error(ErrorKind::NotFound, "no-rulebook", &[]))
    }

    /// The zone of the authority's days.
    pub const fn zone(&self) -> ZoneOffset {
        self.authority.zone.minutes
    }

    /// Today, where the authority is. It is not before a day that the authority signed, whatever
    /// the phone's clock says.
    pub fn today(&self) -> Date {
        self.now.max(self.signed).day_in(self.zone())
    }

    pub fn authority_name(&self) -> String {
        self.authority.names.get(self.words.0)
    }

    pub fn keys(&self) -> IssuerKeys {
        IssuerKeys::of(self.membership.trust, &self.authority)
    }

    /// How old the list of the authority's keys is.
    pub fn key_list(&self) -> KeyList {
        let latest = self.now.max(self.signed);
        KeyList { unread: self.list_unread, good_until: Some(self.keys_good_until), latest }
    }

    /// What a record is, in a few words.
    pub fn title(&self, body: &Body) -> String {
        let words = self.words;
        match body {
            Body::SelfReport(report) => {
                let rule = self.book.as_ref().and_then(|book| book.rule(&report.rule));
                rule.map_or_else(|| plain(&report.rule), |rule| rule.names.get(words.0))
            }
            Body::Volunteering(given) => {
                let time = minutes(words, given.minutes);
                words.say("record-volunteering", &[("time", time.into())])
            }
            Body::BloodDonation(given) => {
                let amount = amount(words, given.donation);
                words.say("record-blood", &[("amount", amount.into())])
            }
            Body::Contest(_) | Body::Compliance(_) | Body::RightsRequest(_) => {
                case::title(words, body)
            }
            Body::Withdrawal(withdrawal) => {
                let of = self.rows.iter().find(|row| row.item.progress.record == withdrawal.of);
                let of = of.and_then(|row| row.item.about.as_ref());
                let of = of.filter(|(_, of)| !matches!(of, Body::Withdrawal(_)));
                match of.map(|(_, of)| self.title(of)) {
                    Some(of) => words.say("record-withdrawal-of", &[("title", of.into())]),
                    None => words.say("record-withdrawal", &[]),
                }
            }
        }
    }
}

impl Items<'_> {
    fn read(
        self,
        tx: &Tx<'_>,
        id: &MembershipId,
        now: UnixTime,
    ) -> Result<Vec<BriefRow>, StoreError> {
        match self {
            Self::All => items(tx, id, now),
            // A withdrawal is called after the record that it takes back.
            Self::Of(Some(row)) if row.item.withdraws.is_some() => items(tx, id, now),
            Self::Of(_) => Ok(Vec::new()),
        }
    }
}

/// What lists need of a membership's items as they are now: the time that has passed counts, also
/// before a sync or an action writes that down.
pub(crate) fn items(
    tx: &Tx<'_>,
    id: &MembershipId,
    now: UnixTime,
) -> Result<Vec<BriefRow>, StoreError> {
    let mut rows = tx.queue_briefs::<Queued>(id)?;
    for row in rows.iter_mut().filter(|row| is_timed(&row.item.progress)) {
        let mut brief = Brief::clone(&row.item);
        if wake(&mut brief.progress, now) {
            row.item = Arc::new(brief);
        }
    }
    Ok(rows)
}

/// Lets the time that has passed count: cooling off ends, silence discards. Whether it did.
pub(super) fn wake(item: &mut Item, now: UnixTime) -> bool {
    let before = item.state.clone();
    if is_timed(item) {
        let _ = item.step(Event::Woken, now, 0);
    }
    item.state != before
}

const fn is_timed(item: &Item) -> bool {
    matches!(item.state, State::CoolingOff { .. } | State::AwaitingConfirmation { .. })
}

/// The later of the newest head and of what the trust list says about the time.
fn newest_signed(
    tx: &Tx<'_>,
    membership: &Membership,
    authority: &Authority,
) -> Result<UnixTime, StoreError> {
    let floor = tx.root(membership.trust)?.map(|root| root.signed_floor);
    let keys = IssuerKeys::of(membership.trust, authority);
    let sub = membership.sub.as_deref();
    let head = tx.newest_head(&membership.id)?.and_then(|stored| {
        let expected = Expected { keys: &keys, sub, held_since: None };
        Some(verify::<Head>(&stored.compact, expected).ok()?.payload().iat)
    });
    Ok(floor.max(head).unwrap_or_default())
}

/// "3 h", "45 min", "3 h 20 min".
pub(super) fn minutes(words: Words, minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let args = [("hours", hours.into()), ("minutes", rest.into())];
    match (hours, rest) {
        (0, _) => words.say("record-minutes", &args),
        (_, 0) => words.say("record-hours", &args),
        _ => words.say("record-hours-minutes", &args),
    }
}

/// "400 ml", "platelets, 1 unit".
pub(super) fn amount(words: Words, donation: Donation) -> String {
    match donation {
        Donation::WholeBloodMl(ml) => words.say("record-ml", &[("n", ml.into())]),
        Donation::PlateletUnits(units) => words.say("record-units", &[("n", units.into())]),
    }
}

/// The day that a record is about.
pub(super) fn day(made_at: UnixTime, body: &Body, zone: ZoneOffset) -> Date {
    match body {
        Body::SelfReport(report) => report.occurred_on,
        Body::Volunteering(given) => given.occurred_on,
        Body::BloodDonation(given) => given.occurred_on,
        Body::Compliance(compliance) => compliance.on,
        Body::Contest(_) | Body::RightsRequest(_) | Body::Withdrawal(_) => made_at.day_in(zone),
    }
}
