//! Which clock is wrong, and by how much: the phone's, or an authority's.
//!
//! One clock against another proves only that
//! they differ. A third one decides, or the phone's own earlier notes.

use standing_model::time::UnixTime;

/// Seconds by which two clocks may differ without a word about it.
pub const TOLERANCE: i64 = 300;

/// What one source's signed time says about the phone's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Whose clock it is.
    pub who: String,
    /// What it saw.
    pub saw: Saw,
}

/// What a source saw of the phone's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saw {
    /// An answer to this phone: signed at one time, arrived at another by the phone's clock.
    Answer {
        /// When it was signed.
        signed: UnixTime,
        /// When it arrived.
        arrived: UnixTime,
    },
    /// A public file: the time is not before it was signed.
    NotBefore {
        /// When it was signed.
        signed: UnixTime,
    },
}

/// Which clock is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing signed has arrived to compare with.
    Unknown,
    /// The phone's clock agrees with this one.
    Right {
        /// Whose clock it agrees with.
        who: String,
        /// Seconds by which the phone is ahead of it; negative if behind.
        ahead: i64,
    },
    /// The phone's clock agrees with one source, and another source's does not.
    OtherWrong {
        /// Whose clock is wrong.
        who: String,
        /// Seconds by which that clock is ahead of the phone's; negative if behind.
        ahead: i64,
        /// Whose clock agrees with the phone's.
        agrees: String,
    },
    /// Several sources agree with each other and not with the phone.
    PhoneWrong {
        /// Seconds by which the phone is ahead of them; negative if behind.
        ahead: i64,
        /// Who agrees.
        who: Vec<String>,
    },
    /// The phone noted a later time before than it has now.
    SetBack {
        /// By at least so many seconds.
        by: i64,
    },
    /// The two differ; nothing tells which of them is wrong.
    Undecided {
        /// Whose clock it is.
        who: String,
        /// Seconds by which the phone is ahead of it; negative if behind.
        ahead: i64,
    },
}

/// Judges the phone's clock. `noted` is the latest time that the phone itself has written down.
#[must_use]
pub fn judge(now: UnixTime, noted: Option<UnixTime>, witnesses: &[Witness]) -> Verdict {
    let back = noted.map_or(0, |noted| noted.since(now));
    if back > TOLERANCE {
        return Verdict::SetBack { by: back };
    }
    let votes: Vec<(&str, i64)> =
        witnesses.iter().filter_map(|one| Some((one.who.as_str(), ahead(one.saw, now)?))).collect();
    let (agree, differ): (Vec<_>, Vec<_>) =
        votes.into_iter().partition(|(_, ahead)| ahead.abs() <= TOLERANCE);
    let (nearest, worst) = (
        agree.iter().min_by_key(|(_, ahead)| ahead.abs()),
        differ.iter().max_by_key(|(_, ahead)| ahead.abs()),
    );
    match (nearest, worst) {
        (None, None) => Verdict::Unknown,
        (Some((who, ahead)), None) => Verdict::Right { who: (*who).to_owned(), ahead: *ahead },
        (Some((agrees, _)), Some((who, ahead))) => Verdict::OtherWrong {
            who: (*who).to_owned(),
            ahead: ahead.saturating_neg(),
            agrees: (*agrees).to_owned(),
        },
        (None, Some((who, ahead))) => alone(&differ, who, *ahead),
    }
}

/// Nobody agrees with the phone: do most of them agree with each other? One broken clock among
/// several does not make the rest doubtful.
fn alone(differ: &[(&str, i64)], who: &str, ahead: i64) -> Verdict {
    let names = |votes: &[(&str, i64)]| {
        let mut names: Vec<String> = votes.iter().map(|(who, _)| (*who).to_owned()).collect();
        names.sort();
        names.dedup();
        names
    };
    let near = |middle: i64| {
        let near = |other: i64| other.abs_diff(middle) <= TOLERANCE.unsigned_abs() * 2;
        let votes = differ.iter().filter(|(_, other)| near(*other)).copied();
        votes.collect::<Vec<(&str, i64)>>()
    };
    let largest =
        differ.iter().map(|(_, ahead)| near(*ahead)).max_by_key(|votes| names(votes).len());
    let (largest, all) = (largest.unwrap_or_default(), names(differ).len());
    let agreeing = names(&largest);
    let ahead_of_them = largest.iter().map(|(_, ahead)| *ahead).max_by_key(|ahead| ahead.abs());
    match ahead_of_them {
        Some(ahead) if agreeing.len() > 1 && agreeing.len() * 2 > all => {
            Verdict::PhoneWrong { ahead, who: agreeing }
        }
        _ => Verdict::Undecided { who: who.to_owned(), ahead },
    }
}

