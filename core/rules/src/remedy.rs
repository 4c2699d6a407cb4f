//! When an organisation on a list, or a resident with an entry, can have it repaired, and by when
//! that is answered.

use standing_model::calendar::Calendar;
use standing_model::listing::Listing;
use standing_model::remedy::{Remedy, RemedyStep, Repair};
use standing_model::statement::Entry;
use standing_model::time::Date;

use super::working_days::{LastDay, last_day_of};

/// What one remedy amounts to for one listing or entry on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<'a> {
    /// The first day on which it may be asked for.
    pub from: Date,
    /// How that stands today.
    pub now: Now,
    /// Another first day that the remedy's own months give, if the list names one that differs.
    pub by_rule: Option<Date>,
    /// Each step and its last day, if it is asked for on the first day that is not past; nothing
    /// if the listing is over before.
    pub steps: Vec<(&'a RemedyStep, LastDay)>,
}

/// Whether it can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// There is nothing to do before the first day.
    NotYet,
    /// It can be asked for.
    Open,
    /// The listing or entry is over by itself before it could be asked for.
    EndsBefore,
}

/// What a remedy amounts to (PROTOCOL §2.2.18). Months end on the same day number, or on the last day of a shorter
/// month (DOMAIN §7.4).
#[must_use]
pub fn plan<'a, C>(
    remedy: &'a Remedy,
    listing: &Listing<C>,
    today: Date,
    calendars: &[Calendar],
) -> Plan<'a> {
    let by_rule = listing.decision_date.plus_months(remedy.after_months.unwrap_or(0));
    let waits = remedy.after_months.is_some();
    let from = listing.publish_min.filter(|_| waits).unwrap_or(by_rule);
    let plan = planned(&remedy.steps, from, Some(listing.ends_on()), today, calendars);
    Plan { by_rule: (by_rule != from).then_some(by_rule), ..plan }
}

/// What the repair of an entry amounts to (PROTOCOL §3.1.3): from so many months after it was
/// recorded on, and not once it stops counting by itself.
#[must_use]
pub fn plan_entry<'a>(
    repair: &'a Repair,
    entry: &Entry,
    today: Date,
    calendars: &[Calendar],
) -> Plan<'a> {
    let from = entry.recorded_on.plus_months(repair.after_months.unwrap_or(0));
    planned(&repair.steps, from, entry.ends_on, today, calendars)
}

fn planned<'a>(
    steps: &'a [RemedyStep],
    from: Date,
    ends_on: Option<Date>,
    today: Date,
    calendars: &[Calendar],
) -> Plan<'a> {
    let begins = from.max(today);
    let now = match () {
        () if ends_on.is_some_and(|ends| begins >= ends) => Now::EndsBefore,
        () if from > today => Now::NotYet,
        () => Now::Open,
    };
    let mut last = LastDay { day: begins, unknown_year: None };
    let steps = steps.iter().filter(|_| now != Now::EndsBefore).map(|step| {
        let next = last_day_of(step.days_are, last.day, step.days.into(), calendars);
        // A step that follows an uncertain day is as uncertain.
        last = LastDay { unknown_year: last.unknown_year.or(next.unknown_year), ..next };
        (step, last)
    });
    let steps = steps.collect();
    Plan { from, now, by_rule: None, steps }
}

#[cfg(test)]
mod tests {
    use super::*;
    use standing_model::ids::Hash;
    use standing_model::listing::{LegalBasis, ListType, ListingState, Severity};
    use standing_model::remedy::RemedyKind;
    use standing_model::rulebook::DayKind;
    use standing_model::text::LocalText;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn text() -> LocalText {
        LocalText { en: "x".into(), zh: "x".into() }
    }

    fn calendar(year: i32) -> Calendar {
        let root = env!("CARGO_MANIFEST_DIR");
        let path = format!("{root}/../../fixtures/calendars/CN/{year}.json");
        Calendar::read(&std::fs::read(path).unwrap()).unwrap()
    }

    fn listing(severity: Severity, decided: &str, publish_min: Option<&str>) -> Listing {
        Listing {
            list_id: "1".parse().unwrap(),
            list_type: ListType::Sector,
            uscc: "91330106MA2CFLDG4R".parse().unwrap(),
            name: "x".into(),
            office: "330100-SJ".parse().unwrap(),
            decision_document: "1".into(),
            decision_date: day(decided),
            legal_basis: Vec::new(),
            conduct: text(),
            severity,
            publish_from: day(decided),
            publish_min: publish_min.map(day),
            publish_max: day("2099-01-01"),
            state: ListingState::Published,
            appeal: None,
            right_of_reply: None,
            reply_origin: None,
            source_hash: Hash::of(b"x"),
        }
    }

