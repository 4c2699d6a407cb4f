//! Cases by days: every row is one case as it is on one day.

use super::*;
use standing_model::rulebook::{DayKind, Rulebook};
use standing_model::time::UnixTime;
use std::fs;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The arrangements that the State Council published; the files name the notices.
fn calendars() -> Vec<Calendar> {
    let root = env!("CARGO_MANIFEST_DIR");
    let read = |year: i32| {
        let path = format!("{root}/../../fixtures/calendars/CN/{year}.json");
        Calendar::read(&fs::read(path).unwrap()).unwrap()
    };
    (2024..=2026).map(read).collect()
}

fn book(name: &str) -> Rulebook {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/../../fixtures/rulebooks/{name}.json");
    Rulebook::read(fs::read(path).unwrap().trim_ascii()).unwrap()
}

/// 15 working days to contest, 15 days to answer, 10 to ask for a review.
fn village() -> Vec<ContestStep> {
    book("yangqiao-morality-bank-8").contest
}

fn on<'a>(steps: &'a [ContestStep], filings: &'a [Filing], today: &str) -> Case<'a> {
    let told_on = Some(day("2026-10-08"));
    Case { steps, told_on, until: None, filings, today: day(today), calendars: &[] }
}

fn arrived(on: &str, due: Option<&str>) -> Filing {
    Filing { arrived_on: Some(day(on)), due_on: due.map(day), due_moved: false, ending: None }
}

fn ended(outcome: Outcome, on: &str, until: Option<&str>) -> Filing {
    let ending = Ending::Decided { on: day(on), outcome, until: until.map(day) };
    Filing { ending: Some(ending), ..arrived("2026-11-02", Some("2026-11-17")) }
}

fn next(state: &CaseState<'_>) -> Option<(Due, String)> {
    state.next.map(|next| (next.what, next.last.day.to_string()))
}

fn open(state: &CaseState<'_>) -> Vec<(String, String)> {
    let text = |one: &Opening<'_>| (one.step.id.to_string(), one.last.day.to_string());
    state.open.iter().map(text).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(step, day)| ((*step).to_owned(), (*day).to_owned())).collect()
}

#[test]
fn the_last_day_to_contest_follows_the_published_working_days_of_three_years() {
    let (steps, calendars) = (village(), calendars());
    for (told, last) in [
        // Spring Festival, Qingming, Labour Day and National Day with their worked week-ends.
        ("2024-02-01", "2024-02-27"),
        ("2024-04-02", "2024-04-24"),
        ("2024-04-26", "2024-05-20"),
        ("2024-09-13", "2024-10-11"),
        ("2025-01-20", "2025-02-14"),
        ("2025-04-25", "2025-05-20"),
        ("2025-09-25", "2025-10-22"),
        ("2026-02-10", "2026-03-09"),
        ("2026-09-18", "2026-10-15"),
        ("2026-04-29", "2026-05-22"),
    ] {
        let case =
            Case { told_on: Some(day(told)), calendars: &calendars, ..on(&steps, &[], told) };
        let found = first_last_day(&case).unwrap();
        assert_eq!((found.day, found.unknown_year), (day(last), None), "{told}");
    }
    let case = Case {
        told_on: Some(day("2026-12-25")),
        calendars: &calendars,
        ..on(&steps, &[], "2026-12-25")
    };
    assert_eq!(first_last_day(&case).unwrap().unknown_year, Some(2027), "marked");
}

#[test]
fn of_a_signed_and_a_computed_last_day_to_contest_the_later_counts() {
    let (steps, calendars) = (village(), calendars());
    let case = Case { calendars: &calendars, ..on(&steps, &[], "2026-10-09") };
    let computed = first_last_day(&case).unwrap().day;
    for (until, last) in [
        (None, computed),
        (Some(computed.plus_days(-1)), computed),
        (Some(computed.plus_days(3)), computed.plus_days(3)),
    ] {
        assert_eq!(first_last_day(&Case { until, ..case }).unwrap().day, last);
    }
    // Nobody said that the resident was told, and the letter names a day.
    let untold = Case { told_on: None, ..case };
    assert_eq!(first_last_day(&untold), None);
    assert_eq!(state(&untold).next, None);
    let until = Some(day("2026-11-04"));
    assert_eq!(first_last_day(&Case { until, ..untold }).unwrap().day, day("2026-11-04"));
}

