use crate::error::ErrorKind;
use crate::testing::{Phone, VILLAGE, sign};
use crate::view::told::{ToldClock, ToldPlace, ToldTarget, ToldView};
use crate::words::Language;
use serde_json::{Value, json};
use standing_model::ids::Hash;
use standing_model::message::Typ;
use standing_model::series::SeriesKind;
use standing_model::statement::{EntryState, StarState, Statement};
use standing_model::time::UnixTime;
use standing_store::testing::{NOW, membership};
use standing_store::{Document, Membership};

const DAY: i64 = 86_400;

/// What a run brought: a document and the moment at which this phone stored it.
#[derive(Clone)]
struct Came {
    series: SeriesKind,
    document: Document,
}

fn came(series: SeriesKind, n: u32, compact: String, days_ago: i64) -> Came {
    let stored_at = UnixTime(NOW - days_ago * DAY);
    Came { series, document: Document { n, compact, stored_at, head: None, held_since: None } }
}

fn letter(n: u32, prev: Option<Hash>, changes: &Value) -> String {
    let mut letter = json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao",
        "iat": NOW - 50 * DAY, "n": n, "about": "other",
        "text": {"en": "Dear resident.", "zh-Hans": "居民您好。"},
        "sent_on": "2026-10-01", "channel": "post", "document": "2026-121",
    });
    let members = letter.as_object_mut().unwrap();
    members.extend(prev.map(|prev| ("prev".to_owned(), json!(prev))));
    members.extend(changes.as_object().unwrap().clone());
    sign(Typ::Notice, &letter)
}

/// A phone that was connected 200 days ago, on 7 May 2026, and what runs brought since.
fn replayed(language: Language, run: &[Came]) -> Phone {
    let phone = Phone::joined(VILLAGE, language);
    phone.write(|tx| {
        let joined_at = UnixTime(NOW - 200 * DAY);
        tx.put_membership(&Membership { joined_at, ..membership("m") })?;
        for Came { series, document } in run {
            tx.add_document(*series, &phone.id, document)?;
        }
        Ok(())
    });
    phone
}

fn statement(seq: u32, signed: i64, change: impl FnOnce(&Phone, &mut Statement)) -> String {
    let phone = Phone::joined(VILLAGE, Language::English);
    let mut one = phone.statement(seq, 3, &[("W-1", "2026-05-20"), ("R-1", "2026-06-01")]);
    one.iat = UnixTime(NOW - signed * DAY);
    change(&phone, &mut one);
    phone.settle(&mut one);
    sign(Typ::Statement, &one)
}

/// Five statements: the entry "2" is in the third and ended in the fifth. A letter about it came
/// with the fourth.
fn run() -> Vec<Came> {
    use SeriesKind::{Notices, Statements};
    let without = |_: &Phone, one: &mut Statement| one.entries.truncate(1);
    let with = |state: EntryState| {
        move |_: &Phone, one: &mut Statement| {
            one.entries[1].notified_on = "2026-06-10".parse().ok();
            one.entries[1].state = state;
        }
    };
    let about = json!({"about": {"entry": "2"}});
    vec![
        came(Statements, 1, statement(1, 180, without), 180),
        came(Statements, 2, statement(2, 170, without), 170),
        came(Statements, 3, statement(3, 160, with(EntryState::Active)), 150),
        came(Statements, 4, statement(4, 60, with(EntryState::Active)), 60),
        came(Notices, 1, letter(1, None, &about), 49),
        came(Statements, 5, statement(5, 40, with(EntryState::Ended)), 40),
    ]
}

fn entry(id: &str) -> ToldTarget {
    ToldTarget::Entry { entry: id.into() }
}

fn told(phone: &Phone, target: &ToldTarget) -> ToldView {
    phone.app.told(&phone.id, target).unwrap()
}

fn events(view: &ToldView) -> Vec<String> {
    let clock = |clock| if clock == ToldClock::Phone { "phone" } else { "authority" };
    let row = |one: &crate::view::told::ToldEvent| {
        format!("{} | {} | {} | {}", one.day, one.title, one.detail, clock(one.clock))
    };
    view.events.iter().map(row).collect()
}

