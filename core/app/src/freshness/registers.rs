//! Registers and their lists: "list of …, next due …".

use super::{Presenter, Register};
use crate::view::CheckState;
use crate::view::freshness::{FreshKind, FreshRow};
use crate::words::Arg;
use standing_model::ids::TrustId;
use standing_model::link::Fingerprint;
use standing_model::listing::ListIndex;
use standing_model::register::Lister;
use standing_model::time::{UnixTime, Zone};
use standing_store::{RegisterRow, RegisterTx, StoreError};
use standing_verify::verdict::freshness::{Dates, Published, published};

/// Every register on this phone, with its lists.
pub(super) fn read(tx: &RegisterTx<'_>) -> Result<Vec<Register>, StoreError> {
    let rows = tx.registers()?.into_iter().map(|row| {
        let lists = tx.lists(row.id)?.into_iter().map(|list| (list.index, list.good_until));
        let RegisterRow { trust, index, good_until, .. } = row;
        Ok(Register { trust, index, good_until, lists: lists.collect() })
    });
    rows.collect()
}

impl Presenter<'_> {
    /// The organisations, each list that the publisher names, and the product codes.
    pub(super) fn register(&self, register: &Register) -> Vec<FreshRow> {
        let (words, index) = (self.words, &register.index);
        let latest = self.latest(register.trust);
        let publisher = index.publisher.get(words.0);
        let name = |key: &str| words.say(key, &[("publisher", publisher.as_str().into())]);
        let dates = Dates {
            issued_at: index.issued_at,
            next_update: index.next_update,
            good_until: register.good_until,
        };
        let dates = (dates, &index.zone);
        let count = |rows: u32| ("rows", rows.into());
        let organisations = [count(index.organisations.table().rows), self.authority(&publisher)];
        let products = [count(index.products.table().rows), self.authority(&publisher)];
        let of_register = name("fresh-register");
        let own = self.dated(FreshKind::Register, of_register, dates, latest, &organisations);
        let mut rows = vec![self.or_asking(register.trust, own)];
        for lister in &index.listers {
            rows.push(self.list(register, lister, latest));
        }
        let codes = name("fresh-products");
        rows.push(self.dated(FreshKind::ProductCodes, codes, dates, latest, &products));
        rows
    }

    /// The same row, if a large update waits: of what is newer, its own dates say nothing.
    fn or_asking(&self, trust: TrustId, row: FreshRow) -> FreshRow {
        let mut asking = self.snapshot.asking.iter();
        let Some((_, bytes)) = asking.find(|(asking, _)| *asking == trust) else { return row };
        let size = [("size", self.words.size(*bytes).into())];
        FreshRow {
            state: CheckState::Unknown,
            word: self.words.attribute("register-asks-first", "word", &[]),
            todo: self.words.say("register-asks-first", &size),
            update: Fingerprint::of(&trust).grouped(),
            ..row
        }
    }

    fn list(&self, register: &Register, lister: &Lister, latest: UnixTime) -> FreshRow {
        let lister_name = lister.names.get(self.words.0);
        let name = self.words.say("fresh-list", &[("lister", lister_name.as_str().into())]);
        let here = register.lists.iter().find(|(list, _)| list.iss == lister.iss);
        let authority = self.authority(&lister_name);
        let Some((list, good_until)) = here else {
            let ask = Some("fresh-ask");
            return self.row(FreshKind::List, name, "fresh-list-missing", ask, &[authority]);
        };
        let ListIndex { issued_at, next_update, table, .. } = list;
        let (issued_at, next_update, good_until) = (*issued_at, *next_update, *good_until);
        let dates = (Dates { issued_at, next_update, good_until }, &register.index.zone);
        // A list that is dated ahead of the clock is older than its own date at least.
        let latest = latest.max(issued_at);
        self.dated(
            FreshKind::List,
            name,
            dates,
            latest,
            &[("rows", table.table().rows.into()), authority],
        )
    }

    fn authority<'a>(&self, name: &str) -> Arg<'a> {
        ("authority", name.to_owned().into())
    }

    /// "List of 20 November, next due Friday 27 November."
    fn dated(
        &self,
        kind: FreshKind,
        name: String,
        (dates, zone): (Dates, &Zone),
        latest: UnixTime,
        more: &[Arg<'_>],
    ) -> FreshRow {
        let words = self.words;
        let day = |at: UnixTime| zone.day(at);
        let (due, until) = (day(dates.next_update), day(dates.good_until));
        let args = [
            ("date", words.date(day(dates.issued_at)).into()),
            ("ago", words.ago(dates.issued_at, latest).into()),
            ("due", words.weekday_date(due).into()),
            ("away", words.days_away(due, day(latest)).into()),
            ("until", words.date(until).into()),
        ];
        let args = [&args[..], more].concat();
        let (detail, todo) = match published(dates, latest) {
            Published::Due => ("fresh-dated-due", Some("fresh-ask")),
            Published::Expired => ("fresh-dated-expired", Some("fresh-ask")),
            Published::InDate => ("fresh-dated-good", None),
        };
        self.row(kind, name, detail, todo, &args)
    }
}