#[test]
fn a_letter_counts_as_received_by_the_rule_for_how_it_was_sent() {
    let service = book("yangqiao-morality-bank-8").service;
    let told = |noted: Option<&str>, letters: &[(&str, Channel)]| {
        let letters: Vec<_> = letters.iter().map(|(on, how)| (day(on), *how)).collect();
        told_on(noted.map(day), &letters, &service, &[]).map(|day| day.to_string())
    };
    assert_eq!(told(None, &[]), None);
    assert_eq!(told(Some("2026-10-08"), &[]).unwrap(), "2026-10-08");
    assert_eq!(told(None, &[("2026-10-08", Channel::Post)]).unwrap(), "2026-10-15");
    assert_eq!(told(None, &[("2026-10-08", Channel::Hand)]).unwrap(), "2026-10-08");
    // The later of what the authority wrote down and of the first letter.
    let letters = [("2026-10-08", Channel::Post), ("2026-11-08", Channel::App)];
    assert_eq!(told(Some("2026-10-01"), &letters).unwrap(), "2026-10-15");
    assert_eq!(told(Some("2026-10-20"), &letters).unwrap(), "2026-10-20");
}

#[test]
fn an_answer_is_due_on_the_signed_day_and_overdue_on_the_day_after() {
    let steps = village();
    for (due, today, stage) in [
        (Some("2026-11-13"), "2026-11-13", Stage::Answering),
        (Some("2026-11-13"), "2026-11-14", Stage::Overdue(1)),
        // Fifteen days from the day on which it arrived, where none was signed.
        (None, "2026-11-17", Stage::Answering),
        (None, "2026-11-18", Stage::Overdue(1)),
        (None, "2026-12-17", Stage::Overdue(30)),
    ] {
        let filings = [arrived("2026-11-02", due)];
        let found = state(&on(&steps, &filings, today));
        assert_eq!(found.stage, stage, "{due:?} {today}");
        let last = due.unwrap_or("2026-11-17");
        assert_eq!(next(&found), Some((Due::Answer, last.to_owned())));
        assert_eq!(found.open.is_empty(), stage == Stage::Answering);
    }
}

#[test]
fn an_answer_is_not_put_off_by_signing_a_later_day() {
    let steps = village();
    for (due, moved, last, signed, other) in [
        // The authority signs a day ten years away; the rulebook gives it fifteen days.
        ("2036-11-20", false, "2026-11-17", false, Some("2036-11-20")),
        ("2026-11-18", false, "2026-11-17", false, Some("2026-11-18")),
        ("2026-11-17", false, "2026-11-17", true, None),
        ("2026-11-10", false, "2026-11-10", true, None),
        // Moved once, with a reason: both days are named.
        ("2026-12-02", true, "2026-12-02", true, Some("2026-11-17")),
    ] {
        let filings = [Filing { due_moved: moved, ..arrived("2026-11-02", Some(due)) }];
        let found = state(&on(&steps, &filings, last));
        let next = found.next.unwrap();
        assert_eq!((next.last.day, next.signed), (day(last), signed), "{due}");
        assert_eq!((next.other, found.stage), (other.map(day), Stage::Answering), "{due}");
        let after = day(last).plus_days(1).to_string();
        assert_eq!(state(&on(&steps, &filings, &after)).stage, Stage::Overdue(1), "{due}");
    }
}

#[test]
fn a_computed_day_of_an_unknown_year_calls_no_answer_late() {
    let mut steps = village();
    for step in &mut steps {
        step.days_are = DayKind::Working;
    }
    let filings = [arrived("2026-12-20", Some("2027-01-20"))];
    let found = state(&on(&steps, &filings, "2027-01-15"));
    let next = found.next.unwrap();
    assert_eq!((found.stage, next.signed), (Stage::Answering, true), "{next:?}");
    assert!(next.other.is_some_and(|other| other < day("2027-01-15")), "{next:?}");
}

#[test]
fn silence_opens_the_next_office_only_where_it_counts_as_a_refusal() {
    let mut steps = village();
    let filings = [arrived("2026-11-02", None)];
    let found = state(&on(&steps, &filings, "2026-11-20"));
    assert_eq!(open(&found), pairs(&[("review", "2026-11-27"), ("complain", "2027-05-17")]));
    assert_eq!((found.turn, found.open[0].first), (Turn::Resident, day("2026-11-18")));
    for step in &mut steps {
        if step.by == Actor::Authority(Silence::Refusal) {
            step.by = Actor::Authority(Silence::Nothing);
        }
    }
    let found = state(&on(&steps, &filings, "2026-11-20"));
    assert_eq!(open(&found), pairs(&[("complain", "2027-05-17")]));
    assert_eq!(found.turn, Turn::Authority, "the answer is still owed");
}

