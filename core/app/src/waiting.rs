//! What waits on this phone, in the same words wherever they are shown.

use super::records::items;
use super::settings;
use super::words::Words;
use standing_client::plan::BriefRow;
use standing_client::run;
use standing_client::transport::host_of;
pub(super) use standing_client::waiting::Waiting;
use standing_client::waiting::Why;
use standing_model::ids::MembershipId;
use standing_model::time::{UnixTime, ZoneOffset};
use standing_store::{StoreError, Tx};

/// What waits of a membership's records. A sync on the network of the moment may know better about
/// photos: they count as waiting where the person wants them to.
pub(super) fn of(
    tx: &Tx<'_>,
    membership: &MembershipId,
    now: UnixTime,
) -> Result<Waiting, StoreError> {
    of_rows(tx, membership, &items(tx, membership, now)?, now)
}

/// The same, of rows that were read.
pub(super) fn of_rows(
    tx: &Tx<'_>,
    membership: &MembershipId,
    rows: &[BriefRow],
    now: UnixTime,
) -> Result<Waiting, StoreError> {
    let host = tx.membership(membership)?.map(|membership| host_of(&membership.api));
    let closed = run::gates(tx)?.closed(&host.unwrap_or_default(), now);
    let photos_wait = settings::networks(tx)?.photos_over_wifi;
    Ok(Waiting::of(rows.iter().map(|row| &row.item.progress), closed, photos_wait, now))
}

/// "2 records wait: the server has a fault. Next try at 14:10. 1 record needs your attention.";
/// empty if nothing waits.
pub(super) fn text(words: Words, waiting: Waiting, now: UnixTime, here: ZoneOffset) -> String {
    let mut said = Vec::new();
    let n = [("n", waiting.waiting.into())];
    if let (1.., Some(why)) = (waiting.waiting, waiting.why) {
        said.push(match key(why) {
            None => words.say("waits-next-sync", &n),
            Some(key) => {
                let [n] = n;
                words.say("waits", &[n, ("why", words.say(key, &[]).into())])
            }
        });
        if let Some(at) = waiting.next_attempt.filter(|at| *at > now) {
            said.push(next_try(words, why, at, now, here));
        }
    }
    if waiting.needs_you > 0 {
        said.push(words.say("waits-for-you", &[("n", waiting.needs_you.into())]));
    }
    words.sentences(&said)
}

/// "Next try at 14:10.", with the day if that is not today.
fn next_try(words: Words, why: Why, at: UnixTime, now: UnixTime, here: ZoneOffset) -> String {
    let (day, time) = (at.day_in(here), words.time_of_day(at, here));
    let args = [("time", time.into()), ("date", words.date(day).into())];
    words.say(
        match (why, day == now.day_in(here)) {
            (Why::CoolingOff, _) => "waits-asks-again",
            (_, true) => "waits-next-try",
            (_, false) => "waits-next-try-on",
        },
        &args,
    )
}

/// The end of the sentence; none if nothing is in the way.
const fn key(why: Why) -> Option<&'static str> {
    Some(match why {
        Why::NotTried => return None,
        Why::CoolingOff => "waits-cooling-off",
        Why::Wifi => "waits-wifi",
        Why::StillRunning => "waits-still-running",
        Why::Unreachable => "waits-unreachable",
        Why::Silent => "waits-silent",
        Why::Unwell => "waits-unwell",
        Why::Told => "waits-told",
        Why::NotLetIn => "waits-not-let-in",
        Why::Unverified => "waits-unverified",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    const NOW: UnixTime = UnixTime(1_795_392_000);

    fn said(language: Language, why: Why, after: Option<i64>) -> String {
        let next_attempt = after.map(|seconds| NOW.plus(seconds));
        let waiting = Waiting { waiting: 2, needs_you: 0, why: Some(why), next_attempt };
        text(Words(language), waiting, NOW, ZoneOffset::CHINA)
    }

    #[test]
    fn what_waits_is_said_with_the_reason_and_the_time() {
        let english = |why, after| said(Language::English, why, after);
        assert_eq!(
            english(Why::Unwell, Some(370)),
            "2 records wait: the server has a fault. Next try at 08:07."
        );
        assert_eq!(
            said(Language::Chinese, Why::Unwell, Some(370)),
            "有2条记录待发送：服务器出现故障。08:07再试。"
        );
        assert_eq!(
            english(Why::Told, Some(86_400)),
            "2 records wait: the server asked this phone to wait. \
             Next try on 24 November 2026 at 08:00."
        );
        assert_eq!(english(Why::Wifi, None), "2 records wait: photos are sent over Wi-Fi only.");
        assert_eq!(english(Why::NotTried, Some(0)), "2 records wait for the next sync.");
    }

    #[test]
    fn what_needs_the_person_is_said_too_and_nothing_is_said_of_nothing() {
        let waiting = Waiting { needs_you: 1, ..Waiting::default() };
        assert_eq!(
            text(Words(Language::English), waiting, NOW, ZoneOffset::CHINA),
            "1 record needs your attention."
        );
        let none = Waiting::default();
        assert_eq!(text(Words(Language::English), none, NOW, ZoneOffset::CHINA), "");
    }
}
