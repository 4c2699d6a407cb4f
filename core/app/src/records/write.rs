//! From what can be recorded to a record that is kept.

use super::act;
use super::consequence::{against, consequences, cool_off_hours, leaves};
use super::draft::{check, rule_of};
use super::edit::Edit;
use super::effect::{Basis, Effect, Limit};
use super::photo;
use super::snapshot::{self, Snapshot};
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::records::{
    DraftBody, DraftView, KeptView, NoteWeight, RecordChoice, RecordDraft, RecordKind,
    RecordKindsView,
};
use standing_client::plan::{self, Queued, Row};
use standing_client::queue::{Event, Item, Upload};
use standing_model::ext::Extensions;
use standing_model::ids::{Hash, MembershipId, RecordId, Salt};
use standing_model::record::{Body, Evidence, MAX_BYTES, MediaType, Record};
use standing_model::rulebook::{Rule, Rulebook};
use standing_model::version::Version;
use standing_store::{StoreError, Tx};

impl App {
    /// What can be recorded at an authority, by its rulebook.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here, and as long as no rulebook has reached
    /// this phone; `Storage`.
    pub fn record_kinds(&self, membership: &MembershipId) -> Result<RecordKindsView, AppError> {
        let (snapshot, basis) =
            self.snapshot_with(membership, |tx, _| Basis::read(tx, membership, &self.memo))?;
        let (words, book) = (snapshot.words, snapshot.book()?);
        let choices = Choices { snapshot: &snapshot, book, basis: basis.as_ref() };
        let (kinds, against_yourself) = (choices.good(), choices.against());
        let empty = kinds.is_empty() && against_yourself.is_empty();
        Ok(RecordKindsView {
            membership: membership.clone(),
            authority: snapshot.authority_name(),
            against_note: words.say("record-against-note", &[]),
            empty: if empty { words.say("record-none-taken", &[]) } else { String::new() },
            kinds,
            against_yourself,
        })
    }

    /// Checks a draft: every problem at once, and what happens if it is sent. Keeps nothing.
    ///
    /// # Errors
    /// As [`App::record_kinds`].
    pub fn check_draft(
        &self,
        membership: &MembershipId,
        draft: &RecordDraft,
    ) -> Result<DraftView, AppError> {
        let (snapshot, basis) =
            self.snapshot_with(membership, |tx, _| Basis::read(tx, membership, &self.memo))?;
        Ok(told(&snapshot, basis.as_ref(), snapshot.book()?, draft))
    }

    /// Keeps a record, sealed and durable before this returns; it is sent by the next sync. A
    /// report against oneself waits first, and then asks once more.
    ///
    /// `form` is a random name of the form that the person sent, or empty. A form that was sent
    /// before, and restored since, gives the record that it became then. A draft that edits a record
    /// of which nothing has left takes its place in the queue; one that edits a record that was not
    /// taken up becomes a new record, and the old one is withdrawn unless a receipt rejected it.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way; `NotFound` if it edits a record that is not this
    /// membership's; `Refused` if the form was sent before and says something else now, or if the
    /// record that it edits has begun to leave the phone; as [`App::record_kinds`] besides.
    pub fn queue_record(
        &self,
        membership: &MembershipId,
        draft: &RecordDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        let snapshot = self.snapshot(membership)?;
        let (words, book) = (snapshot.words, snapshot.book()?);
        let edits = draft.edits.map(|item| self.edited(&snapshot, item)).transpose()?;
        let invalid = || words.error(ErrorKind::Invalid, "draft", &[]);
        let body = check(&snapshot, book, draft).body.ok_or_else(invalid)?;
        let photos = draft.photo.iter().map(|photo| photo::clean(photo));
        let photos = photos.collect::<Result<Vec<_>, _>>().map_err(|_| invalid())?;
        let record = self.record(&snapshot, body, &photos)?;
        let cool_off = rule_of(book, &draft.body).map_or(0, cool_off_hours);
        let has_photo = !photos.is_empty();
        let sent = Some(cool_off);
        let to_keep = ToKeep { app: self, snapshot: &snapshot, record, sent, form, photos };
        let item = self.keep(to_keep, edits.as_ref())?;
        let key = match (cool_off > 0, has_photo && snapshot.networks.photos_over_wifi) {
            (true, _) => "record-kept-waits",
            (false, true) => "record-kept-for-wifi",
            (false, false) => "record-kept",
        };
        Ok(KeptView { item, text: words.say(key, &[("hours", cool_off.into())]) })
    }