#[test]
fn one_ledger_has_every_date_and_says_whose_it_is() {
    let phone = replayed(Language::English, &run());
    let view = told(&phone, &entry("2"));
    assert_eq!(
        (view.title.as_str(), view.points.as_str()),
        ("Littering at the river landing", "−5")
    );
    assert!(view.told);
    assert_eq!(view.heading, "A notice about it reached this phone on 5 October 2026.");
    assert_eq!(
        events(&view),
        [
            "1 June 2026 | Happened |  | authority",
            "1 June 2026 | Recorded | by Village office | authority",
            "10 June 2026 | Yangqiao says that it told you |  | authority",
            "16 June 2026 | Signed in statement 3 |  | authority",
            "26 June 2026 | First seen on this phone, in statement 3 |  | phone",
            "1 October 2026 | Date of notice 1 | sent by post, says Yangqiao | authority",
            "5 October 2026 | Notice 1 reached this phone |  | phone",
            "14 October 2026 | No longer counts in statement 5 |  | authority",
            "1 June 2027 | No longer counts from this day on |  | authority",
        ]
    );
    assert_eq!(view.events[6].place, ToldPlace::Letter { n: 1 });
    assert_eq!(view.events[4].place, ToldPlace::Statement { seq: 3 });
    assert_eq!(
        view.gaps,
        [
            "Between 1 June 2026 and 5 October 2026 no notice about it reached this phone.",
            "Yangqiao says that it told you on 10 June 2026. No notice of that day is on this phone. \
             Paper letters are not seen here.",
        ]
    );
    let document = view.origin.iter().find(|row| row.label == "Document number").unwrap();
    assert_eq!(document.value, "2026-1");
}

#[test]
fn the_same_run_played_again_gives_the_same_ledger_in_whichever_order_it_came() {
    let (run, targets) = (run(), [entry("1"), entry("2"), stars()]);
    let first = replayed(Language::Chinese, &run);
    let mut other_order = run.clone();
    other_order.rotate_left(4);
    for other in [run.clone(), other_order] {
        let again = replayed(Language::Chinese, &other).restarted();
        for target in &targets {
            assert_eq!(told(&first, target), told(&again, target));
        }
    }
    // A document that came a day later is another ledger.
    let mut late = run;
    late[4].document.stored_at = UnixTime(NOW - 48 * DAY);
    let late = replayed(Language::Chinese, &late);
    assert_ne!(told(&first, &entry("2")), told(&late, &entry("2")));
}

#[test]
fn what_nobody_told_of_is_said_with_its_days() {
    let phone = replayed(Language::English, &run());
    let view = told(&phone, &entry("1"));
    assert!(!view.told);
    assert_eq!(view.heading, "No notice about it has reached this phone.");
    let today = "From 20 May 2026 until today, 23 November 2026, no notice about it has reached \
                 this phone.";
    assert_eq!(view.gaps, [today]);
    let kind = phone.app.told(&phone.id, &entry("9")).unwrap_err().kind;
    assert_eq!(kind, ErrorKind::NotFound);
}

#[test]
fn what_is_older_than_the_connection_is_called_before_this_phone() {
    let old = |_: &Phone, one: &mut Statement| {
        for entry in &mut one.entries {
            (entry.occurred_on, entry.recorded_on) =
                ("2026-03-01".parse().unwrap(), "2026-03-02".parse().unwrap());
        }
    };
    let about = json!({"about": {"entry": "1"}, "iat": NOW - 210 * DAY, "sent_on": "2026-04-20"});
    let run = [
        came(SeriesKind::Statements, 4, statement(4, 210, old), 200),
        came(SeriesKind::Notices, 1, letter(1, None, &about), 200),
    ];
    let view = told(&replayed(Language::English, &run), &entry("1"));
    let before: Vec<_> = view.events.iter().map(|one| one.is_before).collect();
    assert_eq!(before, [true, true, true, true, false, false, false]);
    assert_eq!(view.events[0].before, "Before this phone was connected");
    assert_eq!(
        view.gaps,
        [
            "It is older than the connection of this phone on 7 May 2026. What reached you before that \
          day is not known here."
        ],
        "no gap is claimed"
    );
    let connected =
        "It came when you connected this phone. An earlier phone may have had it before.";
    assert_eq!(view.events[4].detail, connected);
    let signed = view.events.iter().find(|one| one.title == "Signed in statement 4").unwrap();
    assert!(signed.detail.starts_with("This is the first statement on this phone."));
}