#[test]
fn a_refusal_opens_the_next_office_until_the_later_of_two_last_days() {
    let steps = village();
    for (until, today, last, turn) in [
        (None, "2026-11-20", "2026-11-26", Turn::Resident),
        (Some("2026-11-20"), "2026-11-20", "2026-11-26", Turn::Resident),
        (Some("2026-12-01"), "2026-11-30", "2026-12-01", Turn::Resident),
        // Late: it is still offered, and nothing is awaited.
        (None, "2026-11-27", "2026-11-26", Turn::Nobody),
    ] {
        let filings = [ended(Outcome::Refused, "2026-11-16", until)];
        let found = state(&on(&steps, &filings, today));
        assert_eq!(open(&found), pairs(&[("review", last)]), "{until:?} {today}");
        assert_eq!((found.stage, found.turn), (Stage::Decided(Outcome::Refused), turn));
        let awaited = (turn == Turn::Resident).then(|| (Due::NextStep, last.to_owned()));
        assert_eq!(next(&found), awaited);
    }
}

#[test]
fn each_office_follows_the_one_before_up_to_the_court() {
    let steps = village();
    let refused = ended(Outcome::Refused, "2026-11-16", None);
    let review = [refused, arrived("2026-11-24", None)];
    let found = state(&on(&steps, &review, "2026-11-25"));
    assert_eq!(next(&found), Some((Due::Answer, "2026-12-09".to_owned())));
    let place = |id: &str| found.steps.iter().find(|(step, _)| step.id == id).unwrap().1;
    assert_eq!(place("object"), Place::Past);
    assert_eq!(place("review"), Place::Past);
    assert!(matches!(place("decide"), Place::Here(Some(_))));
    assert_eq!(place("court"), Place::Ahead);
    let twice = [refused, ended(Outcome::Refused, "2026-12-09", None)];
    let found = state(&on(&steps, &twice, "2026-12-10"));
    assert_eq!(open(&found), pairs(&[("court", "2027-06-09")]));
    assert!(!is_sent(found.open[0].step), "a court takes letters");
    let thrice = [refused, refused, ended(Outcome::Refused, "2027-01-09", None)];
    let found = state(&on(&steps, &thrice, "2027-01-10"));
    assert_eq!((open(&found), found.turn), (Vec::new(), Turn::Nobody));
}

#[test]
fn what_was_granted_is_to_be_carried_out_by_a_day() {
    let steps = village();
    let calendars = calendars();
    for (outcome, opens) in [(Outcome::Granted, 0), (Outcome::Partly, 1)] {
        let filings = [ended(outcome, "2026-09-29", None)];
        let case = Case { calendars: &calendars, ..on(&steps, &filings, "2026-10-30") };
        let found = state(&case);
        // Three working days from 29 September end behind the week of the National Day.
        assert_eq!(next(&found), Some((Due::CarryOut, "2026-10-09".to_owned())));
        assert_eq!((found.turn, found.open.len()), (Turn::Authority, opens));
    }
}

#[test]
fn months_end_on_the_same_number_or_on_the_last_day_of_a_shorter_month() {
    let mut steps = village();
    for (decided, last) in [
        ("2026-08-31", "2027-02-28"),
        ("2027-08-31", "2028-02-29"),
        ("2027-08-29", "2028-02-29"),
        ("2028-02-29", "2028-08-29"),
        ("2026-12-31", "2027-06-30"),
    ] {
        steps.retain(|step| step.id != "review" && step.id != "decide");
        let filings = [ended(Outcome::Refused, decided, None)];
        let found = state(&on(&steps, &filings, decided));
        assert_eq!(open(&found), pairs(&[("court", last)]), "{decided}");
    }
}

#[test]
fn a_day_begins_where_the_authority_is() {
    let zone = standing_model::time::Zone::china().minutes;
    let steps = village();
    // 23 December, 16:30 UTC is the 24th in China.
    let received: UnixTime = UnixTime(1_798_043_400);
    let filings =
        [Filing { arrived_on: Some(received.day_in(zone)), ..arrived("2026-11-02", None) }];
    let found = state(&on(&steps, &filings, "2026-12-24"));
    assert_eq!(next(&found), Some((Due::Answer, "2027-01-08".to_owned())));
}