    /// Keeps a record with its photos.
    fn keep(&self, to_keep: ToKeep<'_>, edits: Option<&Edited>) -> Result<i64, AppError> {
        let words = self.words();
        let kept = self.write(|tx| to_keep.keep(tx, edits))?;
        kept.map_err(|why| {
            let key = match why {
                NotKept::TooLarge => return words.error(ErrorKind::Invalid, "draft", &[]),
                NotKept::SaidOtherwise => "record-form-kept",
                NotKept::HasLeft => "record-has-left",
            };
            words.error(ErrorKind::Refused, key, &[])
        })
    }

    /// Keeps the record of a case; it is sent by the next sync, or stays here if it is for paper.
    pub(crate) fn keep_case(
        &self,
        snapshot: &Snapshot,
        body: Body,
        photos: Vec<Vec<u8>>,
        (form, on_paper): (&str, bool),
    ) -> Result<i64, AppError> {
        let record = self.record(snapshot, body, &photos)?;
        let sent = (!on_paper).then_some(0);
        self.keep(ToKeep { app: self, snapshot, record, sent, form, photos }, None)
    }

    /// What a draft edits.
    fn edited(&self, snapshot: &Snapshot, item: i64) -> Result<Edited, AppError> {
        let row = snapshot.rows.iter().find(|row| row.id == item);
        let of = row.ok_or_else(|| self.no_record())?.item.progress.record;
        Ok(Edited { item, withdrawal: self.withdrawal(snapshot, of, 0)? })
    }

    /// A record's payload.
    pub(super) fn record(
        &self,
        snapshot: &Snapshot,
        body: Body,
        photos: &[Vec<u8>],
    ) -> Result<Record, AppError> {
        let mut salt = [0; 16];
        self.fill(&mut salt)?;
        let membership = &snapshot.membership;
        let seen = self.read(|tx| tx.newest_head(&membership.id))?;
        let evidence = photos.iter().map(|photo| Evidence {
            sha256: Hash::of(photo),
            bytes: u32::try_from(photo.len()).unwrap_or(u32::MAX),
            media_type: MediaType::Jpeg,
        });
        Ok(Record {
            v: Version,
            aud: membership.iss.clone(),
            trust: membership.trust,
            sub: membership.sub.clone().ok_or_else(|| self.no_membership())?,
            made_at: snapshot.now,
            salt: Salt::from_bytes(salt),
            seen: seen.map(|head| Hash::of(head.compact.as_bytes())),
            body,
            evidence: evidence.collect(),
            replaces: None,
            ext: Extensions::default(),
        })
    }

    /// An item for a record, which is sent after so many seconds, or not at all; none if the record
    /// would be larger than any may be.
    pub(super) fn queued(&self, record: &Record, cool_off: Option<i64>) -> Option<Queued> {
        let payload = serde_json::to_string(record).ok()?;
        (payload.len() <= MAX_BYTES).then_some(())?;
        let id = RecordId::of_payload(payload.as_bytes());
        let uploads = record.evidence.iter().map(|file| Upload::new(file.sha256, file.bytes));
        let now = self.now();
        let mut item = Item::drafted(id, record.kind(), uploads.collect(), now);
        if let Some(cool_off) = cool_off {
            let _ = item.step(Event::HandedOver { cool_off }, now, 0);
        }
        Some(Queued { withdraws: record.withdraws(), ..Queued::new(item, payload) })
    }
}

