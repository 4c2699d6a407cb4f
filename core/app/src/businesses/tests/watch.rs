use std::sync::Mutex;

use super::*;
use crate::view::watched::{WatchGroup, WatchedRow};

const HOTEL: &str = "91350100M000100Y43";

fn rows(phone: &Phone) -> Vec<WatchedRow> {
    phone.app.watched().unwrap().rows
}

/// Changes the court's list as a sync does.
fn list(phone: &Phone, change: impl Fn(&standing_store::RegisterTx<'_>, i64)) {
    let store = phone.app.store().unwrap();
    store
        .write_register(|tx| {
            change(tx, tx.registers()?[0].id);
            Ok(())
        })
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
}

fn put(phone: &Phone, row: &Listing) {
    let iss: Issuer = COURT.parse().unwrap();
    list(phone, |tx, id| tx.put_listing(id, &iss, row).unwrap());
}

fn ending_tomorrow() -> Listing {
    let end = Zone::china().day(UnixTime(NOW)).plus_days(1);
    Listing { publish_max: end, ..listing(ListType::Court) }
}

#[test]
fn what_changed_since_it_was_opened_is_told_and_opening_it_ends_that() {
    let phone = phone(&[], Language::English);
    assert!(phone.app.watched().unwrap().text.contains("Watch"));
    phone.app.watch(TEA).unwrap();
    phone.app.watch(HOTEL).unwrap();
    phone.app.watch(TEA).unwrap();
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    let view = phone.app.watched().unwrap();
    assert_eq!(view.text, "2 businesses. No change since you opened them.");
    assert!(view.rows.iter().all(|row| row.group == WatchGroup::Same), "{view:?}");
    assert!(phone.app.business(TEA).unwrap().watched);

    phone.clock.pass(DAY);
    put(&phone, &listing(ListType::Court));
    assert_eq!(phone.app.notice_watched().unwrap(), 1);
    assert_eq!(phone.app.notice_watched().unwrap(), 0, "told once");
    let contested = Listing { state: ListingState::Contested, ..listing(ListType::Court) };
    put(&phone, &contested);
    assert_eq!(phone.app.notice_watched().unwrap(), 1);
    let view = phone.app.watched().unwrap();
    assert_eq!(view.text, "2 businesses. 1 changed since you opened it.");
    assert_eq!((view.changed, view.rows[0].card.uscc.as_str()), (1, TEA));
    assert_eq!(
        view.rows[0].changes,
        [
            "A new black listing. Noticed on 24 November 2026.",
            "It contests a listing. Noticed on 24 November 2026.",
        ]
    );
    phone.app.note_lookup(TEA).unwrap();
    assert!(rows(&phone).iter().all(|row| row.changes.is_empty()));
}

#[test]
fn opening_one_that_left_the_registers_ends_that_too() {
    let far = "91420000737944946L";
    let uscc = far.parse().unwrap();
    let phone = phone(&[(COURT, Listing { uscc, ..ending_tomorrow() })], Language::English);
    phone.app.watch(far).unwrap();
    phone.clock.pass(2 * DAY);
    assert_eq!(phone.app.notice_watched().unwrap(), 1);
    assert_eq!(phone.app.watched().unwrap().changed, 1);
    phone.app.note_lookup(far).unwrap();
    assert_eq!(phone.app.watched().unwrap().changed, 0);
    assert!(phone.app.recent().unwrap().rows.is_empty());
}

#[test]
fn of_a_listing_that_ended_only_its_end_is_told() {
    let phone = phone(&[(COURT, ending_tomorrow())], Language::English);
    phone.app.watch(TEA).unwrap();
    phone.clock.pass(2 * DAY);
    assert_eq!(phone.app.notice_watched().unwrap(), 1);
    let row = rows(&phone).remove(0);
    assert_eq!(
        row.changes,
        ["A black listing has expired; its last day was 23 November 2026. \
          Noticed on 25 November 2026."]
    );
    assert!(!format!("{row:?}").contains("unsafe"), "{row:?}");
}

#[test]
fn where_a_list_is_out_of_date_nobody_says_that_nothing_changed() {
    let phone = phone(&[], Language::English);
    phone.app.watch(TEA).unwrap();
    phone.clock.pass(5 * DAY);
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    let row = rows(&phone).remove(0);
    assert_eq!(row.group, WatchGroup::Unknown);
    assert!(row.unknown.contains("out of date"), "{}", row.unknown);
}

#[test]
fn what_the_person_changed_about_the_registers_is_no_news() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    phone.app.watch(TEA).unwrap();
    let fingerprint = phone.app.registers().unwrap().rows[0].fingerprint.clone();
    phone.app.rely_on_register(&fingerprint, false).unwrap();
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    assert!(rows(&phone)[0].changes.is_empty());
    assert_eq!(rows(&phone)[0].card.name, "杭州西湖茶业有限公司", "by the name that was kept");
    phone.app.rely_on_register(&fingerprint, true).unwrap();
    phone.app.remove_register(&fingerprint).unwrap();
    assert!(rows(&phone)[0].changes.is_empty());
}

#[test]
fn what_ended_before_the_person_changed_something_about_the_registers_is_told() {
    for remove in [false, true] {
        let phone = phone(&[(COURT, ending_tomorrow())], Language::English);
        phone.app.watch(TEA).unwrap();
        let fingerprint = phone.app.registers().unwrap().rows[0].fingerprint.clone();
        phone.clock.pass(2 * DAY);
        if remove {
            phone.app.remove_register(&fingerprint).unwrap();
        } else {
            phone.app.rely_on_register(&fingerprint, false).unwrap();
        }
        let changes = rows(&phone).remove(0).changes;
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert!(changes[0].starts_with("A black listing has expired"), "{changes:?}");
    }
}