#[test]
fn letters_that_are_missing_or_unread_may_be_about_it() {
    let mut run = run();
    let unread = json!({"v": 2, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao",
        "iat": NOW - 30 * DAY, "n": 4});
    run.push(came(SeriesKind::Notices, 4, sign(Typ::Notice, &unread), 30));
    let view = told(&replayed(Language::English, &run), &entry("1"));
    let missing = "Notices that are not on this phone, by number: 2 and 3. A missing one may be about \
                   this. Sync to fetch it.";
    let unread = "Notices that this phone cannot read, by number: 4. One of these may be about this. \
                  Update Standing.";
    assert_eq!(view.gaps[1..], [missing, unread]);
}

fn stars() -> ToldTarget {
    ToldTarget::Stars { category: "law".into() }
}

#[test]
fn stars_have_a_ledger_by_category_with_those_before() {
    let set = |_: &Phone, one: &mut Statement| {
        let law = one.stars.iter_mut().find(|star| star.category == "law").unwrap();
        law.set_on = "2026-06-01".parse().unwrap();
    };
    let replaced = |phone: &Phone, one: &mut Statement| {
        set(phone, one);
        let law = one.stars.iter_mut().find(|star| star.category == "law").unwrap();
        law.state = StarState::Replaced;
        let mut new = phone.star("law", 5);
        new.id = "S-new".parse().unwrap();
        new.set_on = "2026-09-01".parse().unwrap();
        one.stars.push(new);
    };
    let about = json!({"about": {"star": "S-new"}});
    let run = [
        came(SeriesKind::Statements, 1, statement(1, 160, set), 150),
        came(SeriesKind::Statements, 2, statement(2, 60, replaced), 60),
        came(SeriesKind::Notices, 1, letter(1, None, &about), 49),
    ];
    let view = told(&replayed(Language::English, &run), &stars());
    assert!(view.told);
    let events = events(&view);
    assert!(events.contains(&"1 June 2026 | 3 stars set | by Village office | authority".into()));
    assert!(
        events.contains(&"1 September 2026 | 5 stars set | by Village office | authority".into())
    );
    assert!(events.contains(&"24 September 2026 | Replaced in statement 2 |  | authority".into()));
    assert_eq!(
        view.gaps[0],
        "Between 1 September 2026 and 5 October 2026 no notice about it reached this phone."
    );
}

#[test]
fn a_measure_says_since_when_and_in_which_statements() {
    let low = |phone: &Phone, one: &mut Statement| {
        one.entries.clear();
        let mut many = phone.statement(
            1,
            1,
            &[("R-1", "2026-05-02"), ("R-1", "2026-05-03"), ("F-2", "2026-05-04")],
        );
        one.entries.append(&mut many.entries);
        one.stars = many.stars;
    };
    let run = [
        came(SeriesKind::Statements, 1, statement(1, 160, low), 150),
        came(SeriesKind::Statements, 2, statement(2, 60, |_, _| {}), 60),
    ];
    let phone = replayed(Language::English, &run);
    let view = told(&phone, &ToldTarget::Measure { measure: "notice-board".into() });
    assert!(!view.told);
    let events = events(&view);
    assert_eq!(events[0], "26 June 2026 | First seen on this phone, in statement 1 |  | phone");
    assert!(
        events[1].starts_with("1 October 2026 | Restriction in effect | In statement 1"),
        "{events:?}"
    );
    assert!(events[2].starts_with("1 October 2026 | No longer in statement 2"), "{events:?}");
    let unknown = ToldTarget::Measure { measure: "nothing".into() };
    assert_eq!(phone.app.told(&phone.id, &unknown).unwrap_err().kind, ErrorKind::NotFound);
}

/// The page of a case file, and the names and bytes of everything beside it.
fn case_file(phone: &Phone, target: &ToldTarget) -> (String, Vec<(String, Vec<u8>)>) {
    let path = phone.folder.path().join("case.zip");
    phone.app.case_file(&phone.id, target, &path).unwrap();
    let mut files = crate::testing::entries(&path);
    let page = files.remove(0);
    assert_eq!(page.0, "case.html");
    (String::from_utf8(page.1).unwrap(), files)
}

