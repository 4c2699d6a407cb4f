use super::*;

fn recent(phone: &Phone) -> Vec<RecentRow> {
    phone.app.recent().unwrap().rows
}

/// Whether the tea shop's code lies unsealed in what is private.
pub fn lies_in_the_clear(phone: &Phone) -> bool {
    std::fs::read_dir(phone.folder.path()).unwrap().any(|file| {
        let path = file.unwrap().path();
        let private = path.file_name().unwrap().to_string_lossy().starts_with("resident");
        private && std::fs::read(path).unwrap().windows(18).any(|part| part == TEA.as_bytes())
    })
}

/// Shows a business, and notes that the person opened it.
fn open(phone: &Phone, code: &str) {
    phone.app.business(code).unwrap();
    phone.app.note_lookup(code).unwrap();
}

#[test]
fn what_was_opened_is_remembered_the_newest_first_and_each_once() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    assert!(!phone.app.recent().unwrap().empty.is_empty());
    phone.app.search("西湖").unwrap();
    open(&phone, "91420000737944946L");
    assert_eq!(recent(&phone), [], "neither a search nor a code that no register has");
    open(&phone, TEA);
    phone.clock.pass(3_600);
    open(&phone, "91350100M000100Y43");
    let names = |phone: &Phone| recent(phone).into_iter().map(|one| one.name).collect::<Vec<_>>();
    assert_eq!(names(&phone), ["西湖饭店", "杭州西湖茶业有限公司"]);
    phone.clock.pass(3_600);
    open(&phone, TEA);
    assert_eq!(names(&phone), ["杭州西湖茶业有限公司", "西湖饭店"]);
    let row = &recent(&phone)[1];
    assert_eq!((row.looked_up.as_str(), row.region.as_str()), ("1 hour ago", "Hangzhou"));
    assert_eq!(row.code, "91 350100 M000100Y4 3");
}

#[test]
fn at_most_twenty_are_kept_and_one_that_left_the_register_says_so() {
    let phone = phone(&[], Language::English);
    open(&phone, TEA);
    let gone: standing_model::business::Uscc = "91420000737944946L".parse().unwrap();
    let lookup = standing_store::Lookup { uscc: gone, at: UnixTime(NOW), said: None };
    phone.app.write(|tx| tx.set_lookups(&vec![lookup; 25])).unwrap();
    open(&phone, TEA);
    let rows = recent(&phone);
    assert_eq!(rows.len(), 20);
    assert_eq!(rows[1].name, "Not in a register on this phone any more");
}

#[test]
fn what_the_lists_said_that_day_stays_as_a_sentence_without_any_word_of_a_listing() {
    let end = Zone::china().day(UnixTime(NOW)).plus_days(1);
    let short = Listing { publish_max: end, ..listing(ListType::Court) };
    let phone = phone(&[(COURT, short), (TAX, listing(ListType::Red))], Language::English);
    open(&phone, TEA);
    phone.clock.pass(2 * DAY);
    assert_eq!(phone.app.business(TEA).unwrap().listings.len(), 1, "one has ended");
    let row = recent(&phone).remove(0);
    assert_eq!(row.said, "That day: 1 black listing and 1 red listing (commended).");
    open(&phone, "91350100M000100Y43");
    assert_eq!(recent(&phone)[0].said, "That day: not listed.");
    phone.clock.pass(5 * DAY);
    open(&phone, TEA);
    assert_eq!(recent(&phone)[0].said, "That day: not everything was known.");
}

#[test]
fn look_ups_are_sealed_and_erased_by_one_call() {
    let phone = phone(&[], Language::English);
    open(&phone, TEA);
    assert!(!lies_in_the_clear(&phone));
    phone.app.erase_recent().unwrap();
    assert_eq!(recent(&phone), []);
}

#[test]
fn the_registers_are_listed_with_their_publisher_fingerprint_and_day() {
    let none = empty(Language::English).app.registers().unwrap();
    assert!(none.rows.is_empty() && !none.empty.is_empty());
    let phone = phone(&[], Language::English);
    let view = phone.app.registers().unwrap();
    let [one] = view.rows.as_slice() else { panic!("{view:?}") };
    assert_eq!((one.publisher.as_str(), one.region.as_str()), ("Register of Zhejiang", "Zhejiang"));
    assert_eq!(
        (one.host.as_str(), one.added.as_str()),
        ("register.example", "Added on 23 November 2026")
    );
    assert_eq!(one.text, "1 business, lists of 2 offices.");
    let fingerprint = Fingerprint::of(&TrustId::of_root(b"root")).grouped();
    assert_eq!(one.fingerprint, fingerprint);
}

#[test]
fn a_register_whose_data_have_not_come_is_listed_by_its_host() {
    let phone = empty(Language::English);
    let root = PinnedRoot {
        trust: TrustId::of_root(b"root"),
        purpose: RootPurpose::Register,
        repo: "https://register.example".into(),
        root: b"root".to_vec(),
        pinned_at: UnixTime(NOW),
        checked_at: UnixTime(0),
        good_until: UnixTime(0),
        signed_floor: UnixTime(0),
    };
    phone.app.write(|tx| tx.put_root(&root)).unwrap();
    let view = phone.app.registers().unwrap();
    assert_eq!(view.rows[0].publisher, "register.example");
    assert!(view.rows[0].text.contains("not reached"), "{view:?}");
}
