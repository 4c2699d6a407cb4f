//! Two versions of a rulebook differ in what they say, not in where it comes from.

use super::*;
use standing_model::ids::SourceId;

fn village(version: u32) -> Rulebook {
    let root = env!("CARGO_MANIFEST_DIR");
    let name = format!("{root}/../../fixtures/rulebooks/yangqiao-morality-bank-{version}.json");
    Rulebook::read(std::fs::read(name).unwrap().trim_ascii()).unwrap()
}

fn rule_of<'a>(all: &[Amendment<'a>], id: &str) -> Vec<Became<'a>> {
    let found =
        all.iter().filter(|one| matches!(one.subject, Subject::Rule(rule) if rule.id == id));
    found.map(|one| one.became.clone()).collect()
}

#[test]
fn the_village_changed_two_rules_replaced_one_and_shortened_a_step() {
    let (old, new) = (village(7), village(8));
    let all = amendments(&old, &new);
    let changed = |terms| vec![Became::Changed(terms)];
    let points = Term::Points(Points::new(-5), Points::new(-3));
    assert_eq!(rule_of(&all, "R-1"), changed(vec![points, Term::Months(Some(12), Some(6))]));
    let points = Term::Points(Points::new(3), Points::new(2));
    let (cap, months) = (Term::Cap(Some(2), Some(4)), Term::Months(Some(12), Some(6)));
    assert_eq!(rule_of(&all, "W-1"), changed(vec![points, cap, months]));
    assert_eq!(rule_of(&all, "C-1"), [Became::Removed]);
    assert_eq!(rule_of(&all, "C-2"), [Became::Added]);
    let days = Term::Days((30, DayKind::Calendar), (15, DayKind::Working));
    let last = all.last().unwrap();
    assert!(matches!(last.subject, Subject::Step(_)), "{last:?}");
    assert_eq!(last.became, Became::Changed(vec![days]));
    assert_eq!(all.len(), 5);
    assert_eq!(amendments(&new, &new), []);
}

#[test]
fn where_a_fact_comes_from_is_no_change_and_every_term_is_one() {
    let old = village(7);
    let mut new = old.clone();
    let other = "elsewhere".parse::<SourceId>().unwrap();
    new.scale.source = other.clone();
    new.rules[0].source = other.clone();
    new.perks[0].when_source = other.clone();
    new.records.blood_donation.as_mut().unwrap().source = other.clone();
    new.records.volunteering.as_mut().unwrap().minutes_source = other.clone();
    new.publication.iter_mut().for_each(|class| class.source = other.clone());
    assert_eq!(amendments(&old, &new), []);

    change_every_part(&mut new);
    let counts: Vec<usize> = amendments(&old, &new)
        .iter()
        .map(|one| match &one.became {
            Became::Changed(terms) => terms.len(),
            _ => 0,
        })
        .collect();
    assert_eq!(counts, [3, 2, 3, 9, 4, 1, 2, 3, 1]);
}

fn change_every_part(new: &mut Rulebook) {
    let text = |text: &str| LocalText { en: text.into(), zh: text.into() };
    new.scale.decimals = 1;
    new.scale.max = Points::new(200);
    new.scale.start = Points::new(71);
    new.tiers[1].names = text("other");
    new.tiers[1].from = Points::new(61);
    new.stars[0].names = text("other");
    new.stars[0].points[4] = Points::new(3);
    new.stars[0].dimension = "other".parse().unwrap();
    let basis = new.rules[0].legal_basis.clone();
    let rule = &mut new.rules[0];
    rule.names = text("other");
    rule.points = Points::new(9);
    rule.max_per_year = None;
    rule.valid_months = None;
    rule.self_report = !rule.self_report;
    rule.cooling_off_hours += 1;
    rule.photo = !rule.photo;
    rule.legal_basis.clear();
    rule.dimension = "other".parse().unwrap();
    new.perks[0].names = text("other");
    new.perks[0].when = Condition::StarsAtLeast(5);
    new.perks[0].note = text("other");
    new.perks[0].legal_basis = basis;
    new.restrictions[0].note = text("other");
    new.contest[0].names = text("other");
    new.contest[0].days += 1;
    new.records.answer_within_days += 1;
    new.records.volunteering = None;
    new.records.blood_donation.as_mut().unwrap().platelet_days += 1;
    new.publication[0].max_months += 1;
}

#[test]
fn volunteering_that_counts_for_other_hours_is_a_change_of_its_own() {
    let old = village(7);
    let changes: [fn(&mut VolunteeringRules); 3] = [
        |rules| rules.minutes_per_entry += 1,
        |rules| rules.star_hours[0] += 1,
        |rules| rules.rule = "W-1".parse().unwrap(),
    ];
    for change in changes {
        let mut new = old.clone();
        change(new.records.volunteering.as_mut().unwrap());
        let (was, is) = (old.records.volunteering.as_ref(), new.records.volunteering.as_ref());
        let became = Became::Changed(vec![Term::Volunteering(was, is)]);
        assert_eq!(amendments(&old, &new), [Amendment { subject: Subject::Records, became }]);
    }
}
