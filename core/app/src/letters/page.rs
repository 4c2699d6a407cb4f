//! One letter in full: what it says, when it came, how sure that is.

use super::Letters;
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::holdings::Letter;
use crate::view::cases::CaseTarget;
use crate::view::letters::{LetterAbout, LetterCheck, LetterLate, LetterTarget, LetterView};
use crate::view::{Deadline, KeyValue};
use crate::words::{Arg, Language};
use standing_model::ids::MembershipId;
use standing_model::message::{self, About, Channel, Due, Notice};
use standing_model::series::SeriesKind;
use standing_model::text::{plain, plain_at_most};
use standing_model::time::{Date, UnixTime};
use standing_verify::TrustError;
use standing_verify::message::Verified;
use standing_verify::verdict::State;
use standing_verify::verdict::origin::{Origin, Signed};
use standing_verify::verdict::sequence::{InSequence, Place, breaks_place, in_sequence};

/// Days between two dates of a letter from which on that is shown.
pub(super) const LATE_DAYS: i64 = 3;

/// Numbers in a sentence at most.
pub(super) const MOST_NUMBERS: usize = 20;

/// Characters in a paragraph at most: a screen lays out one at a time.
const PARAGRAPH: usize = 2_000;

/// Characters of a document's number at most.
const MAX_DOCUMENT: usize = 200;

/// Characters of a key's id that tell keys apart at a glance.
const SHORT_KEY: usize = 8;

impl App {
    /// One letter of a membership.
    ///
    /// # Errors
    /// `NotFound` for a letter that is not on this phone; `Storage`.
    pub fn letter(&self, membership: &MembershipId, n: u32) -> Result<LetterView, AppError> {
        let (letters, opened) =
            self.letters_with(membership, |tx, holdings| holdings.open_letter(tx, &self.memo, n))?;
        let mut all = letters.holdings.letters.iter();
        // One that was noted and does not open any more is damaged, which home tells.
        let letter = all.find(|one| one.n == n && (one.verdict.is_err() || opened.is_some()));
        let none = || letters.words().error(ErrorKind::NotFound, "no-letter", &[]);
        Ok(letters.page(letter.ok_or_else(none)?, opened.as_deref().map(Verified::payload)))
    }
}

/// The key of the row's line about what is to be done by a day.
pub(super) const fn due_key(due: Due) -> &'static str {
    match due {
        Due::Contest => "letter-due-contest",
        Due::Supply => "letter-due-supply",
        Due::Answer => "letter-due-answer",
        Due::Other => "letter-due-other",
    }
}

/// What is contested by who contests a letter.
fn contests(n: u32, notice: Option<&Notice>) -> CaseTarget {
    match notice.map(|notice| &notice.about) {
        Some(About::Device(key)) => CaseTarget::Device { key: key.to_string() },
        _ => CaseTarget::Letter { n },
    }
}

impl Letters {
    fn page(&self, letter: &Letter, notice: Option<&Notice>) -> LetterView {
        let words = self.words();
        let other = match words.0 {
            Language::English => Language::Chinese,
            Language::Chinese => Language::English,
        };
        let says = |language| notice.map(|one| paragraphs(one, language)).unwrap_or_default();
        let (text, other_text) = (says(words.0), says(other));
        let note = match (notice, &letter.verdict) {
            (Some(_), _) if text.is_empty() && other_text.is_empty() => "letter-says-nothing",
            (Some(_), _) if text.is_empty() => "letter-other-language-only",
            (Some(_), _) => "",
            (None, Err(TrustError::Later { .. })) => "letter-unread-text",
            (None, _) => "letter-not-believed-text",
        };
        let said = |key: &str| if key.is_empty() { String::new() } else { words.say(key, &[]) };
        let checks = self.page_checks(letter, notice);
        LetterView {
            membership: self.holdings.id.clone(),
            n: letter.n,
            heading: words.say("letter-heading", &[("n", letter.n.into())]),
            sender: self.authority(),
            title: self.title(letter),
            state: checks.iter().map(|check| check.state).min().unwrap_or(State::Unknown.into()),
            checks,
            proof: self.signer(letter),
            deadline: notice.and_then(|notice| self.deadline(notice)),
            other_title: said(if other_text.is_empty() { "" } else { "letter-other-language" }),
            text,
            text_note: said(note),
            other_text,
            document: notice
                .map(|notice| plain_at_most(&notice.document, MAX_DOCUMENT))
                .unwrap_or_default(),
            times: self.times(letter, notice),
            late: notice.map(|notice| self.late(notice, letter)).unwrap_or_default(),
            about: notice.map_or_else(|| self.unknown(), |notice| self.about(&notice.about)),
            contests: contests(letter.n, notice),
            can_comply: notice.is_some_and(|notice| self.may_order(&notice.about)),
            is_new: !self.read.contains(&letter.n),
        }
    }

