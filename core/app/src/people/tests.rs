//! Several people on one phone: who is called what, who is locked, and that nothing of one is in
//! what is another's.

use super::*;
use crate::testing::{Phone, VILLAGE};
use crate::words::Language;
use standing_store::testing::membership;

fn draft(name: &str, mark: PersonMark, is_locked: bool) -> PersonDraft {
    PersonDraft { name: name.into(), mark, is_locked }
}

/// The owner of the phone, and a neighbour's and a father's membership at the same authority.
fn household(language: Language) -> (Phone, MembershipId, MembershipId) {
    let phone = Phone::joined(VILLAGE, language);
    let (father, other) = (membership("father"), membership("father-at-the-city"));
    for one in [&father, &other] {
        let one = Membership {
            sub: Some(format!("resident-{}", one.id).parse().unwrap()),
            state: MembershipState::Active,
            ..one.clone()
        };
        phone.write(|tx| tx.put_membership(&one));
    }
    (phone, father.id, other.id)
}

#[test]
fn a_membership_is_the_phones_owners_until_somebody_says_whose_it_is() {
    let (phone, father, other) = household(Language::English);
    let people = phone.app.people().unwrap();
    assert_eq!(people.people.len(), 1);
    let own = &people.people[0];
    assert_eq!((own.person.name.as_str(), own.person.acts.as_str()), ("You", ""));
    assert_eq!((own.memberships.len(), own.acting.as_str()), (3, ""));
    assert!(people.text.starts_with("1 person, 3 connections."), "{}", people.text);

    phone.app.keep_person(&father, &draft(" Father ", PersonMark::Square, false)).unwrap();
    let people = phone.app.people().unwrap();
    let names: Vec<_> = people.people.iter().map(|row| row.person.name.as_str()).collect();
    assert_eq!(names, ["You", "Father"]);
    let row = &people.people[1];
    assert_eq!(row.person.acts, "You act for Father.");
    assert!(row.acting.contains("Father’s letter"), "{}", row.acting);
    assert_eq!(row.person.mark, PersonMark::Square);
    assert_eq!(row.memberships[0].membership, father);

    // A second one of the same name is the same person's: one mark, one lock.
    phone.app.keep_person(&other, &draft("Father", PersonMark::Diamond, true)).unwrap();
    let people = phone.app.people().unwrap();
    assert_eq!(people.people[1].memberships.len(), 2);
    let all = phone.app.memberships().unwrap();
    let of = |id: &MembershipId| all.iter().find(|one| one.membership == *id).unwrap();
    for id in [&father, &other] {
        assert_eq!((of(id).person.mark, of(id).person.is_locked), (PersonMark::Diamond, true));
    }
    assert!(!of(&phone.id).person.is_locked);
}

#[test]
fn a_name_that_is_a_number_or_too_long_is_refused_and_nothing_changes() {
    let (phone, father, _) = household(Language::Chinese);
    let keep = |name: &str| phone.app.keep_person(&father, &draft(name, PersonMark::Square, true));
    for (name, code) in [
        ("11010519491231002X", "person-number"),
        ("父110105 19491231 002X", "person-number"),
        ("很".repeat(21).as_str(), "person-name"),
    ] {
        let error = keep(name).unwrap_err();
        assert_eq!((error.kind, error.problem.code.as_str()), (ErrorKind::Invalid, code));
    }
    assert!(phone.app.memberships().unwrap().iter().all(|one| !one.person.is_locked));
    let nobody = MembershipId("nobody".into());
    let error = phone.app.keep_person(&nobody, &draft("爸爸", PersonMark::Square, true));
    assert_eq!(error.unwrap_err().kind, ErrorKind::NotFound);
    keep("爸爸\u{202E}").unwrap();
    let people = phone.app.people().unwrap();
    assert_eq!(people.people[1].person.acts, "您代爸爸办理。");
}

#[test]
fn naming_a_connection_after_a_locked_person_unlocks_nothing() {
    let (phone, father, other) = household(Language::English);
    let keep = |id: &MembershipId, is_locked: bool| {
        phone.app.keep_person(id, &draft("Father", PersonMark::Square, is_locked)).unwrap();
    };
    let locked = || -> Vec<MembershipId> {
        let all = phone.app.memberships().unwrap().into_iter();
        all.filter(|one| one.person.is_locked).map(|one| one.membership).collect()
    };
    keep(&father, true);
    assert_eq!(locked(), std::slice::from_ref(&father));
    // One's own connection is called like Father's, and the lock is left open in the form.
    keep(&phone.id, false);
    let both = locked();
    assert!(both.contains(&father) && both.contains(&phone.id) && !both.contains(&other));
    // Whoever is let into the pages of that person may open them.
    keep(&phone.id, false);
    assert!(locked().is_empty());
}

