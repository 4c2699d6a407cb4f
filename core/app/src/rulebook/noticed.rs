//! "What this app noticed": the lint's findings in words.

use super::telling::Telling;
use crate::view::rulebook::Noticed;
use crate::words::Arg;
use standing_model::ids::StarId;
use standing_model::rulebook::Rulebook;
use standing_model::text::plain;
use standing_rules::lint::{Basis, Concern, Finding, lint};

/// Whether no rule takes points for not giving blood, as far as Standing can read.
pub(crate) fn spares_non_donors(book: &Rulebook) -> bool {
    !lint(book).iter().any(|finding| matches!(finding.concern, Concern::TakesForBlood { .. }))
}

impl Telling<'_> {
    pub(super) fn noticed(self) -> Vec<Noticed> {
        lint(self.book).iter().map(|finding| self.one_noticed(finding)).collect()
    }

    fn one_noticed(self, finding: &Finding) -> Noticed {
        let code = finding.concern.code();
        let key = format!("lint-{code}");
        let args: Vec<Arg<'_>> = match &finding.concern {
            Concern::TakesForBlood { rule }
            | Concern::CountsOthers { rule }
            | Concern::RewardsConfessing { rule }
            | Concern::PunishesSilence { rule }
            | Concern::NeverEnds { rule }
            | Concern::NoCoolingOff { rule }
            | Concern::Counts { rule, .. } => vec![("rule", self.rule_name(rule).into())],
            Concern::CountsHousehold { categories } => self.categories(categories),
            Concern::LiftingNotSaid { restriction }
            | Concern::CannotBeLifted { restriction }
            | Concern::NoLegalBasis { restriction }
            | Concern::NotOnNationalList { restriction } => {
                vec![("name", self.restriction_name(restriction).into())]
            }
            Concern::UnreachableTier { tier } | Concern::SameTierName { tier } => {
                vec![("name", self.tier_name(tier).into())]
            }
            Concern::NoContest => Vec::new(),
        };
        let basis = match finding.basis {
            Basis::Data => "lint-by-data",
            Basis::Wording => "lint-by-wording",
        };
        Noticed {
            code: code.to_owned(),
            text: self.say(&key, &args),
            why: self.words.attribute(&key, "why", &args),
            basis: self.say(basis, &[]),
        }
    }

    fn categories(self, ids: &[StarId]) -> Vec<Arg<'static>> {
        let stars = self.book.stars.iter().filter(|stars| ids.contains(&stars.id));
        let names: Vec<String> = stars.map(|stars| self.name(&stars.names)).collect();
        vec![("names", self.words.row(&names).into())]
    }

    fn tier_name(self, id: &str) -> String {
        self.tier(id).map_or_else(|| plain(id), |tier| self.name(&tier.names))
    }

    fn restriction_name(self, id: &str) -> String {
        let found = self.book.restrictions.iter().find(|restriction| restriction.id == id);
        found.map_or_else(|| plain(id), |restriction| self.name(&restriction.names))
    }
}