#[test]
fn a_zone_that_changes_moves_a_computed_day_by_its_hours_and_no_day_that_was_signed() {
    let steps = village();
    // 23 December, 16:30 UTC: arrived in one zone, looked at in another that was signed later.
    let received = UnixTime(1_798_043_400);
    for (minutes, arrived_on, due) in [
        (8 * 60, "2026-12-24", "2027-01-08"),
        // As far west as Urumqi keeps it, an hour of summer time, the ends of the earth.
        (6 * 60, "2026-12-23", "2027-01-07"),
        (9 * 60, "2026-12-24", "2027-01-08"),
        (-12 * 60, "2026-12-23", "2027-01-07"),
        (14 * 60, "2026-12-24", "2027-01-08"),
    ] {
        let zone = standing_model::time::ZoneOffset::of_minutes(minutes).unwrap();
        let day = received.day_in(zone);
        assert_eq!(day.to_string(), arrived_on, "{minutes}");
        let filing = |due_on| Filing { arrived_on: Some(day), ..arrived("2026-11-02", due_on) };
        let computed = [filing(None)];
        let found = state(&on(&steps, &computed, "2026-12-24"));
        assert_eq!(next(&found), Some((Due::Answer, due.to_owned())), "{minutes}");
        // A receipt's own day is a day of the calendar, and stays what was signed.
        let signed = [filing(Some("2026-12-31"))];
        let found = state(&on(&steps, &signed, "2026-12-24"));
        assert_eq!(next(&found), Some((Due::Answer, "2026-12-31".to_owned())), "{minutes}");
    }
}

#[test]
fn without_a_ladder_a_case_has_only_the_days_that_were_signed() {
    let filings = [arrived("2026-11-02", Some("2026-11-20"))];
    let found = state(&on(&[], &filings, "2026-11-21"));
    assert_eq!(
        (found.stage, next(&found)),
        (Stage::Overdue(1), Some((Due::Answer, "2026-11-20".to_owned())))
    );
    let filings = [arrived("2026-11-02", None)];
    let found = state(&on(&[], &filings, "2026-12-21"));
    assert_eq!((found.stage, found.next), (Stage::Answering, None));
}

fn statement(iat: &str, seq: u32, points: i32, state: &str) -> Statement {
    let noon = day(iat).days_since(day("1970-01-01")) * 86_400 + 4 * 3_600;
    serde_json::from_value(serde_json::json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-1", "iat": noon, "seq": seq,
        "period": {"from": "2026-01-01", "to": iat}, "rulebook": "x", "rulebooks": [],
        "score": 70, "tier": "fair",
        "stars": [{
            "id": "S-law", "category": "law", "value": 3, "rulebook": 8, "set_on": "2026-03-12",
            "set_by": {"en": "Office", "zh-Hans": "办"}, "state": "active",
        }],
        "perks": [{"id": "loan", "since": "2026-01-01"}],
        "restrictions": [{"id": "board", "since": "2026-01-01"}],
        "entries": [{
            "id": "8-0031", "rule": "F-2", "rulebook": 8, "points": points,
            "occurred_on": "2026-03-12", "recorded_on": "2026-03-20",
            "by": {"en": "Office", "zh-Hans": "办"}, "document": "1", "legal_basis": [],
            "state": state,
        }],
    }))
    .unwrap()
}

fn entry() -> Target {
    Target::Entry("8-0031".parse().unwrap())
}

fn measure(id: &str) -> Target {
    Target::Measure(id.parse().unwrap())
}

fn star(id: &str) -> Target {
    Target::Star(id.parse().unwrap())
}

/// What is seen of an effect decided on 16 November, of a statement of October and a later one.
fn found(target: Target, change: Change, newest: Option<&Statement>) -> Seen {
    let effect = Effect { target, change, on: day("2026-11-16") };
    let grant = Grant { effect: &effect, decided_on: day("2026-11-16"), carry_out: None };
    let before = statement("2026-10-01", 9, -5, "active");
    seen(grant, Some(&before), newest, standing_model::time::Zone::china().minutes)
}

use Change::{Corrected, Lifted, Withdrawn};
use Seen::{CarriedOut, NotCarriedOut, NotYetSeen};

#[test]
fn what_was_granted_is_looked_for_in_a_statement_of_a_later_day() {
    assert_eq!(found(entry(), Withdrawn, None), NotYetSeen);
    for (change, on, state, expected) in [
        // Of the same day, it may be older than the decision.
        (Withdrawn, "2026-11-16", "active", NotYetSeen),
        (Withdrawn, "2026-11-16", "withdrawn", CarriedOut),
        (Withdrawn, "2026-11-17", "active", NotCarriedOut),
        (Withdrawn, "2026-11-17", "ended", NotCarriedOut),
        (Withdrawn, "2026-11-17", "withdrawn", CarriedOut),
        (Corrected, "2026-11-17", "active", NotCarriedOut),
        (Corrected, "2026-11-17", "withdrawn", CarriedOut),
        (Lifted, "2026-11-17", "ended", CarriedOut),
    ] {
        let newest = statement(on, 10, -5, state);
        assert_eq!(found(entry(), change, Some(&newest)), expected, "{change:?} {on} {state}");
    }
    let newest = statement("2026-11-17", 10, -5, "active");
    assert_eq!(found(Target::Notice(3), Withdrawn, Some(&newest)), NotYetSeen);
}

