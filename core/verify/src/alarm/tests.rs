use super::*;
use serde_json::json;
use standing_model::ids::TrustId;
use standing_model::message::Notice;
use standing_model::text::LocalText;

const NOW: UnixTime = UnixTime(1_795_392_000);

fn kept(alarm: Alarm, documents: &[&str]) -> KeptAlarm {
    let documents = documents.iter().map(|one| (*one).to_owned()).collect();
    KeptAlarm::of(Found::over(alarm, documents), TrustId(Hash::of(b"root")), None, NOW)
}

fn fork(documents: &[&str]) -> KeptAlarm {
    kept(Alarm::Fork { series: SeriesKind::Statements, n: 8 }, documents)
}

fn reissue(series: &str, n: u32, old: &str, new: &str) -> Notice {
    let hash = |text: &str| Hash::of(text.as_bytes());
    serde_json::from_value(json!({
        "v": 1, "iss": "a.example", "sub": "r", "iat": NOW, "n": 3, "prev": hash("2"),
        "about": {"reissue": {
            "series": series, "items": [{"n": n, "old": hash(old), "new": hash(new)}],
            "why": LocalText { en: "Wrong household".into(), zh: "户别有误".into() },
        }},
        "text": {"en": "t", "zh-Hans": "t"}, "sent_on": "2026-11-20", "channel": "app",
        "document": "d",
    }))
    .unwrap()
}

fn explains(notice: &Notice) -> Explains<'_> {
    Explains { n: notice.n, sent_on: notice.sent_on, about: &notice.about }
}

#[test]
fn a_notice_explains_exactly_the_hashes_that_it_names() {
    let ours = reissue("statements", 8, "a", "b");
    let explained =
        |kept: &KeptAlarm, notice: &Notice| kept.explained([explains(notice)].into_iter());
    assert!(explained(&fork(&["a", "b"]), &ours).is_some());
    assert!(explained(&fork(&["b", "a"]), &ours).is_some());
    // One hash that it does not name, another number, another series.
    assert_eq!(explained(&fork(&["a", "b", "c"]), &ours), None);
    assert_eq!(explained(&fork(&["a", "b"]), &reissue("statements", 7, "a", "b")), None);
    assert_eq!(explained(&fork(&["a", "b"]), &reissue("receipts", 8, "a", "b")), None);
    // It explains that a document was replaced, and nothing else.
    let entries = vec!["E".parse().unwrap()];
    let rewritten = Alarm::Entries { fault: EntryFault::Rewritten, n: 8, entries };
    assert_eq!(explained(&kept(rewritten, &["a", "b"]), &ours), None);
    assert_eq!(explained(&kept(Alarm::WithdrawalGone { n: 8 }, &[]), &ours), None);
}

#[test]
fn notices_cannot_be_replaced_by_a_notice() {
    let json = serde_json::to_value(reissue("statements", 8, "a", "b")).unwrap();
    let text = json.to_string().replace("\"statements\"", "\"notices\"");
    assert!(serde_json::from_str::<Notice>(&text).is_err());
}

#[test]
fn an_explanation_does_not_put_aside_and_putting_aside_is_undone_by_a_new_hash() {
    let notice = reissue("statements", 8, "a", "b");
    let mut alarm = fork(&["a", "b"]);
    assert!(matches!(alarm.state([explains(&notice)].into_iter()), AlarmState::Explained { .. }));
    alarm.put_aside_at = Some(NOW);
    assert_eq!(alarm.state([explains(&notice)].into_iter()), AlarmState::PutAside { at: NOW });
    assert!(!alarm.absorb(fork(&["b"])));
    assert!(alarm.absorb(fork(&["c"])));
    assert_eq!(alarm.state([explains(&notice)].into_iter()), AlarmState::Open);
}

