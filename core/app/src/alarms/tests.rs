use crate::testing::{Phone, VILLAGE};
use crate::words::Language;
use standing_model::ids::{EntryId, TrustId};
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
    let [row] = phone.app.alarms(&phone.id).unwrap().rows.try_into().unwrap();
    let told = row.problem.happened;
    assert!(!told.contains(&"x".repeat(30)) && told.chars().count() < 120, "{told}");
    assert!("8-31 was corrected\u{202e}".parse::<EntryId>().is_err());
}

#[test]
fn an_alarm_of_a_register_is_shown_where_the_person_looks() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let root = b"register".to_vec();
    let trust = TrustId::of_root(&root);
    let (fault, name) = (FileFault::TwoContents, "timestamp".to_owned());
    let alarm = Alarm::PublicFile { fault, name, version: 3 };
    let found = Found::over(alarm, vec!["one".into(), "other".into()]);
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
    let home = phone.app.home(&phone.id).unwrap();
    let codes: Vec<&str> = home.alarms.iter().map(|alarm| alarm.code.as_str()).collect();
    assert_eq!(codes, ["alarm-metadata-two-contents"]);
}

#[test]
fn the_gravest_comes_first() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let series = SeriesKind::Notices;
    phone.alarm(Alarm::HeadEarlier, &[]);
    phone.alarm(Alarm::BrokenLink { series, n: 2 }, &[]);
    phone.alarm(Alarm::Fork { series, n: 3 }, &[]);
    let home = phone.app.home(&phone.id).unwrap();
    let codes: Vec<&str> = home.alarms.iter().map(|alarm| alarm.code.as_str()).collect();
    assert_eq!(codes, ["alarm-fork-notices", "alarm-broken-link-notices", "alarm-head-earlier"]);
}