#[test]
fn only_what_was_there_at_the_decision_can_be_carried_out() {
    let mut newest = statement("2026-11-17", 10, -5, "withdrawn");
    for target in [measure("bus"), Target::Entry("8-0099".parse().unwrap()), star("S-gone")] {
        assert_eq!(found(target.clone(), Withdrawn, Some(&newest)), NotYetSeen, "{target:?}");
    }
    for measure in [measure("board"), measure("loan")] {
        assert_eq!(found(measure, Lifted, Some(&newest)), NotCarriedOut, "still there");
    }
    newest.restrictions.clear();
    newest.perks.clear();
    newest.stars.clear();
    for target in [measure("board"), measure("loan"), star("S-law")] {
        assert_eq!(found(target.clone(), Withdrawn, Some(&newest)), CarriedOut, "{target:?}");
    }
    for (on, seq) in [("2026-11-15", 10), ("2026-11-17", 9), ("2026-11-17", 8)] {
        let old = statement(on, seq, -5, "withdrawn");
        assert_eq!(found(entry(), Withdrawn, Some(&old)), NotYetSeen, "{on} {seq}");
    }
}

#[test]
fn an_effect_is_due_by_the_last_day_to_carry_it_out_however_late_its_own_day_is() {
    let before = statement("2026-10-01", 9, -5, "active");
    for (on, carry_out, until, expected) in [
        ("2026-11-16", None, "2026-11-16", NotYetSeen),
        ("2026-11-16", None, "2026-11-17", NotCarriedOut),
        ("2026-11-20", Some("2026-11-19"), "2026-11-19", NotYetSeen),
        ("2026-11-20", Some("2026-11-19"), "2026-11-20", NotCarriedOut),
        ("2026-11-18", Some("2026-11-30"), "2026-11-19", NotCarriedOut),
        ("2099-01-01", Some("2026-11-19"), "2026-11-20", NotCarriedOut),
        ("2099-01-01", None, "2027-11-16", NotYetSeen),
        ("2099-01-01", None, "2027-11-17", NotCarriedOut),
        // A day before the decision makes nothing due before it.
        ("2026-01-01", None, "2026-11-16", NotYetSeen),
    ] {
        let effect = Effect { target: entry(), change: Withdrawn, on: day(on) };
        let (decided_on, carry_out) = (day("2026-11-16"), carry_out.map(day));
        let grant = Grant { effect: &effect, decided_on, carry_out };
        // It counts what the statement reports on, not when it was signed.
        let mut newest = statement("2028-01-01", 10, -5, "active");
        newest.period.to = day(until);
        let zone = standing_model::time::Zone::china().minutes;
        assert_eq!(seen(grant, Some(&before), Some(&newest), zone), expected, "{on} {until}");
    }
    let steps = village();
    let filings = [ended(Outcome::Partly, "2026-11-16", None)];
    let found = state(&on(&steps, &filings, "2026-11-16"));
    assert_eq!(found.next.unwrap().what, Due::NextStep);
    assert_eq!(found.carry_out, Some(day("2026-11-19")), "also where the next office is open");
}

#[test]
fn a_correction_withdraws_an_entry_and_changes_the_number_or_the_state_of_stars() {
    let newest = |change: fn(&mut Statement)| {
        let mut one = statement("2026-11-17", 10, -5, "active");
        change(&mut one);
        one
    };
    for (target, newest, expected) in [
        (entry(), newest(|one| one.entries[0].document = "2".into()), NotCarriedOut),
        (entry(), newest(|one| *one = statement("2026-11-17", 10, -2, "active")), NotCarriedOut),
        (entry(), newest(|one| one.entries[0].state = EntryState::Ended), NotCarriedOut),
        (entry(), newest(|one| one.entries[0].state = EntryState::Withdrawn), CarriedOut),
        (star("S-law"), newest(|one| one.stars[0].document = Some("2".into())), NotCarriedOut),
        (star("S-law"), newest(|one| one.stars[0].value = 4), CarriedOut),
        (star("S-law"), newest(|one| one.stars[0].state = StarState::Replaced), CarriedOut),
    ] {
        assert_eq!(found(target.clone(), Corrected, Some(&newest)), expected, "{target:?}");
    }
}
