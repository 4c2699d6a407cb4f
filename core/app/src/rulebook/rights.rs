//! Chapters on what follows from the score, and what a resident can do: perks, restrictions, the
//! contest ladder, publication, sources.

use super::telling::{Telling, word};
use crate::view::rulebook::{Chapter, ChapterKind, Fact, Origin};
use standing_model::listing::Severity;
use standing_model::rulebook::{ContestStep, DayKind, Measure, PublicationClass, RunsFrom};

impl Telling<'_> {
    pub(super) fn perks_chapter(self) -> Chapter {
        let facts = self.book.perks.iter().map(|perk| self.benefit_fact(perk, "perk-note"));
        self.chapter(ChapterKind::Perks, "perks", facts.collect())
    }

    pub(super) fn restrictions_chapter(self) -> Chapter {
        let all = self.book.restrictions.iter();
        let facts = all.map(|one| self.benefit_fact(one, "restriction-note"));
        self.chapter(ChapterKind::Restrictions, "restrictions", facts.collect())
    }

    pub(crate) fn benefit_fact(self, benefit: &Measure, note_key: &str) -> Fact {
        let value = self.condition(&benefit.when);
        let origins = self.benefit_origins(benefit);
        let mut fact = self.fact(self.name(&benefit.names), value, origins);
        let note = self.name(&benefit.note);
        if !note.trim().is_empty() {
            fact.lines.push(self.say(note_key, &[("note", note.into())]));
        }
        fact
    }

    pub(crate) fn benefit_origins(self, benefit: &Measure) -> Vec<Origin> {
        self.origins(("part-benefit", &benefit.source), ("part-condition", &benefit.when_source))
    }

    pub(super) fn contest_chapter(self) -> Chapter {
        let facts = self.book.contest.iter().map(|step| {
            let origins = vec![self.origin("", &step.source)];
            self.fact(self.name(&step.names), self.within(step), origins)
        });
        self.chapter(ChapterKind::Contest, "contest", facts.collect())
    }

    /// By when a step of contesting is to be taken, and from which day that runs (PROTOCOL §3.1.3).
    pub(crate) fn within(self, step: &ContestStep) -> String {
        let kind = match step.days_are {
            DayKind::Calendar => "calendar",
            DayKind::Working => "working",
            DayKind::Months => "months",
        };
        let from = match step.runs_from {
            RunsFrom::Told => "told",
            RunsFrom::Arrival => "arrival",
            RunsFrom::Decision => "decision",
            RunsFrom::Silence => "silence",
        };
        self.say(&format!("step-{kind}-{from}"), &[("days", step.days.into())])
    }

    pub(super) fn publication_chapter(self) -> Chapter {
        let facts = self.book.publication.iter().map(|class| self.publication_fact(class));
        self.chapter(ChapterKind::Publication, "publication", facts.collect())
    }

    fn publication_fact(self, class: &PublicationClass) -> Fact {
        let most = self.months(class.max_months);
        let value = match class.min_months {
            Some(least) => {
                let args = [("least", self.months(least).into()), ("most", most.into())];
                self.say("publication-span", &args)
            }
            None => self.say("publication-rarely", &[("most", most.into())]),
        };
        let label = self.severity(class.severity);
        self.fact(label, value, vec![self.origin("", &class.source)])
    }

    pub(crate) fn severity(self, severity: Severity) -> String {
        let key = match severity {
            Severity::Minor => "severity-minor",
            Severity::General => "severity-general",
            Severity::Serious => "severity-serious",
        };
        self.say(key, &[])
    }

    pub(super) fn sources_chapter(self) -> Chapter {
        let facts = self.book.sources.iter().map(|source| {
            let origin = self.origin("", &source.id);
            let value = self.say(&format!("sure-{}-long", word(origin.certainty)), &[]);
            self.fact(self.name(&source.names), value, vec![])
        });
        self.chapter(ChapterKind::Sources, "sources", facts.collect())
    }
}