/// Forgets a register's rows as a damaged file does: its root stays.
fn lose(phone: &Phone, root: &[u8]) {
    let trust = TrustId::of_root(root);
    phone.app.store().unwrap().write_register(|tx| tx.remove_register(trust)).unwrap();
}

/// Adds the first register's rows, as the next good sync does.
fn rebuild(phone: &Phone) {
    let tea = [(TEA, "杭州西湖茶业有限公司", "West Lake Tea")];
    let listings = [(COURT, listing(ListType::Court))];
    add(phone, b"root", &register_index(), &tea, &listings);
    rely_on_all(phone);
}

fn rely_on_all(phone: &Phone) {
    let store = phone.app.store().unwrap();
    store
        .write_register(|tx| {
            let all = tx.registers()?;
            all.iter().try_for_each(|one| tx.set_register_relied(one.id, true))
        })
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
}

#[test]
fn a_register_that_is_not_here_for_a_while_is_no_news() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    phone.app.watch(TEA).unwrap();
    lose(&phone, b"root");
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    rebuild(&phone);
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    assert!(rows(&phone)[0].changes.is_empty(), "{:?}", rows(&phone));
}

#[test]
fn of_two_registers_one_that_is_not_here_takes_nothing_off() {
    let phone = two(true, "杭州西湖茶业有限公司");
    phone.app.watch(TEA).unwrap();
    lose(&phone, b"second");
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    assert!(rows(&phone)[0].changes.is_empty(), "{:?}", rows(&phone));
}

#[test]
fn a_clock_that_was_set_back_takes_nothing_off() {
    let today = Zone::china().day(UnixTime(NOW));
    let new = Listing { publish_from: today, ..listing(ListType::Court) };
    let phone = phone(&[(COURT, new)], Language::English);
    phone.app.watch(TEA).unwrap();
    phone.clock.pass(-2 * DAY);
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    phone.clock.pass(2 * DAY);
    assert_eq!(phone.app.notice_watched().unwrap(), 0);
    assert!(rows(&phone)[0].changes.is_empty(), "{:?}", rows(&phone));
}

#[test]
fn whom_somebody_watches_is_sealed_erased_and_bounded() {
    let phone = phone(&[], Language::English);
    phone.app.watch(TEA).unwrap();
    assert!(!super::recent::lies_in_the_clear(&phone));
    phone.app.unwatch(TEA).unwrap();
    phone.app.unwatch(TEA).unwrap();
    assert!(rows(&phone).is_empty() && !phone.app.business(TEA).unwrap().watched);
    let stranger = phone.app.watch("91420000737944946L").unwrap_err();
    assert_eq!(stranger.problem.code, "watch-unknown");
    let one = {
        phone.app.watch(TEA).unwrap();
        phone.app.read(|tx| tx.watched()).unwrap().remove(0)
    };
    let hotel: standing_model::business::Uscc = HOTEL.parse().unwrap();
    let many = vec![standing_store::Watched { uscc: hotel.clone(), ..one }; 50];
    phone.app.write(|tx| tx.set_watched(&many)).unwrap();
    assert_eq!(phone.app.watch(TEA).unwrap_err().problem.code, "watch-full");
    phone.app.watch(HOTEL).unwrap();
    phone.app.erase_watched().unwrap();
    assert!(rows(&phone).is_empty());
}

/// A network that gives no answer, and notes who is asked for what.
#[derive(Default)]
struct Noting(Mutex<Vec<String>>);

impl standing_client::transport::Transport for Noting {
    fn send(
        &self,
        request: standing_client::transport::Request,
    ) -> standing_client::transport::Exchange<'_> {
        let asked = format!("{} {} {:?}", request.method.name(), request.url, request.body);
        self.0.lock().unwrap().push(asked);
        Box::pin(async { Err(standing_client::transport::TransportError::Unreachable) })
    }
}

#[tokio::test]
async fn an_hour_of_looking_up_comparing_and_watching_asks_nobody_anything() {
    let mut phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    let network = Arc::new(Noting::default());
    phone.app.transport = network.clone();
    for minute in 0..60 {
        phone.clock.pass(60);
        phone.app.search(if minute % 2 == 0 { "西湖" } else { TEA }).unwrap();
        phone.app.scan("6901234567892").unwrap();
        phone.app.business(TEA).unwrap();
        phone.app.note_lookup(TEA).unwrap();
        phone.app.watch(TEA).unwrap();
        phone.app.compare(&[TEA.to_owned(), HOTEL.to_owned()]).unwrap();
        // What a register of a test proves nothing; it asks nobody for more.
        drop(phone.app.save_answer(TEA).await);
        phone.app.watched().unwrap();
        phone.app.recent().unwrap();
        phone.app.answers().unwrap();
        phone.app.unwatch(HOTEL).unwrap();
    }
    assert_eq!(*network.0.lock().unwrap(), [""; 0]);
    // What asks somebody is noted: adding a register is.
    let link = standing_model::link::Link {
        purpose: standing_model::link::Purpose::Register,
        repo: "https://register.example/tuf".to_owned(),
        root_version: 1,
        fingerprint: Fingerprint::of(&TrustId::of_root(b"another")),
    };
    let stop = crate::Stop::default();
    phone.app.add_register(&link.to_string(), true, Fetch::All, &stop).await.unwrap_err();
    let asked = network.0.lock().unwrap();
    assert_eq!(*asked, ["GET https://register.example/tuf/metadata/1.root.json None"]);
}
