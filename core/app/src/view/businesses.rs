//! Businesses: search, one business with its listings, and what a scanned text is.

use super::alarms::AlarmRow;
use super::door_sign::DoorSignView;
use super::listing_letters::{ListingKey, ListingLetterRow};
use super::receipts::TimelineRow;
use super::{CheckState, KeyValue};

/// What a search found. Never ordered by listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchView {
    /// What was searched, as it was understood.
    pub query: String,
    /// The first answers: what was typed stands in their names, or is their code.
    pub rows: Vec<BusinessCard>,
    /// How many such there are, with those that are not among the first.
    pub found: u32,
    /// Names in which what was typed stands in pieces, perhaps of other businesses, or codes that
    /// differ in one sign from a code that no register has. Without tags: "near matches show no
    /// verdict until tapped".
    pub near: Vec<BusinessCard>,
    /// Names that are called as it was typed, in pinyin ("xihu", "xhcy"); none of those above.
    pub sound: Vec<BusinessCard>,
    /// How many such there are, with those that are not among the first.
    pub sounds: u32,
    /// How many more there are of any kind.
    pub more: u32,
    /// "12 more: type more of the name"; empty if there are none.
    pub more_text: String,
    /// What to say when nothing was found; empty otherwise.
    pub empty: String,
    /// What was typed, if it is the number of a product; nothing is searched by name then.
    pub product: Option<ScanView>,
    /// "Searched in the register of Zhejiang, as of 20 November 2026."
    pub searched: String,
}

/// A business among others. Its tags stand only beside name, region and code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessCard {
    /// Its code.
    pub uscc: String,
    /// Its code in groups of 2, 6, 9 and 1.
    pub code: String,
    /// Its registered name, or the trade name of one person's trade.
    pub name: String,
    /// Its translated name; empty if it has none.
    pub translated: String,
    /// Where it is.
    pub region: String,
    /// Its standing listings, or that there is none.
    pub tags: Vec<ListingTag>,
}

/// What kind of tag: icon and look. A red list is the good one and never has an error's colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TagKind {
    /// "Black list · sanctioned".
    Black,
    /// "Red list · commended".
    Red,
    /// "Was listed on …": the list is past its next update.
    WasListed,
    /// In the register, no listing.
    NotListed,
    /// Cannot be known now.
    Unknown,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingTag {
    /// Its look.
    pub kind: TagKind,
    /// Its words.
    pub text: String,
    /// The deciding office, who signed it if that is another, and the end: "Market regulator of
    /// Hangzhou, until 6 May 2029".
    pub detail: String,
}

/// A business, with everything that its lists say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessView {
    /// Name, region, code, tags.
    pub card: BusinessCard,
    /// What was checked about the code.
    pub code_checks: Vec<KeyValue>,
    /// What each register and each list says, with what it covers. There is no one answer over
    /// all of them.
    pub verdicts: Vec<VerdictLine>,
    /// The same in one text, to be read aloud; that it is unknown if no register has or lists it.
    pub verdict_text: String,
    /// Listings that are published now, the newest decision first.
    pub listings: Vec<ListingView>,
    /// Letters about its listings that were written on this phone, the newest first.
    pub letters: Vec<ListingLetterRow>,
    /// "Another register says …": of registers on which the person does not rely.
    pub others: Vec<String>,
    /// What each list rests on.
    pub lists: Vec<ListProof>,
    /// Whether the person watches it.
    pub watched: bool,
    /// Alarms of registers: what these say here may not be what others are told.
    pub alarms: Vec<AlarmRow>,
}

/// What one register or one list says of a business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictLine {
    /// Whether it is known; it fails where two registers contradict each other.
    pub state: CheckState,
    /// The sentence, naming what was covered.
    pub text: String,
}

/// One listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingView {
    /// Its look and words.
    pub tag: ListingTag,
    /// Its number in its list.
    pub list_id: String,
    /// What the business did.
    pub conduct: String,
    /// What became of it: "Published", "Contested by the business".
    pub state: String,
    /// Who signed it: the list's authority, by the name that the publisher verified.
    pub signed_by: String,
    /// Class, office, document, legal basis: label and value.
    pub facts: Vec<KeyValue>,
    /// How far it is.
    pub term: TermView,
    /// What happened to it and what comes, each with its day.
    pub history: Vec<TimelineRow>,
    /// Its reply, or "No reply published".
    pub reply: String,
    /// Whether it replied.
    pub replied: bool,
    /// When its reply came, and how; empty if there is none or the list does not say.
    pub reply_origin: String,
    /// What the business can do about it; empty for a red listing.
    pub remedies: Vec<RemedyView>,
    /// What a letter about it names; none for a red listing.
    pub key: Option<ListingKey>,
}