#[test]
fn what_has_lost_its_name_is_in_nobody_elses_file_and_is_locked() {
    for (language, name) in
        [(Language::English, "Name damaged (2)"), (Language::Chinese, "名称已损坏（2）")]
    {
        let (phone, _, _) = household(language);
        let second = phone.app.memberships().unwrap()[1].membership.clone();
        // A lock without a name: the name was taken out of the file.
        phone.write(|tx| tx.lock_membership(&second, false));
        let people = phone.app.people().unwrap().people;
        let names: Vec<_> = people.iter().map(|row| row.person.name.as_str()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        let damaged = people.iter().find(|row| row.person.name == name).unwrap();
        assert!(damaged.person.is_locked && !damaged.person.acts.is_empty());
        assert!(!damaged.acting.is_empty() && !damaged.person.given.is_empty());
        assert_eq!(damaged.memberships.len(), 1);
        let owners = people.iter().find(|row| row.person.given.is_empty()).unwrap();
        assert_eq!(owners.memberships.len(), 2);
        assert!(!owners.person.is_locked);
        for (of, count) in [(&second, 1), (&owners.memberships[0].membership, 2)] {
            let path = phone.folder.path().join(format!("{of}.zip"));
            phone.app.export_all(Some(of), &path).unwrap();
            let zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
            let names: Vec<_> = zip.file_names().map(|name| name.unwrap()).collect();
            let own = names.iter().filter(|name| name.ends_with("membership.json")).count();
            assert_eq!(own, count, "{names:?}");
        }
        let said = phone.app.archive_contents(Some(&second)).unwrap().text;
        assert!(said.contains(name), "{said}");
        // It is said again, and is as before.
        phone.app.keep_person(&second, &draft("", PersonMark::Circle, false)).unwrap();
        assert_eq!(phone.app.people().unwrap().people.len(), 1);
    }
}

#[test]
fn nothing_of_one_is_in_what_is_anothers() {
    let (phone, father, _) = household(Language::English);
    phone.app.keep_person(&father, &draft("Father", PersonMark::Square, true)).unwrap();
    phone.keep(&phone.statement(1, 3, &[]));
    // The file of each has only what is theirs.
    let file = |of: &MembershipId| {
        let path = phone.folder.path().join(format!("{of}.zip"));
        let view = phone.app.export_all(Some(of), &path).unwrap();
        let said = phone.app.archive_contents(Some(of)).unwrap();
        let zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        let names = zip.file_names().map(|name| name.unwrap().into_owned()).collect::<Vec<_>>();
        (names, view.text, said.text)
    };
    let (mine, _, said) = file(&phone.id);
    assert!(mine.iter().any(|name| name.ends_with("statements/00001.jws")), "{mine:?}");
    assert!(said.contains("1 signed document"), "{said}");
    assert_eq!(mine.iter().filter(|name| name.ends_with("membership.json")).count(), 2);
    let (fathers, _, said) = file(&father);
    assert_eq!(fathers.iter().filter(|name| name.ends_with("membership.json")).count(), 1);
    assert!(!fathers.iter().any(|name| name.ends_with(".jws")), "{fathers:?}");
    assert!(said.contains("0 signed documents"), "{said}");
    assert!(said.contains("This file holds only what belongs to Father."), "{said}");
    // Neither is in the other's pages.
    assert!(phone.app.letters(&father, "statement").unwrap().rest.is_empty());
    assert!(phone.app.home(&father).unwrap().statement.is_none());
    // Whoever leaves takes the name along, and nobody else's.
    phone.app.leave_membership(&father).unwrap();
    assert_eq!(phone.app.people().unwrap().people.len(), 1);
    assert_eq!(phone.app.statements(&phone.id).unwrap().rows.len(), 1);
}

#[test]
fn every_form_says_for_whom_one_acts() {
    use crate::view::cases::CaseTarget;
    use crate::view::records::{DraftBody, RecordDraft};
    let (phone, father, _) = household(Language::English);
    phone.app.keep_person(&father, &draft("Father", PersonMark::Square, false)).unwrap();
    let body = DraftBody::Volunteering {
        organiser: String::new(),
        activity: String::new(),
        occurred_on: String::new(),
        minutes: 0,
    };
    let record = RecordDraft { body, photo: None, edits: None };
    phone.keep(&phone.statement(1, 3, &[]));
    let statement = CaseTarget::Statement { seq: 1 };
    for (membership, acts) in [(&phone.id, ""), (&father, "You act for Father.")] {
        let form = phone.app.check_draft(membership, &record).unwrap();
        assert_eq!(form.person.acts, acts);
        let right = phone.app.right_form(membership).unwrap();
        assert_eq!(right.person.unwrap().acts, acts);
    }
    let contest =
        || phone.app.contest_form(&phone.id, &statement, None).unwrap().person.unwrap().acts;
    assert_eq!(contest(), "");
    phone.app.keep_person(&phone.id, &draft("Mother", PersonMark::Circle, false)).unwrap();
    assert_eq!(contest(), "You act for Mother.");
}
