//! Dates of a case as an iCalendar file (RFC 5545), which others may see: it names neither what is
//! contested nor with whom.

use super::page::Page;
use crate::App;
use crate::error::AppError;
use crate::view::cases::CalendarFile;
use standing_model::ids::{Hash, MembershipId};
use standing_model::time::{Date, UnixTime, ZoneOffset};

/// Octets of a line at most, without its end.
const LINE: usize = 75;

impl App {
    /// The dates of a case that are to come, as a calendar file that names neither what is contested
    /// nor with whom.
    ///
    /// # Errors
    /// `NotFound` for a case that is not this membership's; `Storage`.
    pub fn case_calendar(
        &self,
        membership: &MembershipId,
        id: i64,
    ) -> Result<CalendarFile, AppError> {
        let cases = self.case_of(membership, id)?;
        let chain = cases.chains.first().ok_or_else(|| self.no_case())?;
        let view =
            chain.with_state(&cases.snapshot, |found| Page { cases: &cases, chain, found }.view());
        let todo = view.todo.into_iter().filter_map(|todo| todo.deadline);
        let mut dates: Vec<(Date, String)> = view
            .deadline
            .into_iter()
            .chain(todo)
            .filter(|due| !due.event.is_empty())
            .filter_map(|due| Some((due.date.parse().ok()?, due.event)))
            .collect();
        dates.sort();
        dates.dedup();
        Ok(CalendarFile {
            file_name: "standing-dates.ics".to_owned(),
            text: write(&dates, cases.snapshot.now),
        })
    }
}

/// One day for each date.
fn write(dates: &[(Date, String)], now: UnixTime) -> String {
    let mut text = String::new();
    let mut line = |content: &str| fold(content, &mut text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Standing//Dates//EN");
    for (day, what) in dates {
        // The same date is the same event when it is saved again.
        let uid = Hash::of(format!("{day} {what}").as_bytes());
        line("BEGIN:VEVENT");
        line(&format!("UID:{uid}@standing.invalid"));
        line(&format!("DTSTAMP:{}", stamp(now)));
        line(&format!("DTSTART;VALUE=DATE:{}", basic(*day)));
        line(&format!("DTEND;VALUE=DATE:{}", basic(day.plus_days(1))));
        line(&format!("SUMMARY:{}", escaped(what)));
        line("CLASS:PRIVATE");
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

/// RFC 5545 §3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// RFC 5545 §3.1: a long line goes on behind a space, and no character is cut.
fn fold(content: &str, text: &mut String) {
    let mut octets = 0;
    for sign in content.chars() {
        if octets + sign.len_utf8() > LINE {
            text.push_str("\r\n ");
            octets = 1;
        }
        octets += sign.len_utf8();
        text.push(sign);
    }
    text.push_str("\r\n");
}

fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

fn stamp(at: UnixTime) -> String {
    let day = at.day_in(ZoneOffset::UTC);
    let seconds = at.0.rem_euclid(86_400);
    format!("{}T{:02}{:02}{:02}Z", basic(day), seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_long_lines_are_folded_between_characters() {
        let what = "期限，".repeat(20) + "a,b;c\\d\ne\u{7}";
        let text = write(&[("2026-12-11".parse().unwrap(), what)], UnixTime(1_796_000_400));
        assert!(text.lines().all(|line| line.len() <= LINE), "{text}");
        assert!(text.split("\r\n").all(|line| !line.contains('\n')), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("a\\,b\\;c\\\\d\\ne\r\n"), "{unfolded}");
        assert!(unfolded.contains("DTSTART;VALUE=DATE:20261211\r\nDTEND;VALUE=DATE:20261212\r\n"));
        assert!(unfolded.contains("DTSTAMP:20261130T"), "{unfolded}");
        let again = write(&[("2026-12-11".parse().unwrap(), "x".into())], UnixTime(0));
        assert!(again.contains("DTSTAMP:19700101T000000Z"), "{again}");
    }
}
