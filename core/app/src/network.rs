//! Every network access, in words.

use super::App;
use super::view::network::{AccessRow, NetworkView, Outcome};
use super::words::Words;
use crate::error::AppError;
use standing_model::text::plain_at_most;
use standing_model::time::UnixTime;
use standing_store::Access;

impl App {
    /// Every network access of the last 90 days, the newest first.
    ///
    /// # Errors
    /// [`ErrorKind::Storage`](crate::error::ErrorKind::Storage);
    /// [`ErrorKind::NotFound`](crate::error::ErrorKind::NotFound) once everything was erased.
    pub fn network_accesses(&self) -> Result<NetworkView, AppError> {
        let (words, now) = (self.words(), self.now());
        // What the network is being used for at this moment belongs to the list, too.
        let mut accesses = self.http.notes();
        accesses.reverse();
        accesses.extend(self.read(|tx| tx.accesses())?);
        Ok(NetworkView {
            total: total(&accesses, words),
            note: words.say("network-note", &[]),
            rows: accesses.iter().map(|access| row(access, words, now)).collect(),
        })
    }
}

fn total(accesses: &[Access], words: Words) -> String {
    if accesses.is_empty() {
        return words.say("network-none", &[]);
    }
    let sum = |bytes: fn(&Access) -> u64| accesses.iter().map(bytes).fold(0, u64::saturating_add);
    let args = [
        ("n", accesses.len().into()),
        ("received", words.size(sum(|access| access.received)).into()),
        ("sent", words.size(sum(|access| access.sent)).into()),
    ];
    words.say("network-total", &args)
}

fn row(access: &Access, words: Words, now: UnixTime) -> AccessRow {
    let (outcome, key) = outcome(access.status);
    let size = [
        ("received", words.size(access.received).into()),
        ("sent", words.size(access.sent).into()),
    ];
    let status = access.status.map(|status| status.to_string()).unwrap_or_default();
    AccessRow {
        at: access.at.0,
        ago: words.ago(access.at, now),
        purpose: purpose(&access.purpose, words),
        host: plain_at_most(&access.host, 300),
        received: access.received,
        sent: access.sent,
        size: words.say("network-size", &size),
        outcome,
        outcome_text: words.say(key, &[("status", status.into())]),
    }
}

fn outcome(status: Option<u16>) -> (Outcome, &'static str) {
    match status {
        None => (Outcome::NoAnswer, "outcome-no-answer"),
        Some(304) => (Outcome::Done, "outcome-unchanged"),
        Some(200..=299) => (Outcome::Done, "outcome-done"),
        Some(300..=399) => (Outcome::Refused, "outcome-led-away"),
        Some(500..) => (Outcome::Refused, "outcome-trouble"),
        // Nothing is wrong: one asks for the next public file until there is none, and signs again.
        Some(401) => (Outcome::Refused, "outcome-sign-again"),
        Some(404) => (Outcome::Refused, "outcome-not-there"),
        Some(_) => (Outcome::Refused, "outcome-said-no"),
    }
}

fn purpose(purpose: &str, words: Words) -> String {
    let key = match purpose {
        "public-metadata" => "access-public-metadata",
        "public-file" => "access-public-file",
        "join" => "access-join",
        "head" => "access-head",
        "statements" => "access-statements",
        "notices" => "access-notices",
        "receipts" => "access-receipts",
        "record" => "access-record",
        "evidence" => "access-evidence",
        "register" => "access-register",
        "lists" => "access-lists",
        "products" => "access-products",
        _ => "access-other",
    };
    words.say(key, &[("purpose", plain_at_most(purpose, 60).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{CITY, Phone};
    use crate::words::Language;
    use standing_store::testing::NOW;

    fn keep(phone: &Phone, seconds_ago: i64, purpose: &str, received: u64, status: Option<u16>) {
        let access = Access {
            at: UnixTime(NOW - seconds_ago),
            host: "credit.yangqiao.example".into(),
            purpose: purpose.into(),
            sent: 340,
            received,
            status,
        };
        phone.write(|tx| tx.add_access(&access));
    }

    #[test]
    fn every_access_is_listed_the_newest_first_with_its_outcome() {
        let phone = Phone::joined(CITY, Language::English);
        keep(&phone, 7_200, "head", 1_999, Some(200));
        keep(&phone, 3_600, "public-metadata", 0, Some(304));
        keep(&phone, 60, "evidence", 0, None);
        keep(&phone, 2, "record", 12, Some(403));
        keep(&phone, 1, "head", 0, Some(401));
        keep(&phone, 0, "public-metadata", 0, Some(404));
        let view = phone.app.network_accesses().unwrap();
        let said: Vec<String> = view
            .rows
            .iter()
            .map(|row| format!("{}; {}; {}; {}", row.ago, row.purpose, row.size, row.outcome_text))
            .collect();
        assert_eq!(
            said,
            [
                "just now; Asked what is new in the public files; nothing received, under 1 kB sent; Not found there (code 404)",
                "just now; Asked whether something new has come; nothing received, under 1 kB sent; Asked to sign the request again (code 401)",
                "just now; Sent a record; under 1 kB received, under 1 kB sent; Refused by the server (code 403)",
                "1 minute ago; Sent a photo; nothing received, under 1 kB sent; No answer",
                "1 hour ago; Asked what is new in the public files; nothing received, under 1 kB sent; Nothing new",
                "2 hours ago; Asked whether something new has come; 2 kB received, under 1 kB sent; Done",
            ]
        );
        assert_eq!(view.total, "6 connections: 2 kB received, 2 kB sent.");
        let outcomes: Vec<Outcome> = view.rows.iter().map(|row| row.outcome).collect();
        assert_eq!(outcomes[..3], [Outcome::Refused; 3]);
        assert_eq!(outcomes[3..], [Outcome::NoAnswer, Outcome::Done, Outcome::Done]);
    }

    #[test]
    fn a_phone_that_never_spoke_says_so() {
        let phone = Phone::joined(CITY, Language::Chinese);
        let view = phone.app.network_accesses().unwrap();
        assert_eq!((view.total.as_str(), view.rows.len()), ("这部手机还没有联过网。", 0));
    }

    #[test]
    fn a_purpose_without_words_is_still_shown() {
        let phone = Phone::joined(CITY, Language::English);
        keep(&phone, 1, "newer-than-this-app", 0, Some(200));
        let view = phone.app.network_accesses().unwrap();
        assert_eq!(view.rows[0].purpose, "Other: newer-than-this-app");
    }
}
