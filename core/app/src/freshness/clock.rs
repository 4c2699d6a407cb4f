//! This phone's clock against every signed time that has reached it.

use super::Presenter;
use crate::view::freshness::{FreshKind, FreshRow};
use crate::words::Arg;
use standing_client::transport::host_of;
use standing_model::text::plain;
use standing_model::time::UnixTime;
use standing_rules::clocks::{Saw, Verdict, Witness, judge};

impl Presenter<'_> {
    pub(super) fn clock(&self) -> FreshRow {
        let words = self.words;
        let verdict = judge(self.now, self.snapshot.noted, &self.witnesses());
        let by = |seconds: i64| ("by", words.span(seconds).into());
        let who = |who: &str| ("who", who.to_owned().into());
        let set = Some("fresh-clock-set");
        let (detail, todo, args): (&str, Option<&str>, Vec<Arg<'_>>) = match &verdict {
            Verdict::Unknown => ("clock-unknown", Some("fresh-clock-ask"), vec![]),
            Verdict::Right { who: name, ahead } => {
                let detail =
                    direction(*ahead, ["clock-right-behind", "clock-right", "clock-right-ahead"]);
                (detail, None, vec![who(name), by(*ahead)])
            }
            Verdict::OtherWrong { who: name, ahead, agrees } => {
                let keys = ["clock-other-behind", "clock-other-behind", "clock-other-ahead"];
                let agrees = ("agrees", agrees.to_owned().into());
                (direction(*ahead, keys), None, vec![who(name), by(*ahead), agrees])
            }
            Verdict::PhoneWrong { ahead, who: names } => {
                let keys = ["clock-phone-behind", "clock-phone-behind", "clock-phone-ahead"];
                (direction(*ahead, keys), set, vec![who(&words.row(names)), by(*ahead)])
            }
            Verdict::SetBack { by: seconds } => ("clock-set-back", set, vec![by(*seconds)]),
            Verdict::Undecided { who: name, ahead } => {
                let keys = ["clock-differs-behind", "clock-differs-behind", "clock-differs-ahead"];
                let compare = Some("fresh-clock-compare");
                (direction(*ahead, keys), compare, vec![who(name), by(*ahead)])
            }
        };
        self.row(FreshKind::Clock, words.say("fresh-clock", &[]), detail, todo, &args)
    }

    /// Answers to this phone first; public files only say what time it is not before.
    fn witnesses(&self) -> Vec<Witness> {
        let words = self.words;
        let mut witnesses: Vec<Witness> = (self.snapshot.held.iter())
            .filter_map(|held| {
                let (head, arrived) = held.holdings.head.as_ref()?;
                let saw = Saw::Answer { signed: head.iat, arrived: *arrived };
                Some(Witness { who: held.holdings.authority_name(words), saw })
            })
            .collect();
        for root in self.snapshot.roots.iter().filter(|root| root.signed_floor > UnixTime(0)) {
            let who = plain(&host_of(&root.repo));
            witnesses.push(Witness { who, saw: Saw::NotBefore { signed: root.signed_floor } });
        }
        for register in &self.snapshot.registers {
            let (who, signed) = (register.index.publisher.get(words.0), register.index.issued_at);
            witnesses.push(Witness { who, saw: Saw::NotBefore { signed } });
        }
        witnesses
    }
}

/// The key for behind, equal or ahead.
fn direction(ahead: i64, [behind, equal, before]: [&'static str; 3]) -> &'static str {
    match ahead {
        ..0 => behind,
        0 => equal,
        1.. => before,
    }
}
