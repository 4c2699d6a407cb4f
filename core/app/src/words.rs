//! Everything that a person reads, in two languages, by Project Fluent.
//!
//! The texts stand in `core/locales/<language>/*.ftl`, one file for each feature, with the same
//! keys in both. Views carry finished sentences; apps never join fragments.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::{AppError, ErrorKind, Problem};
use standing_model::listing::LegalBasis;
use standing_model::points::Points;
use standing_model::rulebook::Scale;
pub use standing_model::text::Language;
use standing_model::text::{isolated, plain, plain_at_most};
use standing_model::time::{Date, UnixTime, ZoneOffset};
use standing_verify::TrustError;
use standing_verify::alarm::Alarm;

/// From so many days on a day is so far that months say more.
const FAR_DAYS: i64 = 90;

/// Characters of an authority's id in a warning at most.
const MAX_ID: usize = 40;

/// A named value that goes into a sentence.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

macro_rules! sources {
    ($($feature:literal),+ $(,)?) => {
        const ENGLISH: &[&str] = &[$(include_str!(concat!("../../locales/en/", $feature, ".ftl"))),+];
        const CHINESE: &[&str] = &[$(include_str!(concat!("../../locales/zh-Hans/", $feature, ".ftl"))),+];
    };
}

sources![
    "alarms",
    "businesses",
    "cases",
    "common",
    "door-sign",
    "forecast",
    "freshness",
    "help",
    "problems",
    "join",
    "home",
    "letters",
    "people",
    "perks",
    "records",
    "rulebook",
    "settings",
    "story",
    "sync",
    "told",
];

static BOOK: Book = Book::new(ENGLISH, CHINESE);

/// Sentences in both languages, by key. The core has one book, the command line one of its own.
pub struct Book {
    english: Source,
    chinese: Source,
}

/// One language's files, read when somebody first speaks it.
type Source = (&'static [&'static str], OnceLock<FluentBundle<FluentResource>>);

impl Book {
    /// The files of each language. What cannot be read in them is left out.
    #[must_use]
    pub const fn new(english: &'static [&'static str], chinese: &'static [&'static str]) -> Self {
        Self { english: (english, OnceLock::new()), chinese: (chinese, OnceLock::new()) }
    }

    /// A sentence, or an attribute of it; none if there is no such key.
    #[must_use]
    pub fn find(
        &self,
        language: Language,
        key: &str,
        attribute: Option<&str>,
        args: &[Arg<'_>],
    ) -> Option<String> {
        let (sources, read) = match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        };
        let bundle = read.get_or_init(|| bundle(language, sources));
        let found = bundle.get_message(key)?;
        let pattern = match attribute {
            None => found.value()?,
            Some(name) => found.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, safe(value));
        }
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned();
        #[cfg(test)]
        assert!(faults.is_empty(), "{key}: {faults:?}");
        Some(text)
    }
}

/// A text without the sign at its end, to be quoted inside a sentence that has its own.
#[must_use]
pub fn unpointed(text: &str) -> &str {
    text.trim_end().trim_end_matches(['.', '。', '!', '！'])
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Language);

