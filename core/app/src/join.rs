//! Joining: read a link, ask with a one-time code, confirm the hint, and only then anything else.

use ed25519_dalek::SigningKey;
use zeroize::Zeroizing;

use super::view::KeyValue;
use super::view::join::{JoinView, LinkTarget, LinkView, MembershipView};
use super::{App, explain, view};
use crate::error::{AppError, ErrorKind};
use standing_client::authority::{AuthorityApi, Call, Unsigned, unsigned};
use standing_client::plan;
use standing_client::queue::Event;
use standing_client::transport::{Method, host_of};
use standing_client::wire::{DeviceAnswer, DeviceRequest, ProblemType};
use standing_model::authority::Authority;
use standing_model::ids::{Hash, Issuer, MembershipId, Nonce, TrustId};
use standing_model::link::{Fingerprint, Link, LinkError, Purpose};
use standing_model::message::{About, Enrolment};
use standing_model::resident::holds_resident_number;
use standing_store::{Membership, MembershipState, RootPurpose};
use standing_verify::TrustError;
use standing_verify::jws::jwk_of;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, verify};

/// "≥ 80 bits": characters of base32 in a code at least.
const CODE_CHARACTERS: usize = 16;

/// … and of any that an authority may give out.
const LONGEST_CODE: usize = 64;

impl App {
    /// Reads a link that was scanned or typed. Nothing is sent.
    ///
    /// # Errors
    /// `Invalid` for a text that is no link, `TooNew` for a link of a later version.
    pub fn read_link(&self, text: &str) -> Result<LinkView, AppError> {
        let words = self.words();
        let link = self.parse_link(text)?;
        let host = host_of(&link.repo);
        let (leads_to, known, rows): (_, _, &[_]) = match link.purpose {
            Purpose::Join(_) => (
                LinkTarget::Authority,
                "link-unknown",
                &["link-now", "link-code", "link-yes", "link-never"],
            ),
            Purpose::Register => {
                (LinkTarget::Register, "link-register-unknown", &["link-register", "link-never"])
            }
        };
        let leaves = rows.iter().map(|row| KeyValue {
            label: words.say(row, &[]),
            value: words.say(&format!("{row}-value"), &[]),
            note: String::new(),
        });
        Ok(LinkView {
            leads_to,
            known: words.say(known, &[("host", host.as_str().into())]),
            host,
            fingerprint: link.fingerprint.grouped(),
            leaves: leaves.collect(),
        })
    }

    /// Asks an authority with the code from its letter. Only a new key and the code leave the
    /// phone; the person then confirms the hint.
    ///
    /// # Errors
    /// `Invalid` for the link or the code's form, `Refused` for a code that is unknown, used or
    /// too old, `Untrusted` for another root than the link names or an answer that does not
    /// verify, `Unreachable`, `Storage`.
    pub async fn join(&self, link: &str, code: &str) -> Result<JoinView, AppError> {
        let link = self.parse_link(link)?;
        let Purpose::Join(iss) = link.purpose.clone() else {
            return Err(self.words().error(ErrorKind::Invalid, "link-foreign", &[]));
        };
        let code = self.parse_code(code)?;
        let trust = self.pin(&link, RootPurpose::Authority, Some(&iss)).await?;
        let (membership, authority) = self.prepare(trust, &iss)?;
        let key = SigningKey::from_bytes(&membership.key_seed);
        let api = AuthorityApi::new(self.transport(), &membership.api, key);
        let enrolled = self.enrol(&api, &membership, &authority, code).await;
        self.keep_notes()?;
        let (compact, enrolment) = enrolled?;
        let membership = Membership {
            sub: Some(enrolment.sub),
            hint: Some(enrolment.hint),
            enrolment: Some(compact),
            ..membership
        };
        self.write(|tx| tx.put_membership(&membership))?;
        self.join_view(&membership, &authority)
    }