/// A draft and all that a form shows of it: an empty one opens the form.
pub(super) fn told(
    snapshot: &Snapshot,
    basis: Option<&Basis>,
    book: &Rulebook,
    draft: &RecordDraft,
) -> DraftView {
    let checked = check(snapshot, book, draft);
    let rule = rule_of(book, &draft.body);
    let effect = rule.map(|rule| {
        let effect = Effect::of_draft((snapshot, book, basis), rule, &draft.body, draft.edits);
        (rule, effect)
    });
    let consequences = effect
        .as_ref()
        .map(|(rule, effect)| consequences((snapshot, book), effect, (*rule, &draft.body)));
    DraftView {
        person: snapshot.whose.view(snapshot.words),
        choice: Choices { snapshot, book, basis }.of(&draft.body),
        ready: checked.notes.iter().all(|note| note.weight == NoteWeight::LookAgain),
        title: title(snapshot, book, &draft.body),
        notes: checked.notes,
        consequences: consequences.unwrap_or_default(),
        score: effect.map(|(_, effect)| effect.score()).unwrap_or_default(),
        against: against(snapshot, book, &draft.body),
        leaves: leaves(snapshot, draft),
    }
}

/// A record that is about to be kept.
struct ToKeep<'a> {
    app: &'a App,
    snapshot: &'a Snapshot,
    record: Record,
    /// After so many hours; none if it is not to be sent.
    sent: Option<u32>,
    form: &'a str,
    photos: Vec<Vec<u8>>,
}

/// An item whose form is kept again.
struct Edited {
    item: i64,
    /// What would be sent to take its record back.
    withdrawal: Option<Queued>,
}

/// Why a record was not kept.
enum NotKept {
    /// It would be larger than any may be.
    TooLarge,
    /// The form was kept before, with something else in it.
    SaidOtherwise,
    /// What it edits may have left the phone meanwhile.
    HasLeft,
}

impl ToKeep<'_> {
    /// The item and its photo, in one transaction; the item that the same form became before.
    fn keep(
        mut self,
        tx: &Tx<'_>,
        edited: Option<&Edited>,
    ) -> Result<Result<i64, NotKept>, StoreError> {
        let membership = &self.snapshot.membership.id;
        if let Some(before) = self.sent_before(tx, membership)? {
            let kept = before.item.record()?;
            let same = (&kept.body, &kept.evidence) == (&self.record.body, &self.record.evidence);
            return Ok(if same { Ok(before.id) } else { Err(NotKept::SaidOtherwise) });
        }
        let edit = match edited {
            None => None,
            Some(edited) => match self.edit(tx, edited)? {
                Some(edit) => Some((edited, edit)),
                None => return Ok(Err(NotKept::HasLeft)),
            },
        };
        self.record.replaces = edit.and_then(|(_, edit)| edit.replaces());
        let queued = self.app.queued(&self.record, self.sent.map(|hours| i64::from(hours) * 3_600));
        let Some(queued) = queued else { return Ok(Err(NotKept::TooLarge)) };
        let queued = Queued { form: self.form.to_owned(), ..queued };
        let item = match edit {
            Some((edited, Edit::InPlace { .. })) => {
                plan::replace(tx, edited.item, queued)?;
                edited.item
            }
            _ => plan::add(tx, membership, &queued)?,
        };
        for photo in &self.photos {
            tx.add_evidence(item, photo, photo::MEDIA_TYPE)?;
        }
        if let Some((Edited { item, withdrawal }, Edit::Instead { .. })) = edit {
            let event = Event::TakenBack;
            act::apply(tx, self.snapshot, *item, &event, withdrawal.as_ref())?;
        }
        Ok(Ok(item))
    }

    /// What becomes of the item that is edited; none if that cannot be, or not any more.
    fn edit(&self, tx: &Tx<'_>, edited: &Edited) -> Result<Option<Edit>, StoreError> {
        let Some(row) = tx.queue_item::<Queued>(edited.item)? else { return Ok(None) };
        let edit = Edit::of(self.snapshot, &row)?;
        let of = edited.withdrawal.as_ref().and_then(|withdrawal| withdrawal.withdraws);
        // Another record is in its place meanwhile, which the withdrawal does not name.
        let other = of != Some(row.item.progress.record);
        Ok(edit.filter(|edit| !other || !matches!(edit, Edit::Instead { .. })))
    }

    /// The item that the same form became before.
    fn sent_before(
        &self,
        tx: &Tx<'_>,
        membership: &MembershipId,
    ) -> Result<Option<Row>, StoreError> {
        if self.form.is_empty() {
            return Ok(None);
        }
        let briefs = tx.queue_briefs::<Queued>(membership)?;
        let sent = briefs.iter().find(|brief| brief.item.form == self.form);
        Ok(sent.map(|brief| tx.queue_item::<Queued>(brief.id)).transpose()?.flatten())
    }
}

