use crate::testing::{Phone, VILLAGE, sign};
use crate::view::alarms::AlarmStatus;
use crate::words::Language;
use standing_model::ids::{EntryId, TrustId};
use standing_model::message::Typ;
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_store::testing::NOW;
use standing_store::{PinnedRoot, RootPurpose};
use standing_verify::alarm::{Alarm, EntryFault, FileFault, Found, KeptAlarm};

#[test]
fn the_accused_does_not_write_the_warning() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let id: EntryId = format!("8-31-was-corrected-{}", "x".repeat(40)).parse().unwrap();
    let entries = vec![id];
    phone.alarm(Alarm::Entries { fault: EntryFault::Rewritten, n: 8, entries }, &["a", "b"]);
    let [row] = phone.app.alarms(Some(&phone.id)).unwrap().rows.try_into().unwrap();
    let told = row.problem.happened;
    assert!(!told.contains(&"x".repeat(30)) && told.chars().count() < 120, "{told}");
    assert!("8-31 was corrected\u{202e}".parse::<EntryId>().is_err());
}

/// A register on this phone, two of whose files have one version.
fn alarmed_register(phone: &Phone, documents: Vec<String>) {
    let root = b"register".to_vec();
    let trust = TrustId::of_root(&root);
    let (fault, name) = (FileFault::TwoContents, "timestamp".to_owned());
    let found = Found::over(Alarm::PublicFile { fault, name, version: 3 }, documents);
    phone.write(|tx| {
        tx.put_root(&PinnedRoot {
            trust,
            purpose: RootPurpose::Register,
            repo: "https://register.example".into(),
            root,
            pinned_at: UnixTime(NOW),
            checked_at: UnixTime(NOW),
            good_until: UnixTime(NOW + 86_400),
            signed_floor: UnixTime(NOW),
        })?;
        tx.keep_alarm(&KeptAlarm::of(found, trust, None, UnixTime(NOW))).map(drop)
    });
}

#[test]
fn an_alarm_of_a_register_is_shown_where_the_person_looks() {
    let phone = Phone::joined(VILLAGE, Language::English);
    alarmed_register(&phone, vec!["one".into(), "other".into()]);
    let home = phone.app.home(&phone.id).unwrap();
    let codes: Vec<&str> = home.alarms.iter().map(|alarm| alarm.problem.code.as_str()).collect();
    assert_eq!(codes, ["alarm-metadata-two-contents"]);
    let [row] = phone.app.registers().unwrap().rows.try_into().unwrap();
    assert_eq!(row.alarms, home.alarms, "and at the register");
}

#[test]
fn a_phone_with_registers_only_compares_puts_aside_and_opens_again() {
    let phone = Phone::new(Language::English);
    let file =
        |day: &str| format!(r#"{{"signed":{{"version":3,"expires":"{day}","same":[1,2]}}}}"#);
    alarmed_register(&phone, vec![file("2026-12-01"), file("2026-12-02")]);
    let [row] = phone.app.alarms(None).unwrap().rows.try_into().unwrap();
    let view = phone.app.alarm(None, row.alarm).unwrap();
    let differs: Vec<(&str, Vec<&str>)> = view
        .differs
        .iter()
        .map(|one| (one.label.as_str(), one.values.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(differs, [("expires", vec!["2026-12-01", "2026-12-02"])]);
    assert_eq!((view.branches[0].value.as_str(), view.branches[0].in_use), ("Version 3", true));
    let export = phone.app.export_alarm(None, row.alarm).unwrap().json;
    assert!(export.contains("2026-12-02"), "{export}");
    let aside = phone.app.put_aside(None, row.alarm, &view.seen).unwrap();
    assert_eq!(aside.rows[0].status, AlarmStatus::PutAside);
    assert_eq!(phone.app.registers().unwrap().rows[0].alarms, [], "put aside");
    let again = phone.app.reopen(None, row.alarm).unwrap();
    assert_eq!(again.rows[0].status, AlarmStatus::Open);
    assert!(phone.app.alarm(None, row.alarm + 1).is_err());
}

#[test]
fn what_an_authority_changes_in_silence_differs_side_by_side() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let one = phone.statement(1, 3, &[("W-1", "2026-03-01")]);
    let mut other = one.clone();
    let entry = &mut other.entries[0];
    entry.by.en = "Another office".into();
    entry.legal_basis.clear();
    entry.ends_on = Some("2027-01-01".parse().unwrap());
    entry.notified_on = Some("2026-03-05".parse().unwrap());
    other.stars[0].set_by.en = "Another committee".into();
    phone.keep(&one);
    let documents = [&one, &other].map(|statement| sign(Typ::Statement, statement));
    let documents = [documents[0].as_str(), documents[1].as_str()];
    phone.alarm(Alarm::Fork { series: SeriesKind::Statements, n: 1 }, &documents);
    let [row] = phone.app.alarms(Some(&phone.id)).unwrap().rows.try_into().unwrap();
    let view = phone.app.alarm(Some(&phone.id), row.alarm).unwrap();
    let second: Vec<&str> = view.differs.iter().map(|one| one.values[1].as_str()).collect();
    for part in [
        "Recorded by: Another office",
        "Last day it counts: 31 December 2026",
        "told you on",
        "Another committee",
    ] {
        assert!(second.iter().any(|value| value.contains(part)), "{part}: {second:#?}");
    }
    let first: Vec<&str> = view.differs.iter().map(|one| one.values[0].as_str()).collect();
    assert!(first.iter().any(|value| value.starts_with("Basis: ")), "{first:#?}");
}

#[test]
fn the_gravest_comes_first() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let series = SeriesKind::Notices;
    phone.alarm(Alarm::HeadEarlier, &[]);
    phone.alarm(Alarm::BrokenLink { series, n: 2 }, &[]);
    phone.alarm(Alarm::Fork { series, n: 3 }, &[]);
    let home = phone.app.home(&phone.id).unwrap();
    let codes: Vec<&str> = home.alarms.iter().map(|alarm| alarm.problem.code.as_str()).collect();
    assert_eq!(codes, ["alarm-fork-notices", "alarm-broken-link-notices", "alarm-head-earlier"]);
}
