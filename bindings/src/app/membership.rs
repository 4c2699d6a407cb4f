//! Joining, and what an authority says: home, statements, entries, perks, the rulebook.

use super::App;
use crate::error::AppError;
use crate::sync::Stopper;
use crate::views::{
    AlarmExport, AlarmView, AlarmsView, AuthorityPreview, BenefitView, CaseFileView, EntryView,
    ForecastView, GroupAnswer, HomeView, JoinView, LeaveView, LinkView, MembershipView, PeopleView,
    PerksView, PersonDraft, RulebookComparisonView, RulebookView, StatementComparisonView,
    StatementView, StatementsView, StoryView, TillView, ToldTarget, ToldView,
};
use standing_app::ids::MembershipId;
use std::sync::Arc;

#[uniffi::export]
impl App {
    /// Reads a link that was scanned or typed. Nothing is sent.
    ///
    /// Throws `Invalid` for a text that is no link, `TooNew` for a link of a later version.
    pub fn read_link(&self, text: String) -> Result<LinkView, AppError> {
        Ok(self.core.read_link(&text)?)
    }

    /// Whether the person typed the groups of a register's fingerprint that `read_link` asked for
    /// as the link has them. Nothing is sent.
    ///
    /// Throws `Invalid` for a link that is not one or leads to an authority, and for another group.
    pub fn check_groups(&self, link: String, typed: Vec<GroupAnswer>) -> Result<(), AppError> {
        Ok(self.core.check_groups(&link, &typed)?)
    }

    /// What the authority of a link says of itself, before anything is proved. Fetches public
    /// files; nothing about the person is sent, and nothing is kept.
    ///
    /// Throws `Invalid`, `Refused` for one that is held under another root,
    /// `Untrusted`, `Unreachable`, also (`join-stopped`) if it was stopped, `Storage`.
    pub async fn authority_preview(
        &self,
        link: String,
        stopper: Arc<Stopper>,
    ) -> Result<AuthorityPreview, AppError> {
        let (core, stop) = (Arc::clone(&self.core), stopper.asked());
        Ok(self.runtime.run(async move { core.authority_preview(&link, &stop).await }).await?)
    }

    /// Proves to an authority that the code from its letter is known. A new key and the proof
    /// leave the phone, the code never does. The authority must prove the same; then the person
    /// confirms the hint. May be repeated when the answer got lost or it was stopped.
    ///
    /// Throws `Invalid`, `Refused`, `Untrusted`, `Unreachable`, also (`join-stopped`) if it was
    /// stopped, `Storage`.
    pub async fn join(
        &self,
        link: String,
        code: String,
        stopper: Arc<Stopper>,
    ) -> Result<JoinView, AppError> {
        let (core, stop) = (Arc::clone(&self.core), stopper.asked());
        Ok(self.runtime.run(async move { core.join(&link, &code, &stop).await }).await?)
    }

    /// As `join`, for an authority whose name reads as that of another on this phone: the person
    /// has seen both in the `namesakes` of `authority_preview`, and `seen` is theirs.
    ///
    /// Throws as `join`.
    pub async fn join_namesake(
        &self,
        link: String,
        code: String,
        seen: String,
        stopper: Arc<Stopper>,
    ) -> Result<JoinView, AppError> {
        let (core, stop) = (Arc::clone(&self.core), stopper.asked());
        let join = async move { core.join_namesake(&link, &code, &seen, &stop).await };
        Ok(self.runtime.run(join).await?)
    }

    /// Says that the hint is the person's own, or that it is not.
    ///
    /// Throws `NotFound` for a membership that does not wait to be confirmed, `Storage`.
    pub fn confirm(&self, membership: MembershipId, mine: bool) -> Result<(), AppError> {
        Ok(self.core.confirm(&membership, mine)?)
    }

    /// Everyone whom this phone has joined, and who waits to be confirmed.
    ///
    /// Throws `Storage`.
    pub fn memberships(&self) -> Result<Vec<MembershipView>, AppError> {
        Ok(self.core.memberships()?)
    }

    /// Everybody on this phone, each with what is theirs.
    ///
    /// Throws `Storage`.
    pub fn people(&self) -> Result<PeopleView, AppError> {
        Ok(self.core.people()?)
    }

    /// Keeps whose a membership is: what they are called here, their mark, and whether the phone's
    /// owner is asked for before their pages. Nothing of it leaves the phone.
    ///
    /// Throws `Invalid` for a name that is too long or shaped like a resident number; `NotFound`, `Storage`.
    pub fn keep_person(
        &self,
        membership: MembershipId,
        draft: PersonDraft,
    ) -> Result<(), AppError> {
        Ok(self.core.keep_person(&membership, &draft)?)
    }