/// Seconds by which the phone is ahead of a source; none if the source says nothing about it.
fn ahead(saw: Saw, now: UnixTime) -> Option<i64> {
    match saw {
        Saw::Answer { signed, arrived } => Some(arrived.since(signed)),
        Saw::NotBefore { signed } => {
            let ahead = now.since(signed);
            (ahead < -TOLERANCE).then_some(ahead)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: UnixTime = UnixTime(1_795_392_000);
    const HOUR: i64 = 3_600;

    fn answer(who: &str, phone_ahead: i64) -> Witness {
        let arrived = NOW.plus(-HOUR);
        let saw = Saw::Answer { signed: arrived.plus(-phone_ahead), arrived };
        Witness { who: who.into(), saw }
    }

    fn public(who: &str, signed: UnixTime) -> Witness {
        Witness { who: who.into(), saw: Saw::NotBefore { signed } }
    }

    #[test]
    fn with_nothing_signed_nothing_is_claimed() {
        assert_eq!(judge(NOW, Some(NOW), &[]), Verdict::Unknown);
        assert_eq!(judge(NOW, None, &[public("register", NOW.plus(-HOUR))]), Verdict::Unknown);
    }

    #[test]
    fn a_clock_that_agrees_is_right() {
        let right = Verdict::Right { who: "village".into(), ahead: -4 };
        assert_eq!(judge(NOW, Some(NOW), &[answer("village", -4)]), right);
    }

    #[test]
    fn one_against_one_is_not_decided() {
        let undecided = Verdict::Undecided { who: "village".into(), ahead: -3 * HOUR };
        assert_eq!(judge(NOW, None, &[answer("village", -3 * HOUR)]), undecided);
    }

    #[test]
    fn two_against_the_phone_decide_and_two_with_it_too() {
        let (village, city) = (answer("village", -3 * HOUR), answer("city", 20 - 3 * HOUR));
        let verdict = judge(NOW, None, &[village.clone(), city]);
        let who = vec!["city".to_owned(), "village".to_owned()];
        assert_eq!(verdict, Verdict::PhoneWrong { ahead: -3 * HOUR, who });
        let verdict = judge(NOW, None, &[village, answer("city", 3)]);
        let (who, agrees) = ("village".to_owned(), "city".to_owned());
        assert_eq!(verdict, Verdict::OtherWrong { who, ahead: 3 * HOUR, agrees });
    }

    #[test]
    fn two_that_contradict_each_other_decide_nothing() {
        let verdict = judge(NOW, None, &[answer("village", HOUR), answer("city", -HOUR)]);
        assert!(matches!(verdict, Verdict::Undecided { .. }), "{verdict:?}");
    }

    #[test]
    fn one_broken_clock_among_three_does_not_hide_that_the_phone_is_wrong() {
        let sources =
            [answer("village", -3 * HOUR), answer("city", -3 * HOUR), answer("county", 9 * HOUR)];
        let who = vec!["city".to_owned(), "village".to_owned()];
        assert_eq!(judge(NOW, None, &sources), Verdict::PhoneWrong { ahead: -3 * HOUR, who });
    }

    #[test]
    fn one_source_twice_is_one_source() {
        let twice = [answer("village", HOUR), answer("village", HOUR)];
        assert!(matches!(judge(NOW, None, &twice), Verdict::Undecided { .. }));
    }

    #[test]
    fn a_public_file_of_tomorrow_is_a_witness_and_one_of_yesterday_is_none() {
        let tomorrow = public("register", NOW.plus(24 * HOUR));
        let verdict = judge(NOW, None, &[tomorrow, answer("village", -24 * HOUR)]);
        assert!(matches!(verdict, Verdict::PhoneWrong { ahead, .. } if ahead == -24 * HOUR));
        let yesterday = public("register", NOW.plus(-24 * HOUR));
        let verdict = judge(NOW, None, &[yesterday, answer("village", 1)]);
        assert_eq!(verdict, Verdict::Right { who: "village".into(), ahead: 1 });
    }

    #[test]
    fn the_phones_own_notes_show_that_it_was_set_back() {
        let verdict = judge(NOW, Some(NOW.plus(HOUR)), &[answer("village", 0)]);
        assert_eq!(verdict, Verdict::SetBack { by: HOUR });
    }
}