    /// Says that the hint is the person's own, or that it is not: then the key and everything
    /// about this membership is of no use any more, and the phone asks nothing further.
    ///
    /// # Errors
    /// `NotFound` for a membership that does not wait to be confirmed, `Storage`.
    pub fn confirm(&self, membership: &MembershipId, mine: bool) -> Result<(), AppError> {
        let all = self.read(|tx| tx.memberships())?;
        let named = all.iter().find(|one| one.id == *membership);
        let found = named.and_then(|named| all.iter().find(|one| waits(one) && same(one, named)));
        let found = found.cloned();
        let found =
            found.ok_or_else(|| self.words().error(ErrorKind::NotFound, "not-pending", &[]))?;
        let active = |one: &&Membership| one.state == MembershipState::Active;
        if let Some(active) = all.iter().filter(active).find(|one| same(one, &found)) {
            return self.enrol_again(active, found, mine);
        }
        let state = if mine { MembershipState::Active } else { MembershipState::Declined };
        // "After No, the code and the new key are erased here."
        let key_seed = if mine { found.key_seed.clone() } else { Zeroizing::new([0; 32]) };
        self.write(|tx| tx.put_membership(&Membership { state, key_seed, ..found }))
    }

    /// Gives an active membership the key that was enrolled anew, or lets go of it. "A new phone or
    /// key changes nothing in the chain": records go on under their ids.
    fn enrol_again(
        &self,
        active: &Membership,
        found: Membership,
        mine: bool,
    ) -> Result<(), AppError> {
        let now = self.now();
        self.write(|tx| {
            if mine {
                tx.put_membership(&Membership {
                    key_seed: found.key_seed.clone(),
                    enrolment: found.enrolment.clone(),
                    ..active.clone()
                })?;
                plan::tell_all(tx, &active.id, &Event::EnrolledAgain, now)?;
            }
            let state = MembershipState::Declined;
            tx.put_membership(&Membership { state, key_seed: Zeroizing::new([0; 32]), ..found })
        })
    }

    /// Everyone whom this phone has joined, and who waits to be confirmed.
    ///
    /// # Errors
    /// `Storage`.
    pub fn memberships(&self) -> Result<Vec<MembershipView>, AppError> {
        let words = self.words();
        self.read(|tx| {
            let mut views = Vec::new();
            let all = tx.memberships()?;
            let active = |one: &&Membership| one.state == MembershipState::Active;
            let active: Vec<Membership> = all.iter().filter(active).cloned().collect();
            for one in all {
                // A key that waits to take the place of a revoked one is no membership of its own.
                let again = active.iter().any(|active| same(active, &one));
                let state = match one.state {
                    MembershipState::Active => view::join::MembershipState::Active,
                    MembershipState::Pending if one.enrolment.is_some() && !again => {
                        view::join::MembershipState::ToConfirm
                    }
                    MembershipState::Pending | MembershipState::Declined => continue,
                };
                let joined = words.date(one.joined_at.day_in(self.here()));
                let joined = match state {
                    view::join::MembershipState::Active => {
                        words.say("membership-joined", &[("date", joined.into())])
                    }
                    view::join::MembershipState::ToConfirm => {
                        words.say("membership-to-confirm", &[])
                    }
                };
                let authority = super::holdings::authority_of(tx, &one)?;
                let name = authority.map(|(authority, _)| authority.names.get(words.0));
                views.push(MembershipView {
                    authority: name.unwrap_or_else(|| one.iss.to_string()),
                    hint: one.hint.map(|hint| hint.get(words.0)).unwrap_or_default(),
                    fingerprint: Fingerprint::of(&one.trust).grouped(),
                    membership: one.id,
                    state,
                    joined,
                });
            }
            Ok(views)
        })
    }

    pub(super) fn parse_link(&self, text: &str) -> Result<Link, AppError> {
        let words = self.words();
        text.parse().map_err(|error| match error {
            LinkError::Foreign => words.error(ErrorKind::Invalid, "link-foreign", &[]),
            LinkError::Version(_) => words.error(ErrorKind::TooNew, "link-version", &[]),
            LinkError::Part(part) => {
                words.error(ErrorKind::Invalid, "link-part", &[("part", part.into())])
            }
            LinkError::Fingerprint => words.error(ErrorKind::Invalid, "link-fingerprint", &[]),
        })
    }