    fn unknown(&self) -> LetterAbout {
        LetterAbout {
            title: String::new(),
            points: String::new(),
            text: self.words().say("letter-about-unknown", &[]),
            target: LetterTarget::Nothing,
        }
    }

    /// "Yangqiao village committee, key ab12cd34."
    fn signer(&self, letter: &Letter) -> String {
        let words = self.words();
        let kid = letter.notice().map(|notice| notice.kid.to_string());
        let mut args = vec![("authority", self.authority().into())];
        match kid {
            Some(kid) => {
                args.push(("key", kid.chars().take(SHORT_KEY).collect::<String>().into()));
                words.say("letter-signer", &args)
            }
            None => words.say("letter-signer-unknown", &args),
        }
    }

    fn deadline(&self, notice: &Notice) -> Option<Deadline> {
        let message::Deadline { what, until } = notice.deadline?;
        let (until, words, today) = (until?, self.words(), self.snapshot.today());
        let event = words.attribute(due_key(what), "event", &[]);
        Some(Deadline {
            label: words.attribute(due_key(what), "label", &[]),
            date: until.to_string(),
            day: words.weekday_date(until),
            away: words.days_away(until, today),
            event: if until >= today { event } else { String::new() },
        })
    }

    fn times(&self, letter: &Letter, notice: Option<&Notice>) -> Vec<KeyValue> {
        let words = self.words();
        let row = |label: &str, value: String, note: String| KeyValue {
            label: words.say(label, &[]),
            value,
            note,
        };
        let authority = [("authority", self.authority().into())];
        let mut rows = Vec::new();
        if let Some(notice) = notice {
            let wrote = words.say("letter-dated-note", &authority);
            rows.push(row("letter-dated", words.date(notice.sent_on), wrote));
            let signed = words.say("letter-signed-note", &authority);
            rows.push(row("letter-signed", self.moment(notice.iat), signed));
        }
        let came = notice.filter(|notice| self.came_with_connecting(notice.iat, letter));
        let key = if came.is_some() { "letter-reached-connected" } else { "letter-reached-note" };
        rows.push(row("letter-reached-label", self.moment(letter.stored_at), words.say(key, &[])));
        if let Some(notice) = notice {
            let channel = words.say(channel_key(notice.channel), &[]);
            rows.push(row("letter-channel", channel, words.say("letter-channel-note", &authority)));
            if notice.deadline.is_some_and(|deadline| deadline.until.is_none()) {
                rows.push(row(
                    "letter-due-label",
                    words.say("letter-due-unnamed", &[]),
                    String::new(),
                ));
            }
        }
        rows
    }

    /// "26 November 2026, 08:02", in the authority's zone.
    fn moment(&self, at: UnixTime) -> String {
        let words = self.words();
        let args = [
            ("date", words.date(self.day(at)).into()),
            ("time", words.time_of_day(at, self.holdings.zone()).into()),
        ];
        words.say("letter-moment", &args)
    }