    /// What leaving a membership would take away, for the person to confirm. Nothing is changed.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn leaving(&self, membership: MembershipId) -> Result<LeaveView, AppError> {
        Ok(self.core.leaving(&membership)?)
    }

    /// Leaves a membership: its key, documents, records and photos are erased from this phone.
    ///
    /// Throws `NotFound`, `Storage`, also if a sync is at work.
    pub fn leave_membership(&self, membership: MembershipId) -> Result<(), AppError> {
        Ok(self.core.leave_membership(&membership)?)
    }

    /// Home: the newest statement, what changed, the household, what waits.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn home(&self, membership: MembershipId) -> Result<HomeView, AppError> {
        Ok(self.core.home(&membership)?)
    }

    /// Every statement on this phone, the newest first.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn statements(&self, membership: MembershipId) -> Result<StatementsView, AppError> {
        Ok(self.core.statements(&membership)?)
    }

    /// Everything that contradicts itself in a membership, or without one in what belongs to none,
    /// such as registers: the gravest first; what was put aside comes last.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn alarms(&self, membership: Option<MembershipId>) -> Result<AlarmsView, AppError> {
        Ok(self.core.alarms(membership.as_ref())?)
    }

    /// One alarm, its documents side by side.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn alarm(
        &self,
        membership: Option<MembershipId>,
        alarm: i64,
    ) -> Result<AlarmView, AppError> {
        Ok(self.core.alarm(membership.as_ref(), alarm)?)
    }

    /// Puts an alarm aside after its differences were shown; `seen` is what `alarm` gave with
    /// them. Deletes nothing, tells nobody, and can be undone.
    ///
    /// Throws `NotFound`, `Refused` if something new came about it since, `Storage`.
    pub fn put_aside(
        &self,
        membership: Option<MembershipId>,
        alarm: i64,
        seen: String,
    ) -> Result<AlarmsView, AppError> {
        Ok(self.core.put_aside(membership.as_ref(), alarm, &seen)?)
    }

    /// Takes up again an alarm that was put aside.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn reopen(
        &self,
        membership: Option<MembershipId>,
        alarm: i64,
    ) -> Result<AlarmsView, AppError> {
        Ok(self.core.reopen(membership.as_ref(), alarm)?)
    }

    /// An alarm as a file: every document as it came, and a summary. `standing check` reads it.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn export_alarm(
        &self,
        membership: Option<MembershipId>,
        alarm: i64,
    ) -> Result<AlarmExport, AppError> {
        Ok(self.core.export_alarm(membership.as_ref(), alarm)?)
    }

    /// One statement and how it adds up.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn statement(&self, membership: MembershipId, seq: u32) -> Result<StatementView, AppError> {
        Ok(self.core.statement(&membership, seq)?)
    }

    /// One entry of a statement in full.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn entry(
        &self,
        membership: MembershipId,
        seq: u32,
        entry: String,
    ) -> Result<EntryView, AppError> {
        Ok(self.core.entry(&membership, seq, &entry)?)
    }

    /// What tier and stars open and close.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn perks(&self, membership: MembershipId) -> Result<PerksView, AppError> {
        Ok(self.core.perks(&membership)?)
    }

    /// One perk or restriction by its id in the rulebook: since when, until when, why, and what
    /// would change it.
    ///
    /// Throws `NotFound`, `Untrusted`, `Storage`.
    pub fn benefit(&self, membership: MembershipId, id: String) -> Result<BenefitView, AppError> {
        Ok(self.core.benefit(&membership, &id)?)
    }

    /// A perk that is open, as it is shown at a till.
    ///
    /// Throws `NotFound`, `Refused` for what is not open today, `Untrusted`, `Storage`.
    pub fn till(&self, membership: MembershipId, id: String) -> Result<TillView, AppError> {
        Ok(self.core.till(&membership, &id)?)
    }

    /// What comes next if nothing is added: the coming quarters, the next tier, what still counts.
    ///
    /// Throws `NotFound`, `Untrusted`, `Storage`.
    pub fn forecast(&self, membership: MembershipId) -> Result<ForecastView, AppError> {
        Ok(self.core.forecast(&membership)?)
    }

    /// The rulebook in plain words, with what this app noticed in it.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn rulebook(&self, membership: MembershipId) -> Result<RulebookView, AppError> {
        Ok(self.core.rulebook(&membership)?)
    }

    /// How the score came about: a chart and a table over all statements, and what moved
    /// it.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn story(&self, membership: MembershipId) -> Result<StoryView, AppError> {
        Ok(self.core.story(&membership)?)
    }

    /// Any two statements in words, in whichever order they are named.
    ///
    /// Throws `Invalid` for the same one twice, `NotFound`, `Untrusted`, `Storage`.
    pub fn compare_statements(
        &self,
        membership: MembershipId,
        one: u32,
        other: u32,
    ) -> Result<StatementComparisonView, AppError> {
        Ok(self.core.compare_statements(&membership, one, other)?)
    }

    /// What changed between two versions of the rulebook, in whichever order they are named.
    ///
    /// Throws `Invalid` for the same one twice, `NotFound`, `Storage`.
    pub fn compare_rulebooks(
        &self,
        membership: MembershipId,
        one: u32,
        other: u32,
    ) -> Result<RulebookComparisonView, AppError> {
        Ok(self.core.compare_rulebooks(&membership, one, other)?)
    }

    /// Everything that is known of whether the person was told of something.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn told(&self, membership: MembershipId, target: ToldTarget) -> Result<ToldView, AppError> {
        Ok(self.core.told(&membership, &target)?)
    }

    /// Writes what `told` says to a new file, as one page in both languages with the signed
    /// originals: `standing check` reads it. The file is not encrypted: delete it once the person has
    /// it where they want it.
    ///
    /// Throws `NotFound`, `Storage`; nothing is left of the file then.
    pub fn case_file(
        &self,
        membership: MembershipId,
        target: ToldTarget,
        file: String,
    ) -> Result<CaseFileView, AppError> {
        Ok(self.core.case_file(&membership, &target, file.as_ref())?)
    }
}