    fn parse_code(&self, text: &str) -> Result<String, AppError> {
        let code = standing_model::business::normalize_code(text);
        if holds_resident_number(text) {
            return Err(self.words().error(ErrorKind::Invalid, "code-resident-number", &[]));
        }
        let fits = code.len() <= LONGEST_CODE && code.bytes().all(|c| c.is_ascii_alphanumeric());
        if code.len() >= CODE_CHARACTERS && fits {
            return Ok(code);
        }
        let args = [
            ("found", code.chars().count().into()),
            ("wanted", CODE_CHARACTERS.into()),
            ("most", LONGEST_CODE.into()),
        ];
        Err(self.words().error(ErrorKind::Invalid, "code-form", &args))
    }

    /// Pins the root that a link names, or finds it pinned, and brings its public data up to date.
    ///
    /// "An `iss` already held under another root is refused."
    pub(super) async fn pin(
        &self,
        link: &Link,
        purpose: RootPurpose,
        iss: Option<&Issuer>,
    ) -> Result<TrustId, AppError> {
        let held = self.read(|tx| tx.memberships())?;
        let other = |one: &Membership| {
            Some(&one.iss) == iss
                && one.state == MembershipState::Active
                && Fingerprint::of(&one.trust) != link.fingerprint
        };
        if held.iter().any(other) {
            return Err(self.words().error(ErrorKind::Refused, "root-other", &[]));
        }
        let data = self.public_data()?;
        let done = async {
            let pinned = data.fetch_root(link).await?;
            data.pin(&pinned, &link.repo, purpose)?;
            if let Some(iss) = iss {
                data.refresh_authorities(pinned.trust(), std::slice::from_ref(iss), &[]).await?;
            }
            Ok(pinned.trust())
        };
        let done = done.await;
        self.keep_notes()?;
        done.map_err(|error| explain::sync(self.words(), &error, &host_of(&link.repo)))
    }

    /// The membership that will ask: a new one, or the one that asked before and got no answer.
    /// "Made in Rust, stored sealed before the first request."
    fn prepare(&self, trust: TrustId, iss: &Issuer) -> Result<(Membership, Authority), AppError> {
        let words = self.words();
        let known = self.read(|tx| tx.memberships())?;
        let known: Vec<Membership> =
            known.into_iter().filter(|one| one.trust == trust && one.iss == *iss).collect();
        let with = |state| known.iter().find(|one| one.state == state).cloned();
        let active = with(MembershipState::Active);
        if let Some(active) = &active
            && !self.is_revoked(active)?
        {
            return Err(words.error(ErrorKind::Refused, "already-joined", &[]));
        }
        let mut membership = match with(MembershipState::Pending) {
            Some(membership) => membership,
            None => self.new_membership(trust, iss.clone())?,
        };
        if let Some(active) = active {
            // A code of somebody else must not take this resident's place.
            membership.sub = active.sub;
        }
        let found = self.read(|tx| super::holdings::authority_of(tx, &membership))?;
        let Some((authority, _)) = found else {
            let host = iss.to_string();
            return Err(explain::trust(words, &TrustError::WrongIssuer, &host));
        };
        membership.api = authority.api.trim_end_matches('/').to_owned();
        self.write(|tx| tx.put_membership(&membership))?;
        Ok((membership, authority))
    }

    /// Whether a notice says that the key of a membership is revoked.
    fn is_revoked(&self, membership: &Membership) -> Result<bool, AppError> {
        let holdings = self.holdings(&membership.id)?;
        let key = SigningKey::from_bytes(&membership.key_seed).verifying_key();
        let revoked = About::KeyRevoked(jwk_of(&key).thumbprint());
        Ok(holdings.notices.iter().any(|(notice, _)| notice.about == revoked))
    }

    fn new_membership(&self, trust: TrustId, iss: Issuer) -> Result<Membership, AppError> {
        let mut key_seed = Zeroizing::new([0; 32]);
        self.fill(&mut *key_seed)?;
        Ok(Membership {
            id: self.random_name()?,
            trust,
            iss,
            state: MembershipState::Pending,
            sub: None,
            hint: None,
            api: String::new(),
            key_seed,
            enrolment: None,
            joined_at: self.now(),
        })
    }