    /// Dates that lie so far apart that a person may want to say so.
    fn late(&self, notice: &Notice, letter: &Letter) -> Vec<LetterLate> {
        let words = self.words();
        let (signed, reached) = (self.day(notice.iat), self.day(letter.stored_at));
        let said = |key: &str, args: &[Arg<'_>]| LetterLate {
            text: words.say(key, args),
            todo: words.attribute(key, "todo", args),
        };
        let days = |later: Date, earlier: Date| ("days", later.days_since(earlier).into());
        let mut late = Vec::new();
        if let Some(until) = notice.deadline.and_then(|deadline| deadline.until)
            && until < reached
            && !self.came_with_connecting(notice.iat, letter)
        {
            let joined = [("until", words.date(until).into()), days(reached, until)];
            late.push(said("letter-late-deadline", &joined));
        }
        if signed.days_since(notice.sent_on) >= LATE_DAYS {
            late.push(said("letter-late-signed", &[days(signed, notice.sent_on)]));
        } else if notice.sent_on > signed {
            late.push(said("letter-early-signed", &[days(notice.sent_on, signed)]));
        }
        late
    }

    /// Signed, in sequence, for the person.
    fn page_checks(&self, letter: &Letter, notice: Option<&Notice>) -> Vec<LetterCheck> {
        let (words, origin) = (self.words(), self.origin(letter));
        let reason = letter.verdict.as_ref().err().map(|error| words.refusal(error));
        let args = [
            ("authority", self.authority().into()),
            ("reason", reason.unwrap_or_default().into()),
            ("before", letter.n.saturating_sub(1).into()),
        ];
        let check = |state: State, name: &str, key: &str| LetterCheck {
            state: state.into(),
            name: words.say(name, &[]),
            finding: words.say(key, &args),
        };
        let sequence = self.in_sequence(letter, notice);
        let followed = match sequence {
            InSequence::Holds if letter.n == 1 => "letter-sequence-first",
            InSequence::Holds => "letter-sequence-holds",
            InSequence::Fails => "letter-sequence-fails",
            InSequence::Unknown => "letter-sequence-unknown",
        };
        let (mine, whose) = match letter.verdict {
            Ok(_) => (State::Holds, "letter-for-you-holds"),
            Err(_) => (State::Unknown, "letter-for-you-unknown"),
        };
        let mut checks = vec![
            check(origin.state(), "letter-check-signed", signed_key(&origin)),
            check(sequence.state(), "letter-check-sequence", followed),
            check(mine, "letter-check-for-you", whose),
        ];
        checks.sort_by_key(|check| check.state);
        checks
    }

    fn in_sequence(&self, letter: &Letter, notice: Option<&Notice>) -> InSequence {
        let mut before = self.holdings.letters.iter().rev();
        let before = before.find(|one| one.n.checked_add(1) == Some(letter.n));
        let mut alarms = self.holdings.alarms.iter().map(|alarm| &alarm.kept);
        in_sequence(&Place {
            n: letter.n,
            hash: letter.hash,
            prev: notice.map(|notice| notice.prev),
            in_chain: Some(letter.hash),
            before: before.map(|one| one.hash),
            alarmed: alarms.any(|kept| breaks_place(kept, SeriesKind::Notices, letter.n)),
        })
    }
}

/// How a letter was sent.
pub(crate) const fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Post => "letter-channel-post",
        Channel::Hand => "letter-channel-hand",
        Channel::App => "letter-channel-app",
        Channel::Sms => "letter-channel-sms",
    }
}

/// What a letter says in one language, line by line; a line that is too long for one paragraph goes on in the next.
pub(crate) fn paragraphs(notice: &Notice, language: Language) -> Vec<String> {
    let text = match language {
        Language::English => &notice.text.en,
        Language::Chinese => &notice.text.zh,
    };
    let lines = text.lines().map(plain).filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| pieces(&line)).collect()
}

fn pieces(line: &str) -> Vec<String> {
    let characters: Vec<char> = line.chars().collect();
    characters.chunks(PARAGRAPH).map(|piece| piece.iter().collect()).collect()
}

fn signed_key(origin: &Origin) -> &'static str {
    match (origin.state(), &origin.signed) {
        (State::Holds, _) => "letter-signed-holds",
        (_, Signed::ListOld { .. }) => "letter-signed-old",
        (_, Signed::ListUnread) => "letter-signed-list-unread",
        (State::Unknown, Signed::Holds { .. }) => "letter-signed-unread",
        (State::Unknown, _) => "letter-signed-unknown",
        (State::Fails, _) => "letter-signed-fails",
    }
}