#[test]
fn a_case_file_has_the_page_and_each_original_as_it_came() {
    let run = run();
    let phone = replayed(Language::Chinese, &run);
    let before = phone.app.told(&phone.id, &entry("2")).unwrap().case_file;
    let (page, files) = case_file(&phone, &entry("2"));
    assert!(before.file_name.starts_with("standing-case-2026-"), "{before:?}");
    assert!(before.text.contains("3份签名原件"), "{before:?}");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let originals = ["statements/00003.jws", "statements/00005.jws", "notices/00001.jws"];
    assert_eq!(names, [&["case.json"][..], &originals].concat());
    for (at, of) in [(1, 2), (2, 5), (3, 4)] {
        let compact = run[of].document.compact.as_bytes();
        assert_eq!(files[at].1, compact, "{}", files[at].0);
        assert!(page.contains(&Hash::of(compact).to_hex()));
    }
    let case: Value = serde_json::from_slice(&files[0].1).unwrap();
    assert_eq!(case["format"], "standing-case-file/1");
    assert_eq!(case["phone_times"][2]["reached_at"], NOW - 49 * DAY);
    // Chinese first, as the person reads it, then English.
    let (zh, en) = (page.find("告知过我吗？"), page.find("Was I told?"));
    assert!(zh.unwrap() < en.unwrap());
    assert!(page.contains("5 October 2026") && page.contains("2026年10月5日"));
    let again = phone.app.case_file(&phone.id, &entry("2"), &phone.folder.path().join("case.zip"));
    assert_eq!(again.unwrap_err().kind, ErrorKind::Storage, "no file is written over");
    let other = phone.folder.path().join("other.zip");
    assert_eq!(
        phone.app.case_file(&phone.id, &entry("9"), &other).unwrap_err().kind,
        ErrorKind::NotFound
    );
    assert!(!other.exists());
}

/// Every tag of a page, without its attributes.
fn tags(page: &str) -> std::collections::BTreeSet<&str> {
    let tags = page.split('<').skip(1);
    tags.map(|tag| tag.split([' ', '>']).next().unwrap()).collect()
}

#[test]
fn a_hostile_document_stays_text_on_the_page() {
    let hostile =
        "<script src='https://evil.example/x.js'>alert(1)</script>\u{202E}\u{2066}&lt;\"'\u{0}";
    let long = format!("{hostile}{}", "<img onerror=x>一".repeat(3_400));
    let about = json!({"about": {"entry": "2"}, "document": "<b>", "text": {"en": long, "zh-Hans": hostile}});
    let mut run = run();
    run[4].document.compact = letter(1, None, &about);
    let with = |_: &Phone, one: &mut Statement| {
        let entry = &mut one.entries[1];
        entry.document = hostile.replace('\u{0}', "");
        entry.by.en = "</section></body><iframe src=//evil.example>".into();
        entry.by.zh = "\u{202E}<style>*{display:none}</style> עברית".into();
    };
    for at in [2, 3, 5] {
        run[at].document.compact = statement(run[at].document.n, 40, with);
    }
    let phone = replayed(Language::English, &run);
    let (page, _) = case_file(&phone, &entry("2"));
    let known = [
        "!DOCTYPE", "/a", "/bdi", "/body", "/h1", "/h2", "/head", "/html", "/li", "/nav", "/p",
        "/section", "/style", "/table", "/td", "/th", "/title", "/tr", "/ul", "a", "bdi", "body",
        "br", "h1", "h2", "head", "html", "li", "meta", "nav", "p", "section", "style", "table",
        "td", "th", "title", "tr", "ul",
    ];
    assert_eq!(tags(&page), known.into());
    assert_eq!(page.matches("<style").count(), 1, "only its own");
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
    let turning =
        |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{0}');
    assert!(!page.contains(turning));
    assert_eq!(page.matches("<bdi>").count(), page.matches("</bdi>").count());
    assert!(page.contains("&lt;img onerror=x&gt;") && page.contains("&lt;/section&gt;"));
    for outside in ["src=\"", "href=\"http", "url(", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
}