/// The rows of PROTOCOL §3.6.6: from, to, by.
fn moves() -> Vec<[String; 3]> {
    let text = include_str!("../../../PROTOCOL.md");
    let (_, rest) = text.split_once("<!-- table alarm states -->").unwrap();
    let (table, _) = rest.split_once("<!-- end -->").unwrap();
    let cells = |line: &str| {
        let cells: Vec<String> =
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        cells.try_into().unwrap()
    };
    table.trim().lines().skip(2).map(cells).collect()
}

#[test]
fn an_alarm_s_state_moves_as_the_protocol_says() {
    let notice = reissue("statements", 8, "a", "b");
    let mut seen = 0;
    for [from, to, by] in moves() {
        for from in from.split(", ") {
            for explained in [false, true] {
                let mut alarm = fork(&["a", "b"]);
                let mut notices = if explained { vec![explains(&notice)] } else { vec![] };
                let state = |alarm: &KeptAlarm, notices: &[Explains<'_>]| match alarm
                    .state(notices.iter().copied())
                {
                    AlarmState::Open => "open",
                    AlarmState::Explained { .. } => "explained",
                    AlarmState::PutAside { .. } => "put aside",
                };
                alarm.put_aside_at = (from == "put aside").then_some(NOW);
                if state(&alarm, &notices) != from {
                    continue;
                }
                match by.as_str() {
                    "a notice of §3.6.5 that verifies" => notices.push(explains(&notice)),
                    "the person, after the differences were shown" => {
                        alarm.put_aside_at = Some(NOW)
                    }
                    "the person" => alarm.put_aside_at = None,
                    "a new hash" => assert!(alarm.absorb(fork(&["c"]))),
                    other => panic!("{other}: an event without a test"),
                }
                let now = state(&alarm, &notices);
                assert!(to.split(" or ").any(|to| to == now), "{from} by {by}: {now}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 7, "every row, with and without a notice where both can be");
}

#[test]
fn however_many_documents_there_are_no_more_are_kept_than_fit() {
    let mut alarm = fork(&["0", "1"]);
    for n in 2..40 {
        assert!(alarm.absorb(fork(&["0", &n.to_string()])), "each is told");
    }
    assert_eq!(alarm.hashes.len(), MAX_BRANCHES);
    assert_eq!(alarm.evidence.len(), MAX_HASHES);
    let many: Vec<String> = (0..40).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let disowned = Alarm::Disowned { series: SeriesKind::Statements, from: 1, to: 40 };
    let mut run = kept(disowned.clone(), &many);
    assert_eq!((run.hashes.len(), run.evidence.len()), (MAX_HASHES, MAX_HASHES));
    assert!(!run.absorb(kept(disowned, &many)), "the same run says nothing new");
}

#[test]
fn heads_that_say_the_same_are_no_further_evidence() {
    let rollback = |head: &str| {
        let mut found = Found::over(Alarm::Rollback { series: SeriesKind::Notices, n: 3 }, vec![]);
        found.hashes = vec![Hash::of(b"3")];
        found.documents = vec![head.to_owned()];
        KeptAlarm::of(found, TrustId(Hash::of(b"root")), None, NOW)
    };
    let mut alarm = rollback("head of Monday");
    assert!(!alarm.absorb(rollback("head of Tuesday")));
    assert_eq!(alarm.evidence.len(), 1);
}

#[test]
fn the_gravest_come_first() {
    assert!(Gravity::Contradiction < Gravity::Missing && Gravity::Missing < Gravity::Notice);
    assert_eq!(fork(&[]).alarm.gravity(), Gravity::Contradiction);
}

#[test]
fn of_many_entries_the_first_are_named_also_when_they_are_seen_again() {
    let entries = |from: usize, n: usize| -> Vec<EntryId> {
        (from..from + n).map(|at| format!("E-{at}").parse().unwrap()).collect()
    };
    let of = |entries| kept(Alarm::Entries { fault: EntryFault::Rewritten, n: 8, entries }, &["a"]);
    let named = |kept: &KeptAlarm| match &kept.alarm {
        Alarm::Entries { entries, .. } => entries.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(named(&of(entries(0, 9))), entries(0, MAX_ENTRIES));
}