/// How long a listing is published, as a bar from its decision to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermView {
    /// How much of it is over, in thousandths.
    pub today: u32,
    /// Where on it repair becomes possible, in thousandths; none if it never does.
    pub repair: Option<u32>,
    /// "Day 202 of 1,096; credit repair possible from day 366": all that the bar shows.
    pub text: String,
}

/// What a business can do about a listing, as the publisher signs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemedyView {
    /// What to do, and with whom.
    pub title: String,
    /// Whether there is anything to do today.
    pub now: RemedyNow,
    /// "Nothing to do until 4 August 2027", "Possible now", or that the listing expires before.
    pub when: String,
    /// The condition, each step with its last day, the rule: label and value.
    pub facts: Vec<KeyValue>,
    /// What is handed in; empty if the publisher names nothing.
    pub documents: Vec<String>,
}

/// Whether a business can do something about a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RemedyNow {
    /// Not before a day.
    NotYet,
    /// Today.
    Open,
    /// Never: the listing is over before.
    EndsBefore,
}

/// What one list rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListProof {
    /// The authority's name.
    pub authority: String,
    /// Whether it holds or is unknown.
    pub state: CheckState,
    /// "In date", "Past its next update", "Not on this phone".
    pub mark: String,
    /// "List of 20 November 2026, checked 2 hours ago, next due 27 November 2026."
    pub text: String,
}

/// What a scanned or typed text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanView {
    /// What it is.
    pub kind: ScanKind,
    /// The business to open: the one scanned, or whom a product's number is licensed to. Empty if
    /// none.
    pub uscc: String,
    /// The product's number; empty if it is none.
    pub gtin: String,
    /// The link as it was scanned; empty if it is none. It is opened only by the person.
    pub link: String,
    /// What it is, in a sentence. No verdict, except on a door sign.
    pub text: String,
    /// The door sign, checked; none if it is something else.
    pub sign: Option<DoorSignView>,
}

/// What a scanned text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScanKind {
    /// A business's code.
    Business,
    /// A product whose licensee is known.
    Product,
    /// A product whose licensee no register on this phone knows.
    UnknownProduct,
    /// A link of this app.
    Link,
    /// The stars of a household, signed for its door.
    DoorSign,
}

/// Businesses that were opened lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentView {
    /// The newest first, at most 20.
    pub rows: Vec<RecentRow>,
    /// What to say when there are none; empty otherwise.
    pub empty: String,
}

/// A business that was opened. No tag is shown here: open it to see what the lists say now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentRow {
    /// Its code.
    pub uscc: String,
    /// Its code in groups of 2, 6, 9 and 1.
    pub code: String,
    /// Its registered name as the register has it now, or that it is not there any more.
    pub name: String,
    /// Where it is; empty if it is not in the register any more.
    pub region: String,
    /// "2 hours ago".
    pub looked_up: String,
    /// What the lists said then: "That day: on a black list (1)."; empty if it was not noted.
    pub said: String,
}

/// The registers that were added to this phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistersView {
    /// In the order of adding.
    pub rows: Vec<RegisterRow>,
    /// What to say when there are none; empty otherwise.
    pub empty: String,
}

/// A register among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Its publisher; its host until its data have arrived.
    pub publisher: String,
    /// The region that it covers; empty until its data have arrived.
    pub region: String,
    /// From which host it comes.
    pub host: String,
    /// The trust root's fingerprint.
    pub fingerprint: String,
    /// "Added on 23 November 2026".
    pub added: String,
    /// "2,000 businesses, lists of 3 authorities.", or that it has not arrived.
    pub text: String,
    /// Whether the person relies on it; empty until its data have arrived.
    pub reliance: String,
    /// Whether they do.
    pub relied: bool,
    /// "An update of 18 MB waits for Wi-Fi"; empty if none does.
    pub asks_first: String,
    /// What contradicts itself in its files and was not put aside, the gravest first.
    pub alarms: Vec<AlarmRow>,
}

/// A register that was just added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterView {
    /// Its publisher.
    pub publisher: String,
    /// The region that it covers.
    pub region: String,
    /// The trust root's fingerprint.
    pub fingerprint: String,
    /// "2,000 businesses, lists of 3 authorities."
    pub text: String,
    /// Whether the person relies on it.
    pub reliance: String,
}