    /// "Nothing is believed for having come over TLS, the enrolment answer included."
    async fn enrol(
        &self,
        api: &AuthorityApi,
        membership: &Membership,
        authority: &Authority,
        code: String,
    ) -> Result<(String, Enrolment), AppError> {
        let (words, host) = (self.words(), api.host());
        // The same question at every attempt: an answer that got lost is given again, byte for
        // byte, and must still fit.
        let seed = Hash::of_parts(&[b"standing-join/1", &*membership.key_seed, code.as_bytes()]);
        let nonce = Nonce::of_hash(&seed);
        let key = jwk_of(&api.key().verifying_key());
        let code_hash = Hash::of(code.as_bytes());
        let request = DeviceRequest { code, key, root: membership.trust, nonce };
        let body = serde_json::to_vec(&request).unwrap_or_default();
        let call = Call::with(Method::POST, "/v1/devices", "application/json", body, "join");
        let answer = api.call(call).await;
        let answer = answer.map_err(|error| explain::transport(words, &error, &host))?;
        if !answer.is_success() {
            return Err(refusal(words, &unsigned(&answer), &host));
        }
        let answer: DeviceAnswer = serde_json::from_slice(&answer.body).map_err(|_| {
            words.error(ErrorKind::Untrusted, "bad-answer", &[("host", host.as_str().into())])
        })?;
        let keys = IssuerKeys::of(membership.trust, authority);
        let expected = Expected { keys: &keys, sub: membership.sub.as_deref(), held_since: None };
        let enrolment = verify::<Enrolment>(&answer.enrolment, expected)
            .and_then(|verified| answers(verified.into_payload(), nonce, code_hash, api))
            .map_err(|error| explain::trust(words, &error, &host))?;
        Ok((answer.enrolment, enrolment))
    }

    /// What the person confirms, under the name of the membership that it will be.
    fn join_view(
        &self,
        membership: &Membership,
        authority: &Authority,
    ) -> Result<JoinView, AppError> {
        let words = self.words();
        let all = self.read(|tx| tx.memberships())?;
        let active =
            |one: &&Membership| one.state == MembershipState::Active && same(one, membership);
        let known_as = all.iter().find(active).unwrap_or(membership);
        let hint = membership.hint.as_ref().map(|hint| hint.get(words.0)).unwrap_or_default();
        let name = authority.names.get(words.0);
        let args = [("authority", name.as_str().into()), ("hint", hint.as_str().into())];
        Ok(JoinView {
            membership: known_as.id.clone(),
            question: words.say("join-question", &args),
            fingerprint: Fingerprint::of(&membership.trust).grouped(),
            authority: name,
            hint,
        })
    }
}

/// Whether two are one resident's at one authority.
fn same(one: &Membership, other: &Membership) -> bool {
    (one.trust, &one.iss) == (other.trust, &other.iss)
}

fn waits(one: &Membership) -> bool {
    one.state == MembershipState::Pending && one.enrolment.is_some()
}

/// "Bound to: the code's hash, the app's nonce", and this phone's key.
fn answers(
    enrolment: Enrolment,
    nonce: Nonce,
    code: Hash,
    api: &AuthorityApi,
) -> Result<Enrolment, TrustError> {
    let mine = jwk_of(&api.key().verifying_key()).thumbprint();
    if enrolment.aud != nonce || enrolment.code != code {
        return Err(TrustError::WrongAnswer("an enrolment for another request"));
    }
    if !enrolment.keys.iter().any(|key| key.jkt == mine && key.until.is_none()) {
        return Err(TrustError::WrongAnswer("an enrolment of another phone"));
    }
    Ok(enrolment)
}

fn refusal(words: super::words::Words, answer: &Unsigned, host: &str) -> AppError {
    let code = match answer.kind {
        Some(ProblemType::CodeUnknown) => "code-unknown",
        Some(ProblemType::CodeUsed) => "code-used",
        Some(ProblemType::CodeExpired) => "code-expired",
        Some(ProblemType::WrongRoot) => "root-mismatch",
        _ if answer.detail.is_empty() => {
            return words.error(ErrorKind::Unreachable, "bad-answer", &[("host", host.into())]);
        }
        _ => "refused",
    };
    let args = [("host", host.into()), ("detail", answer.detail.as_str().into())];
    words.error(ErrorKind::Refused, code, &args)
}