impl Words {
    /// The sentence with this key; the key itself if there is none, which a test forbids.
    #[must_use]
    pub fn say(self, key: &str, args: &[Arg<'_>]) -> String {
        self.find(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    /// Sentences one after another, as the language sets them.
    #[must_use]
    pub fn sentences(self, said: &[String]) -> String {
        said.join(if self.0 == Language::Chinese { "" } else { " " })
    }

    /// Why a document is not believed, and by which rule of PROTOCOL.
    #[must_use]
    pub fn refusal(self, error: &TrustError) -> String {
        let rule = error.rule();
        // A selector's name begins with a letter and has no dots.
        let which = format!("rule-{}", rule.replace('.', "-"));
        let reason = match error {
            TrustError::Payload(_) => self.say("trust-payload", &[("which", which.into())]),
            other => self.say(&format!("trust-{}", other.code()), &[]),
        };
        self.cited(&reason, rule)
    }

    /// A reason, and the rule that was broken.
    pub(super) fn cited(self, reason: &str, rule: &str) -> String {
        self.say("trust-cited", &[("reason", reason.into()), ("rule", rule.into())])
    }

    /// An attribute of the sentence with this key; empty if it has none.
    #[must_use]
    pub fn attribute(self, key: &str, attribute: &str, args: &[Arg<'_>]) -> String {
        self.find(key, Some(attribute), args).unwrap_or_default()
    }

    /// What the sentence with this key says after its first words; none if it has no such part.
    pub(super) fn rest(self, key: &str, args: &[Arg<'_>]) -> Option<String> {
        self.find(key, Some("rest"), args)
    }

    /// The error `problem-<code>`: its value says what happened, its attributes what is safe and
    /// what to do.
    #[must_use]
    pub fn error(self, kind: ErrorKind, code: &str, args: &[Arg<'_>]) -> AppError {
        AppError { kind, problem: self.problem(code, args) }
    }

    /// The explanation `problem-<code>`.
    #[must_use]
    pub fn problem(self, code: &str, args: &[Arg<'_>]) -> Problem {
        let key = format!("problem-{code}");
        Problem {
            code: code.to_owned(),
            happened: self.say(&key, args),
            safe: self.attribute(&key, "safe", args),
            todo: self.attribute(&key, "todo", args),
        }
    }

    /// The explanation of an alarm.
    #[must_use]
    pub fn alarm(self, alarm: &Alarm) -> Problem {
        let args = self.alarm_args(alarm);
        self.problem(&format!("alarm-{}", alarm.code()), &args)
    }

    /// The values of an alarm's sentence. What an authority wrote is shown plain and short: it
    /// does not write the warning about itself.
    #[must_use]
    pub fn alarm_args(self, alarm: &Alarm) -> Vec<Arg<'static>> {
        let n = alarm.number().unwrap_or(0).to_string();
        let run = match alarm {
            Alarm::Gap { from, to, .. } | Alarm::Disowned { from, to, .. } if from != to => {
                self.say("run", &[("from", from.to_string().into()), ("to", to.to_string().into())])
            }
            _ => n.clone(),
        };
        let entry = match alarm {
            Alarm::Entries { entries, .. } => {
                let short: Vec<String> =
                    entries.iter().map(|id| plain_at_most(id, MAX_ID)).collect();
                self.row(&short)
            }
            _ => String::new(),
        };
        vec![("n", n.into()), ("run", run.into()), ("entry", entry.into())]
    }

    /// An extension that this app does not know: its name and its own text.
    pub(super) fn extension(self, (name, text): (&str, String)) -> String {
        self.say("extension", &[("name", plain(name).into()), ("text", plain(&text).into())])
    }

    /// A day: "4 December 2026", "2026年12月4日".
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()), &[]);
        self.say("date", &self.date_args(date, &month))
    }

    /// A time of the day on this phone, to the minute that has begun by then: "14:10".
    #[must_use]
    pub fn time_of_day(self, at: UnixTime, here: ZoneOffset) -> String {
        let begun = at.0.saturating_add(59).div_euclid(60);
        let minutes = begun.saturating_add(here.minutes().into()).rem_euclid(1_440);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// A day with its weekday, for deadlines: "Friday 4 December 2026".
    #[must_use]
    pub fn weekday_date(self, date: Date) -> String {
        let weekday = date.weekday();
        let weekday = self.say(&format!("weekday-{weekday}"), &[]);
        self.say("weekday-date", &[("date", self.date(date).into()), ("weekday", weekday.into())])
    }

    /// "Article 5"; what is no bare number says itself what it is.
    #[must_use]
    pub fn article(self, article: &str) -> String {
        let text = plain(article);
        let number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if number { self.say("listing-article", &[("article", text.into())]) } else { text }
    }

    /// What something rests on in law: "Road Traffic Safety Law, Article 90".
    #[must_use]
    pub fn legal_basis(self, bases: &[LegalBasis]) -> String {
        let one = |basis: &LegalBasis| {
            let instrument = basis.instrument.get(self.0);
            let article = self.article(&basis.article);
            if article.is_empty() {
                return instrument;
            }
            let args = [("instrument", instrument.into()), ("article", article.into())];
            self.say("legal-basis", &args)
        };
        bases.iter().map(one).collect::<Vec<_>>().join(&self.say("list-semicolon", &[]))
    }

    /// How long ago `then` is: "2 hours ago". A time to come is "just now": it is one of another
    /// clock.
    #[must_use]
    pub fn ago(self, then: UnixTime, now: UnixTime) -> String {
        let seconds = now.since(then);
        let (key, n) = match seconds {
            ..60 => ("ago-now", 0),
            60..3_600 => ("ago-minutes", seconds / 60),
            3_600..86_400 => ("ago-hours", seconds / 3_600),
            _ => ("ago-days", seconds / 86_400),
        };
        self.say(key, &[("n", n.into())])
    }

    /// How far a day is from today: "today", "in 9 days", "9 days ago". Nobody counts far days one
    /// by one: "in 5 months", "in 2 years and 5 months", of which each is over by then.
    #[must_use]
    pub fn days_away(self, day: Date, today: Date) -> String {
        let days = day.days_since(today);
        if days >= FAR_DAYS {
            let months = today.months_until(day);
            let (years, rest) = (months / 12, months % 12);
            return match (months, rest) {
                (..24, _) => self.say("months-in", &[("n", months.into())]),
                (_, 0) => self.say("years-in", &[("n", years.into())]),
                _ => self.say("years-months-in", &[("n", years.into()), ("months", rest.into())]),
            };
        }
        let key = match days {
            0 => "days-today",
            1.. => "days-in",
            _ => "days-ago",
        };
        self.say(key, &[("n", days.abs().into())])
    }

    /// A span of time, rounded down, whether it is ahead or behind: "4 seconds", "3 hours".
    #[must_use]
    pub fn span(self, seconds: i64) -> String {
        let seconds = seconds.unsigned_abs();
        let (key, n) = match seconds {
            ..60 => ("span-seconds", seconds),
            60..3_600 => ("span-minutes", seconds / 60),
            3_600..172_800 => ("span-hours", seconds / 3_600),
            _ => ("span-days", seconds / 86_400),
        };
        self.say(key, &[("n", n.into())])
    }

    /// A total in the rulebook's decimals: "82", "30.5".
    #[must_use]
    pub fn score(self, points: Points, scale: &Scale) -> String {
        let sign = if points < 0 { "−" } else { "" };
        format!("{sign}{}", digits(self.0, points, scale.decimals))
    }

    /// Points with their sign: "+6", "−5", "0".
    #[must_use]
    pub fn points(self, points: Points, scale: &Scale) -> String {
        let sign = match points.units() {
            ..0 => "−",
            0 => "",
            1.. => "+",
        };
        format!("{sign}{}", digits(self.0, points, scale.decimals))
    }

    /// A size: "under 1 kB", "2 kB", "1.2 MB". 1 kB is 1,000 bytes; below ten, one decimal.
    #[must_use]
    pub fn size(self, bytes: u64) -> String {
        let (key, unit) = match bytes {
            0 => return self.say("size-none", &[]),
            1..1_000 => return self.say("size-small", &[]),
            1_000..999_500 => ("size-kb", 1_000),
            _ => ("size-mb", 1_000_000),
        };
        // Tenths, rounded.
        let tenths = bytes.saturating_mul(10).saturating_add(unit / 2) / unit;
        let n = match tenths {
            100.. => (bytes.saturating_add(unit / 2) / unit).to_string(),
            _ if tenths.is_multiple_of(10) => (tenths / 10).to_string(),
            _ => format!("{}.{}", tenths / 10, tenths % 10),
        };
        self.say(key, &[("n", n.into())])
    }

    /// Names in a row: "A, B and C", "A、B和C".
    #[must_use]
    pub fn row(self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => {
                let comma = self.say("list-comma", &[]);
                let first = most.join(&comma);
                self.say("list-last", &[("first", first.into()), ("last", last.as_str().into())])
            }
        }
    }

    fn date_args<'a>(self, date: Date, month: &'a str) -> [Arg<'a>; 3] {
        // As texts: a number would be written with a thousands separator.
        let (year, day) = (date.year().to_string(), date.day_of_month().to_string());
        [("year", year.into()), ("month", month.into()), ("day", day.into())]
    }

    fn find(self, key: &str, attribute: Option<&str>, args: &[Arg<'_>]) -> Option<String> {
        BOOK.find(self.0, key, attribute, args)
    }
}

/// A value as it may stand in a sentence, whoever wrote it.
fn safe<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    match value {
        FluentValue::String(text) => isolated(text).into(),
        other => other.clone(),
    }
}

fn digits(language: Language, points: Points, decimals: u8) -> String {
    let unit = 10_u32.pow(u32::from(decimals.min(9)));
    let size = points.units().unsigned_abs();
    let (whole, rest) = (size / unit, size % unit);
    let whole = grouped(language, &whole.to_string());
    if decimals == 0 {
        whole
    } else {
        format!("{whole}.{rest:0width$}", width = usize::from(decimals))
    }
}

/// English groups the digits of a number above 999: "2,000"; Chinese does not.
fn grouped(language: Language, digits: &str) -> String {
    if language == Language::Chinese || digits.bytes().any(|byte| !byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number in an English sentence.
fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(Language::English, &number.as_string())),
        _ => None,
    }
}

fn bundle(language: Language, sources: &[&str]) -> FluentBundle<FluentResource> {
    let locale = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Only values that hold letters written from right to left are isolated, see `safe`.
    bundle.set_use_isolating(false);
    if language == Language::English {
        bundle.set_formatter(Some(english_number));
    }
    for source in sources {
        // What cannot be read is left out here; the tests refuse it.
        let resource = FluentResource::try_new((*source).to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
    }
    bundle
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
