//! One listing in words: what, by whom, why, and what the business says.

use super::snapshot::{Snapshot, Standing};
use crate::view::KeyValue;
use crate::view::businesses::{ListingTag, ListingView, TagKind};
use crate::view::listing_letters::ListingKey;
use standing_model::listing::{ListType, Listing, ListingState, Severity};
use standing_model::text::plain;
use standing_model::time::Date;

impl Snapshot {
    /// A listing that stands.
    pub(super) fn listing(&self, standing: &Standing) -> ListingView {
        let (words, listing) = (self.words, &standing.listing);
        let reply = listing.right_of_reply.as_ref().map(|reply| reply.get(words.0));
        ListingView {
            tag: self.tag(standing),
            list_id: plain(&listing.list_id),
            conduct: listing.conduct.get(words.0),
            state: self.state(listing, standing.today),
            signed_by: standing.signer.clone(),
            facts: self.facts(standing),
            term: self.term(standing),
            history: self.history(standing),
            replied: reply.is_some(),
            reply_origin: self.reply_origin(listing),
            remedies: self.remedies(standing),
            key: self.key(standing),
            reply: reply.unwrap_or_else(|| words.say("reply-none", &[])),
        }
    }

    /// What a letter about it names it by; none for a good one.
    pub(super) fn key(&self, standing: &Standing) -> Option<ListingKey> {
        let listing = &standing.listing;
        let register = self.registers.iter().find(|one| one.row.id == standing.register)?;
        (!listing.list_type.is_red()).then(|| ListingKey {
            uscc: listing.uscc.as_str().to_owned(),
            register: register.row.trust.to_string(),
            lister: standing.iss.to_string(),
            list_id: listing.list_id.to_string(),
        })
    }

    /// "Past the list's next update it reads *was listed on …, may have been repaired*."
    fn tag(&self, standing: &Standing) -> ListingTag {
        let (words, listing) = (self.words, &standing.listing);
        let red = listing.list_type.is_red();
        let decided = words.date(listing.decision_date);
        let (kind, key) = match (standing.in_date, red) {
            (true, true) => (TagKind::Red, "tag-red"),
            (true, false) => (TagKind::Black, "tag-black"),
            (false, true) => (TagKind::WasListed, "tag-was-red"),
            (false, false) => (TagKind::WasListed, "tag-was-listed"),
        };
        let detail = [
            ("authority", standing.office.as_str().into()),
            ("signer", standing.signer.as_str().into()),
            ("until", words.date(last_day(listing)).into()),
        ];
        let by =
            if standing.office == standing.signer { "tag-detail" } else { "tag-detail-signed" };
        ListingTag {
            kind,
            text: words.say(key, &[("date", decided.into())]),
            detail: words.say(by, &detail),
        }
    }

    /// "A bad rating is not shown as final while the appeal window runs." How long that is, only
    /// the list can say.
    fn state(&self, listing: &Listing, today: Date) -> String {
        let close = listing.appeal.as_ref().map(|appeal| appeal.until);
        let key = match (listing.state, close) {
            (ListingState::AppealWindow, Some(close)) if today > close => "listing-appeal-past",
            (ListingState::AppealWindow, Some(_)) => "listing-appeal-open",
            (ListingState::AppealWindow, None) => "listing-appeal",
            (ListingState::Contested, _) => "listing-contested",
            (ListingState::Published | ListingState::Repaired | ListingState::Ended, _) => {
                "listing-published"
            }
        };
        let close = close.map(|close| self.words.date(close)).unwrap_or_default();
        self.words.say(key, &[("date", close.into())])
    }

    /// When and how a reply came (PROTOCOL §2.2.19): one whose way nobody names may be anybody's.
    fn reply_origin(&self, listing: &Listing) -> String {
        let words = self.words;
        if listing.right_of_reply.is_none() {
            return String::new();
        }
        let Some(origin) = &listing.reply_origin else {
            return words.say("reply-unknown", &[]);
        };
        let args = [("date", words.date(origin.on).into()), ("by", origin.by.get(words.0).into())];
        words.say("reply-came", &args)
    }

    fn facts(&self, standing: &Standing) -> Vec<KeyValue> {
        let (words, listing) = (self.words, &standing.listing);
        let row = |label: &str, value: String, note: String| KeyValue {
            label: words.say(label, &[]),
            value,
            note,
        };
        let none = String::new;
        let mut rows =
            vec![row("listing-list", words.say(list_name(listing.list_type), &[]), none())];
        if !listing.list_type.is_red() {
            rows.push(row("listing-class", words.say(class_name(listing.severity), &[]), none()));
        }
        rows.push(row("listing-authority", standing.office.clone(), none()));
        rows.push(row("listing-signer", standing.signer.clone(), none()));
        rows.push(row("listing-document", plain(&listing.decision_document), none()));
        for basis in &listing.legal_basis {
            let article = words.article(&basis.article);
            rows.push(row("listing-basis", basis.instrument.get(words.0), article));
        }
        rows
    }
}

/// The last day on which a listing holds; `ends_on` is the first on which it does not.
pub(super) fn last_day<C>(listing: &Listing<C>) -> Date {
    listing.ends_on().plus_days(-1)
}

pub(super) const fn list_name(list: ListType) -> &'static str {
    match list {
        ListType::Court => "list-court",
        ListType::SamrSerious => "list-samr-serious",
        ListType::SamrAbnormal => "list-samr-abnormal",
        ListType::Sector => "list-sector",
        ListType::Red => "list-red",
        ListType::Local => "list-local",
    }
}

pub(super) const fn class_name(class: Severity) -> &'static str {
    match class {
        Severity::Minor => "class-minor",
        Severity::General => "class-general",
        Severity::Serious => "class-serious",
    }
}