/// A draft's title, as its item's will be.
fn title(snapshot: &Snapshot, book: &Rulebook, draft: &DraftBody) -> String {
    let words = snapshot.words;
    match draft {
        DraftBody::SelfReport { rule, .. } => {
            book.rule(rule).map_or_else(String::new, |rule| rule.names.get(words.0))
        }
        DraftBody::Volunteering { minutes, .. } => {
            let time = snapshot::minutes(words, *minutes);
            words.say("record-volunteering", &[("time", time.into())])
        }
        DraftBody::BloodDonation { .. } => words.say("record-blood-short", &[]),
    }
}

struct Choices<'a> {
    snapshot: &'a Snapshot,
    book: &'a Rulebook,
    basis: Option<&'a Basis>,
}

impl Choices<'_> {
    fn good(&self) -> Vec<RecordChoice> {
        let (words, records) = (self.snapshot.words, &self.book.records);
        let hours = records.volunteering.as_ref().and_then(|rules| {
            let rule = self.book.rule(&rules.rule)?;
            let title = words.say("record-volunteering-short", &[]);
            Some(self.choice(RecordKind::Volunteering, rule, title, Vec::new()))
        });
        let blood = records.blood_donation.as_ref().and_then(|rules| {
            let rule = self.book.rule(&rules.rule)?;
            let title = words.say("record-blood-short", &[]);
            let volumes = rules.whole_blood_ml.clone();
            Some(self.choice(RecordKind::BloodDonation, rule, title, volumes))
        });
        hours.into_iter().chain(blood).chain(self.rules(|rule| rule.points >= 0)).collect()
    }

    fn against(&self) -> Vec<RecordChoice> {
        self.rules(|rule| rule.points < 0).collect()
    }

    /// What a draft is about.
    fn of(&self, draft: &DraftBody) -> RecordChoice {
        let (kind, rule) = match draft {
            DraftBody::SelfReport { rule, .. } => (RecordKind::SelfReport, rule.as_str()),
            DraftBody::Volunteering { .. } => (RecordKind::Volunteering, ""),
            DraftBody::BloodDonation { .. } => (RecordKind::BloodDonation, ""),
        };
        let mut all = self.good().into_iter().chain(self.against());
        let same = |one: &RecordChoice| one.kind == kind && (rule.is_empty() || one.rule == rule);
        all.find(same).unwrap_or_else(|| RecordChoice {
            kind,
            rule: rule.to_owned(),
            title: title(self.snapshot, self.book, draft),
            counts: String::new(),
            photo_wanted: false,
            volumes: Vec::new(),
        })
    }

    fn rules(&self, wanted: impl Fn(&Rule) -> bool) -> impl Iterator<Item = RecordChoice> {
        let rules = self.book.rules.iter().filter(move |rule| rule.self_report && wanted(rule));
        rules.map(|rule| {
            let title = rule.names.get(self.snapshot.words.0);
            self.choice(RecordKind::SelfReport, rule, title, Vec::new())
        })
    }

    fn choice(
        &self,
        kind: RecordKind,
        rule: &Rule,
        title: String,
        volumes: Vec<u32>,
    ) -> RecordChoice {
        let words = self.snapshot.words;
        let points = words.points(rule.points, &self.book.scale);
        let today = self.snapshot.today();
        let limit = Effect::of(self.snapshot, self.basis, rule, (today, 1)).limit();
        let counts = match (limit, kind, &self.book.records.volunteering) {
            (Some(Limit::Cap { max }), ..) => {
                let year = ("year", today.year().to_string().into());
                words.say("record-counts-cap", &[year, ("max", max.into())])
            }
            (_, RecordKind::Volunteering, Some(rules)) => {
                let span = snapshot::minutes(words, rules.minutes_per_entry);
                words.say("record-counts-time", &[("points", points.into()), ("span", span.into())])
            }
            _ => words.say("record-counts", &[("points", points.into())]),
        };
        let (rule, photo_wanted) = (rule.id.to_string(), rule.photo);
        RecordChoice { kind, rule, title, counts, photo_wanted, volumes }
    }
}
