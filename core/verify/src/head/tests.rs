use super::*;
use serde_json::json;

const NOW: i64 = 1_795_392_000;

fn head(iat: i64, tips: [u32; 3], withdrawn: &[u32]) -> Head {
    let tip = |n: u32, name: &str| match n {
        0 => json!({"n": 0}),
        n => json!({"n": n, "last": Hash::of(format!("{name} {n}").as_bytes())}),
    };
    let [statements, notices, receipts] = tips;
    let mut statements = tip(statements, "statement");
    let why = json!({"en": "w", "zh-Hans": "w"});
    let withdrawn = withdrawn.iter().map(|seq| json!({"seq": seq, "at": 1, "why": why}));
    statements["withdrawn"] = withdrawn.collect();
    serde_json::from_value(json!({
        "v": 1, "iss": "a.example", "sub": "r", "iat": iat, "nonce": "pV1cAAAAAAAAAAAAAAAAAA",
        "statements": statements,
        "notices": tip(notices, "notice"), "receipts": tip(receipts, "receipt"),
    }))
    .unwrap()
}

#[derive(Debug, PartialEq)]
struct Says {
    alarms: Vec<Alarm>,
    replaces: bool,
}

fn says(heads: &[Head], newer: &Head) -> Says {
    let compared = Marks::of(heads).compare("head", newer);
    let alarms = compared.found.into_iter().map(|found| found.alarm).collect();
    Says { alarms, replaces: compared.replaces }
}

#[test]
fn each_series_is_told_by_its_own_name_and_none_hides_another() {
    let older = head(NOW, [8, 3, 4], &[]);
    let newer = head(NOW + 1_000, [8, 2, 3], &[]);
    let rollback = |series, n| Alarm::Rollback { series, n };
    let alarms = vec![rollback(SeriesKind::Notices, 3), rollback(SeriesKind::Receipts, 4)];
    assert_eq!(says(&[older], &newer), Says { alarms, replaces: false });
}

#[test]
fn a_lower_number_is_not_yet_for_five_minutes_after_the_first_head_that_named_the_higher() {
    // The same number was named again and again since: that gives no further grace.
    let heads =
        [head(NOW + 600, [8, 0, 0], &[]), head(NOW, [8, 0, 0], &[]), head(NOW - 9, [7, 0, 0], &[])];
    let at = |iat| says(&heads, &head(iat, [7, 0, 0], &[]));
    let not_yet = Says { alarms: Vec::new(), replaces: false };
    assert_eq!(says(&heads[1..], &head(NOW + 300, [7, 0, 0], &[])), not_yet);
    let alarm = Alarm::Rollback { series: SeriesKind::Statements, n: 8 };
    assert_eq!(at(NOW + 700), Says { alarms: vec![alarm], replaces: false });
}

#[test]
fn the_same_number_with_another_hash_is_a_fork_at_any_time() {
    let older = head(NOW, [8, 0, 0], &[]);
    let mut newer = head(NOW, [8, 0, 0], &[]);
    newer.statements.last = Some(Hash::of(b"another"));
    let alarm = Alarm::Fork { series: SeriesKind::Statements, n: 8 };
    assert_eq!(says(&[older], &newer), Says { alarms: vec![alarm], replaces: true });
}

#[test]
fn clocks_of_two_servers_may_differ_by_five_minutes() {
    let older = head(NOW, [8, 0, 0], &[]);
    let at = |iat| says(std::slice::from_ref(&older), &head(iat, [8, 0, 0], &[]));
    assert_eq!(at(NOW - 1), Says { alarms: Vec::new(), replaces: false });
    assert_eq!(at(NOW - 300), Says { alarms: Vec::new(), replaces: false });
    let alarms = vec![Alarm::HeadEarlier];
    assert_eq!(at(NOW - 301), Says { alarms, replaces: false });
    assert_eq!(at(NOW), Says { alarms: Vec::new(), replaces: true });
}

#[test]
fn small_steps_back_do_not_add_up() {
    let heads = [head(NOW - 299, [8, 0, 0], &[]), head(NOW, [8, 0, 0], &[])];
    assert_eq!(says(&heads, &head(NOW - 400, [8, 0, 0], &[])).alarms, [Alarm::HeadEarlier]);
}

#[test]
fn a_withdrawal_never_vanishes() {
    let older = head(NOW, [8, 0, 0], &[5, 6]);
    let at = |iat, withdrawn: &[u32]| {
        says(std::slice::from_ref(&older), &head(iat, [8, 0, 0], withdrawn))
    };
    let alarms = vec![Alarm::WithdrawalGone { n: 5 }];
    assert_eq!(at(NOW + 1_000, &[6, 7]), Says { alarms, replaces: false });
    assert_eq!(at(NOW + 200, &[6]), Says { alarms: Vec::new(), replaces: false });
    assert_eq!(at(NOW + 1_000, &[5, 6, 7]), Says { alarms: Vec::new(), replaces: true });
}

#[test]
fn a_document_that_verified_counts_without_a_head() {
    let mut marks = Marks::of(&[head(NOW, [8, 0, 0], &[])]);
    let mark = Mark { n: 9, last: Some(Hash::of(b"9")), since: UnixTime(NOW) };
    marks.raise(SeriesKind::Statements, mark);
    marks.raise(SeriesKind::Statements, Mark { n: 3, ..mark });
    let compared = marks.compare("head", &head(NOW + 1_000, [8, 0, 0], &[]));
    let alarm = Alarm::Rollback { series: SeriesKind::Statements, n: 9 };
    assert_eq!(compared.found[0].alarm, alarm);
    assert_eq!(compared.position(SeriesKind::Statements), Position::Behind);
}

/// The table of PROTOCOL §3.6.3: its rows, without the first and second.
fn table() -> Vec<Vec<String>> {
    let text = include_str!("../../../PROTOCOL.md");
    let (_, rest) = text.split_once("| the head says |").unwrap();
    let (table, _) = rest.split_once("\n\n").unwrap();
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    table.lines().skip(2).map(cells).collect()
}

#[test]
fn a_head_stands_as_the_protocol_says() {
    let older = head(NOW, [8, 0, 0], &[]);
    let table = table();
    assert_eq!(table.len(), 4);
    for row in table {
        for (seconds, expected) in [(300, &row[1]), (301, &row[2])] {
            let n = match row[0].as_str() {
                "a higher number" => 9,
                "a lower number" => 7,
                _ => 8,
            };
            let mut newer = head(NOW + seconds, [n, 0, 0], &[]);
            if row[0].contains("another hash") {
                newer.statements.last = Some(Hash::of(b"another"));
            }
            let compared = Marks::of(std::slice::from_ref(&older)).compare("head", &newer);
            let word = match compared.position(SeriesKind::Statements) {
                Position::Same => "`same`",
                Position::Ahead => "`ahead`",
                Position::Other => "`fork`",
                Position::NotYet => "`not-yet`",
                Position::Behind => "`rollback`",
            };
            assert_eq!(word, expected, "{row:?} after {seconds} s");
        }
    }
}