    /// The classes of Order No. 36: answered within 10 working days, decided within 3.
    fn remedy(severity: Severity) -> Remedy {
        let step = |days| RemedyStep { names: text(), days, days_are: DayKind::Working };
        Remedy {
            kind: RemedyKind::Repair,
            list_types: vec![ListType::Sector],
            severity: Some(severity),
            names: text(),
            condition: None,
            after_months: match severity {
                Severity::Minor => None,
                Severity::General => Some(3),
                Severity::Serious => Some(12),
            },
            documents: Vec::new(),
            steps: vec![step(10), step(3)],
            basis: LegalBasis { instrument: text(), article: "1".into() },
        }
    }

    #[test]
    fn the_first_day_and_the_end_follow_the_class_from_the_decision_on() {
        use Severity::{General, Minor, Serious};
        for (class, decided, today, from, ends, now) in [
            (Minor, "2026-11-20", "2026-11-29", "2026-11-20", "2027-02-20", Now::Open),
            (General, "2026-11-20", "2026-11-29", "2027-02-20", "2027-11-20", Now::NotYet),
            (General, "2026-05-04", "2026-08-03", "2026-08-04", "2027-05-04", Now::NotYet),
            (General, "2026-05-04", "2026-08-04", "2026-08-04", "2027-05-04", Now::Open),
            (Serious, "2026-11-20", "2027-11-20", "2027-11-20", "2029-11-20", Now::Open),
            // The last day of a shorter month.
            (General, "2026-11-30", "2026-12-01", "2027-02-28", "2027-11-30", Now::NotYet),
            (General, "2027-11-30", "2027-12-01", "2028-02-29", "2028-11-30", Now::NotYet),
            (General, "2026-08-31", "2026-09-01", "2026-11-30", "2027-08-31", Now::NotYet),
            (Minor, "2026-11-30", "2026-12-01", "2026-11-30", "2027-02-28", Now::Open),
            // 29 February.
            (Serious, "2028-02-29", "2028-03-01", "2029-02-28", "2031-02-28", Now::NotYet),
            (General, "2028-02-29", "2028-03-01", "2028-05-29", "2029-02-28", Now::NotYet),
            // On its last day there is nothing left to ask for.
            (General, "2026-11-20", "2027-11-20", "2027-02-20", "2027-11-20", Now::EndsBefore),
        ] {
            let (remedy, listing) = (remedy(class), listing(class, decided, None));
            let plan = plan(&remedy, &listing, day(today), &[]);
            let name = format!("{class:?} {decided} {today}");
            assert_eq!((plan.from, listing.ends_on()), (day(from), day(ends)), "{name}");
            assert_eq!((plan.now, plan.by_rule), (now, None), "{name}");
            assert_eq!(plan.steps.is_empty(), now == Now::EndsBefore, "{name}");
        }
    }

    #[test]
    fn the_lists_own_first_day_counts_and_what_the_rule_gives_is_kept_beside_it() {
        let general = remedy(Severity::General);
        let later = listing(Severity::General, "2026-05-04", Some("2026-09-04"));
        let found = plan(&general, &later, day("2026-08-10"), &[]);
        assert_eq!((found.from, found.now), (day("2026-09-04"), Now::NotYet));
        assert_eq!(found.by_rule, Some(day("2026-08-04")));
        // A first day for repair holds up no correction, which waits for nothing.
        let correction = Remedy { after_months: None, kind: RemedyKind::Correction, ..general };
        let found = plan(&correction, &later, day("2026-08-10"), &[]);
        assert_eq!((found.from, found.now, found.by_rule), (day("2026-05-04"), Now::Open, None));
        let never = listing(Severity::General, "2026-05-04", Some("2030-01-01"));
        let general = remedy(Severity::General);
        assert_eq!(plan(&general, &never, day("2026-08-10"), &[]).now, Now::EndsBefore);
    }

    #[test]
    fn answers_are_counted_in_working_days_from_the_first_day_that_is_not_past() {
        let minor = remedy(Severity::Minor);
        let ends = |decided: &str, today: &str, calendars: &[Calendar]| {
            let listing = listing(Severity::Minor, decided, None);
            let plan = plan(&minor, &listing, day(today), calendars);
            plan.steps.iter().map(|(_, last)| (last.day.to_string(), last.unknown_year)).collect()
        };
        let known: Vec<_> = ends("2026-09-20", "2026-09-28", &[calendar(2026)]);
        // The week of the National Day, and the Saturday that was worked for it.
        assert_eq!(known, [("2026-10-16".to_owned(), None), ("2026-10-21".to_owned(), None)]);
        let unknown: Vec<_> = ends("2026-12-01", "2026-12-24", &[calendar(2026)]);
        assert_eq!(unknown[0], ("2027-01-07".to_owned(), Some(2027)));
        assert_eq!(unknown[1].1, Some(2027), "what follows an uncertain day is uncertain");
        let none: Vec<_> = ends("2026-11-01", "2026-11-02", &[]);
        assert_eq!(none[0], ("2026-11-16".to_owned(), Some(2026)));
    }

    fn entry(recorded_on: &str, ends_on: Option<&str>) -> Entry {
        serde_json::from_value(serde_json::json!({
            "id": "8-0031", "rule": "F-2", "rulebook": 8, "points": -30,
            "occurred_on": "2026-05-01", "recorded_on": recorded_on, "ends_on": ends_on,
            "by": {"en": "x", "zh-Hans": "x"}, "document": "1", "legal_basis": [],
            "state": "active",
        }))
        .unwrap()
    }

    #[test]
    fn an_entry_is_repaired_from_its_months_on_and_not_once_it_stops_counting() {
        let Remedy { names, condition, after_months, documents, steps, basis, .. } =
            remedy(Severity::General);
        let repair = Repair { names, condition, after_months, documents, steps, basis };
        for (recorded, ends, today, from, now) in [
            ("2026-05-04", Some("2028-05-01"), "2026-08-03", "2026-08-04", Now::NotYet),
            ("2026-05-04", Some("2028-05-01"), "2026-08-04", "2026-08-04", Now::Open),
            ("2026-05-04", None, "2046-08-04", "2026-08-04", Now::Open),
            ("2026-05-04", Some("2026-08-04"), "2026-06-01", "2026-08-04", Now::EndsBefore),
            ("2026-05-04", Some("2028-05-01"), "2028-05-01", "2026-08-04", Now::EndsBefore),
            ("2026-11-30", None, "2026-12-01", "2027-02-28", Now::NotYet),
        ] {
            let entry = entry(recorded, ends);
            let found = plan_entry(&repair, &entry, day(today), &[calendar(2026)]);
            assert_eq!((found.from, found.now), (day(from), now), "{recorded} {today}");
            assert_eq!(found.steps.is_empty(), now == Now::EndsBefore, "{recorded} {today}");
        }
        // The week of the National Day is no time to answer in.
        let entry = entry("2026-05-04", None);
        let found = plan_entry(&repair, &entry, day("2026-09-28"), &[calendar(2026)]);
        let last: Vec<String> = found.steps.iter().map(|(_, last)| last.day.to_string()).collect();
        assert_eq!(last, ["2026-10-16", "2026-10-21"]);
        let at_once = Repair { after_months: None, ..repair };
        assert_eq!(plan_entry(&at_once, &entry, day("2026-05-04"), &[]).now, Now::Open);
        assert!(at_once.is_bounded());
        assert!(!Repair { after_months: Some(1_201), ..at_once }.is_bounded());
    }

    #[test]
    fn a_remedy_is_for_its_lists_and_classes_and_never_against_a_red_list() {
        let sector = remedy(Severity::General);
        assert!(sector.is_for(&listing(Severity::General, "2026-05-04", None)));
        assert!(!sector.is_for(&listing(Severity::Serious, "2026-05-04", None)));
        let any = Remedy { severity: None, ..sector.clone() };
        assert!(any.is_for(&listing(Severity::Serious, "2026-05-04", None)));
        let red =
            Listing { list_type: ListType::Red, ..listing(Severity::General, "2026-05-04", None) };
        let all = Remedy { list_types: vec![ListType::Red, ListType::Sector], ..any };
        assert!(!all.is_for(&red) && all.check().is_err());
        let long = Remedy { after_months: Some(37), ..sector.clone() };
        assert!(long.check().is_err() && sector.check().is_ok());
    }
}
