//! Joining: read a link, look at what its authority publishes, prove that the code is known,
//! confirm the hint. Nothing is pinned before the authority has proved that it knows the code, too.

mod link;

use ed25519_dalek::SigningKey;
use zeroize::Zeroizing;

use super::view::KeyValue;
use super::view::join::{AuthorityPreview, JoinView, NamesakeView, NamesakesView};
use super::words::Words;
use super::{App, Stop, explain};
use crate::error::{AppError, ErrorKind};
use standing_client::SyncError;
use standing_client::authority::{AuthorityApi, Call, unsigned};
use standing_client::metadata::{FetchedAuthorities, Namesake};
use standing_client::plan;
use standing_client::queue::Event;
use standing_client::transport::{Method, Response, TransportError, host_of};
use standing_client::wire::{DEVICE_REQUEST_VERSION, DeviceAnswer, DeviceRequest, ProblemType};
use standing_model::authority::Authority;
use standing_model::code::{CodeError, EnrolmentCode};
use standing_model::ids::{Hash, Issuer, MembershipId, Subject, TrustId};
use standing_model::link::{Fingerprint, Link};
use standing_model::message::Enrolment;
use standing_model::text::plain_at_most;
use standing_model::time::Zone;
use standing_store::{Membership, MembershipState};
use standing_verify::TrustError;
use standing_verify::enrolment::{self, Binding, CodeKey};
use standing_verify::jws::jwk_of;
use standing_verify::keys::IssuerKeys;

/// Characters of a name that nothing proves yet.
const LONGEST_CLAIM: usize = 80;

impl App {
    /// Fetches the public files that a link names and says what its authority calls itself and
    /// where the proof of the code will go. Nothing about the person is sent, nothing is kept, and
    /// nothing that the view says is proved yet.
    ///
    /// # Errors
    /// `Invalid` for the link, `Refused` for an authority that is held under another root, `Untrusted` for another root than the link names or files that do not verify,
    /// `Unreachable`, also if it was stopped, `Storage`.
    pub async fn authority_preview(
        &self,
        link: &str,
        stop: &Stop,
    ) -> Result<AuthorityPreview, AppError> {
        let words = self.words();
        let (link, iss) = self.parse_join_link(link)?;
        let residents = self.residents_of(&link, &iss)?;
        let (fetched, authority) = self.look_up(&link, &iss, stop).await?;
        let added = self.add_address(&link, &residents)?;
        let name = plain_at_most(&authority.names.get(words.0), LONGEST_CLAIM);
        let host = host_of(&authority.api);
        let row = |key: &str, value: &str| row(words, key, value);
        Ok(AuthorityPreview {
            namesakes: namesakes(words, &fetched.namesakes),
            claim: words.say("preview-claim", &[("name", name.as_str().into())]),
            unproved: words.say("preview-unproved", &[]),
            rows: [
                row("preview-authority", iss.as_str()),
                row("preview-host", &host),
                row("preview-files", &host_of(&link.repo)),
                row("preview-zone", &zone_text(&authority.zone)),
            ]
            .into_iter()
            .chain(joined_row(words, &residents, added.as_deref()))
            .collect(),
            iss: iss.to_string(),
            host,
        })
    }

    /// Proves to an authority that the code from its letter is known, with a new key. The code
    /// stays on the phone. The answer must prove the same; only then is the trust root pinned, and
    /// the person confirms the hint.
    ///
    /// # Errors
    /// `Invalid` for the link or the code's form, `Refused` for a code that is unknown, used or
    /// too old and for a name that reads as another's on this phone, `Untrusted` for another root than the link names or an answer that does not
    /// verify, `Unreachable`, also if it was stopped, `Storage`. Nothing is joined then; once the
    /// proof may have left, its key stays, so that the same code can be sent again.
    pub async fn join(&self, link: &str, code: &str, stop: &Stop) -> Result<JoinView, AppError> {
        self.enrol_by(link, code, None, stop).await
    }

    /// As [`Self::join`], for an authority whose name reads as that of another on this phone: the
    /// person has seen both (PROTOCOL §1.4). `seen` is that of the preview: what the authority's
    /// files name since then was not shown, and is refused.
    ///
    /// # Errors
    /// As there.
    pub async fn join_namesake(
        &self,
        link: &str,
        code: &str,
        seen: &str,
        stop: &Stop,
    ) -> Result<JoinView, AppError> {
        self.enrol_by(link, code, Some(seen), stop).await
    }

    async fn enrol_by(
        &self,
        link: &str,
        code: &str,
        seen: Option<&str>,
        stop: &Stop,
    ) -> Result<JoinView, AppError> {
        let (link, iss) = self.parse_join_link(link)?;
        let code = CodeKey::of(&self.parse_code(code)?);
        self.residents_of(&link, &iss)?;
        let (fetched, authority) = self.look_up(&link, &iss, stop).await?;
        let is_new = seen != Some(seen_of(&fetched.namesakes).as_str());
        if let Some(one) = fetched.namesakes.first().filter(|_| is_new) {
            let args = [("iss", one.offered.iss.to_string().into())];
            return Err(self.words().error(ErrorKind::Refused, "name-held", &args));
        }
        if stop.is_stopped() {
            return Err(stopped(self.words()));
        }
        let membership = self.prepare(fetched.trust(), &iss, &code)?;
        let key = SigningKey::from_bytes(&membership.key_seed);
        let api = AuthorityApi::new(self.transport_until(stop), &authority.api, key);
        let enrolled = self.enrol(&api, &membership, &authority, &code).await;
        self.keep_notes()?;
        let (compact, enrolment) = enrolled?;
        self.check_pairwise(&membership, &enrolment.sub, &api.host())?;
        let membership = Membership {
            sub: Some(enrolment.sub),
            hint: Some(enrolment.hint),
            api: authority.api.to_string(),
            enrolment: Some(compact),
            ..membership
        };
        let admitted = self.public_data()?.admit(&fetched, |tx| tx.put_membership(&membership));
        admitted.map_err(|error| explain::sync(self.words(), &error, &api.host()))?;
        self.join_view(&membership, &authority)
    }

    /// Says that the hint is the person's own, or that it is not: then key, name and answer are
    /// removed, the trust root with them, and the phone asks nothing further.
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
        let done = self.write(|tx| {
            if mine {
                return tx.put_membership(&Membership { state: MembershipState::Active, ..found });
            }
            // Nothing of somebody else stays: neither name nor key nor the authority's root.
            tx.remove_membership(&found.id)?;
            let others = tx.memberships()?;
            let in_use = others.iter().any(|one| one.trust == found.trust);
            if in_use { Ok(()) } else { tx.remove_root(found.trust) }
        });
        done?;
        if mine { Ok(()) } else { self.checkpoint() }
    }

    /// Gives an active membership the key that was enrolled later, or lets go of that key. "A new
    /// phone or key changes nothing in the chain": records go on under their ids.
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
                    api: found.api.clone(),
                    ..active.clone()
                })?;
                plan::apply_to_all(tx, &active.id, &Event::EnrolledAgain, now)?;
            }
            tx.remove_membership(&found.id)
        })?;
        self.checkpoint()
    }

    fn parse_code(&self, text: &str) -> Result<EnrolmentCode, AppError> {
        let words = self.words();
        text.parse().map_err(|error| match error {
            CodeError::Length { found } => {
                words.error(ErrorKind::Invalid, "code-form", &[("found", found.into())])
            }
            CodeError::Character => words.error(ErrorKind::Invalid, "code-character", &[]),
            CodeError::Typing => words.error(ErrorKind::Invalid, "code-typing", &[]),
            CodeError::ResidentNumber => {
                words.error(ErrorKind::Invalid, "code-resident-number", &[])
            }
        })
    }

    /// Whom this phone has joined at a link's authority already: a household shares a phone.
    ///
    /// # Errors
    /// `Refused` for an authority that is held under another root.
    fn residents_of(&self, link: &Link, iss: &Issuer) -> Result<Vec<Membership>, AppError> {
        let held = self.read(|tx| tx.memberships())?.into_iter();
        let active: Vec<Membership> =
            held.filter(|one| one.iss == *iss && one.state == MembershipState::Active).collect();
        let same_root = |one: &Membership| Fingerprint::of(&one.trust) == link.fingerprint;
        if active.iter().all(same_root) {
            return Ok(active);
        }
        Err(self.words().error(ErrorKind::Refused, "root-other", &[]))
    }

    /// Keeps another address of a root that is in use, for when the authority's own do not answer;
    /// its host, if it was not known.
    fn add_address(
        &self,
        link: &Link,
        residents: &[Membership],
    ) -> Result<Option<String>, AppError> {
        let Some(joined) = residents.first() else { return Ok(None) };
        let host = host_of(&link.repo);
        let added = self.public_data()?.add_address(joined.trust, &link.repo);
        let added = added.map_err(|error| explain::sync(self.words(), &error, &host))?;
        Ok(added.then_some(host))
    }

    /// A resident's name is pairwise: one that another authority uses would tie the two together
    /// (PROTOCOL §5.5).
    fn check_pairwise(
        &self,
        membership: &Membership,
        sub: &Subject,
        host: &str,
    ) -> Result<(), AppError> {
        let elsewhere = |one: &Membership| {
            (one.trust, &one.iss) != (membership.trust, &membership.iss)
                && one.sub.as_ref() == Some(sub)
        };
        if self.read(|tx| tx.memberships())?.iter().any(elsewhere) {
            let error = TrustError::WrongAnswer("a name that another authority uses");
            return Err(explain::trust(self.words(), &error, host));
        }
        Ok(())
    }

    /// What the root of a link signs now, and its authority of this name. Nothing is kept.
    async fn look_up(
        &self,
        link: &Link,
        iss: &Issuer,
        stop: &Stop,
    ) -> Result<(FetchedAuthorities, Authority), AppError> {
        let (words, host) = (self.words(), host_of(&link.repo));
        let public = self.public_data_until(stop)?;
        let fetched = public.visit(link, std::slice::from_ref(iss)).await;
        self.keep_notes()?;
        let fetched = fetched.map_err(|error| match error {
            SyncError::Stopped => stopped(words),
            error => explain::sync(words, &error, &host),
        })?;
        let found = fetched.authorities.find(iss).cloned();
        let authority =
            found.ok_or_else(|| explain::trust(words, &TrustError::WrongIssuer, iss.as_str()))?;
        Ok((fetched, authority))
    }

    /// The membership that will ask: a new one, or the one that asked with this letter before and
    /// got no answer. Its key is stored, sealed, before the first request; nothing else of it is.
    fn prepare(
        &self,
        trust: TrustId,
        iss: &Issuer,
        code: &CodeKey,
    ) -> Result<Membership, AppError> {
        let letter = Some(code.letter(trust, iss));
        let asked = |one: &Membership| {
            one.state == MembershipState::Pending && (one.trust, one.letter) == (trust, letter)
        };
        let known = self.read(|tx| tx.memberships())?.into_iter().find(asked);
        let membership = match known {
            Some(membership) => membership,
            None => Membership { letter, ..self.new_membership(trust, iss.clone())? },
        };
        self.write(|tx| tx.put_membership(&membership))?;
        Ok(membership)
    }

    fn new_membership(&self, trust: TrustId, iss: Issuer) -> Result<Membership, AppError> {
        let mut key_seed = Zeroizing::new([0; 32]);
        self.fill(&mut *key_seed)?;
        Ok(Membership {
            id: self.random_name()?,
            trust,
            iss,
            state: MembershipState::Pending,
            letter: None,
            sub: None,
            hint: None,
            api: String::new(),
            key_seed,
            enrolment: None,
            joined_at: self.now(),
        })
    }

    /// Nothing is believed for having come over TLS, the answer to an enrolment included.
    async fn enrol(
        &self,
        api: &AuthorityApi,
        membership: &Membership,
        authority: &Authority,
        code: &CodeKey,
    ) -> Result<(String, Enrolment), AppError> {
        let (words, host) = (self.words(), api.host());
        let key = jwk_of(&api.key().verifying_key());
        // The same question at every attempt: an answer that got lost is given again, byte for
        // byte, and must still fit.
        let nonce = enrolment::nonce_of(&membership.key_seed);
        let (trust, iss) = (membership.trust, &membership.iss);
        let binding = Binding { trust, iss, jkt: key.thumbprint(), nonce };
        let request = DeviceRequest {
            v: DEVICE_REQUEST_VERSION,
            letter: code.letter(trust, iss),
            proof: code.proof(binding),
            key,
            root: trust,
            nonce,
        };
        let body = serde_json::to_vec(&request).unwrap_or_default();
        let call = Call::with(Method::POST, "/v1/devices", "application/json", body, "join");
        let answer = api.call(call).await;
        let answer = answer.map_err(|error| match error {
            TransportError::Stopped => stopped(words),
            error => explain::transport(words, &error, &host),
        })?;
        if !answer.is_success() {
            return Err(refusal(words, &answer, &host));
        }
        let answer: DeviceAnswer = serde_json::from_slice(&answer.body).map_err(|_| {
            words.error(ErrorKind::Untrusted, "bad-answer", &[("host", host.as_str().into())])
        })?;
        let keys = IssuerKeys::of(trust, authority);
        let sub = membership.sub.as_deref();
        let verified = enrolment::verify_answer(&answer.enrolment, &keys, code, binding, sub);
        let verified = verified.map_err(|error| explain::trust(words, &error, &host))?;
        Ok((answer.enrolment, verified.into_payload()))
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
            authority: name,
            hint,
        })
    }
}

fn row(words: Words, key: &str, value: &str) -> KeyValue {
    let (label, value) = (words.say(key, &[]), value.to_owned());
    KeyValue { label, value, note: String::new() }
}

/// The page that shows both; none if no name reads as another.
fn namesakes(words: Words, found: &[Namesake]) -> Option<NamesakesView> {
    let block = |key: &str, authority: &Authority, trust: TrustId| NamesakeView {
        title: words.say(key, &[]),
        rows: vec![
            row(
                words,
                "namesake-name",
                &plain_at_most(&authority.names.get(words.0), LONGEST_CLAIM),
            ),
            row(words, "preview-authority", authority.iss.as_str()),
            row(words, "preview-host", &host_of(&authority.api)),
            row(words, "namesake-root", &Fingerprint::of(&trust).grouped()),
        ],
    };
    let mut authorities = Vec::new();
    for one in found {
        let offered = block("namesake-offered", &one.offered, one.offered_under);
        if !authorities.contains(&offered) {
            authorities.push(offered);
        }
        authorities.push(block("namesake-held", &one.held, one.held_under));
    }
    (!found.is_empty()).then(|| NamesakesView {
        title: words.say("namesake-title", &[]),
        text: words.say("namesake-text", &[]),
        authorities,
        then: words.say("namesake-then", &[]),
        seen: seen_of(found),
    })
}

/// Stands for exactly these authorities and what they are called.
fn seen_of(namesakes: &[Namesake]) -> String {
    let written = |one: &Namesake| {
        let side = |authority: &Authority, trust: TrustId| {
            serde_json::json!([trust, authority.iss, authority.names.en, authority.names.zh])
        };
        let held = side(&one.held, one.held_under);
        serde_json::json!([side(&one.offered, one.offered_under), held]).to_string()
    };
    let mut all: Vec<String> = namesakes.iter().map(written).collect();
    all.sort();
    Hash::of(all.join("\n").as_bytes()).to_string()
}

/// "Asia/Shanghai (UTC+08:00)"
fn zone_text(zone: &Zone) -> String {
    let minutes = zone.minutes.minutes();
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let name = plain_at_most(&zone.name, LONGEST_CLAIM);
    format!("{name} (UTC{sign}{hours:02}:{rest:02})")
}

/// Whether two are one resident's at one authority.
pub(super) fn same(one: &Membership, other: &Membership) -> bool {
    (one.trust, &one.iss, &one.sub) == (other.trust, &other.iss, &other.sub)
}

/// That this phone has joined the authority, for whom, and what joining it again is for.
fn joined_row(words: Words, residents: &[Membership], added: Option<&str>) -> Option<KeyValue> {
    let hints = residents.iter().filter_map(|one| one.hint.as_ref()).map(|hint| hint.get(words.0));
    let mut note = vec![words.say("preview-joined-note", &[])];
    note.extend(added.map(|host| words.say("preview-joined-address", &[("host", host.into())])));
    let row = row(words, "preview-joined", &words.row(&hints.collect::<Vec<_>>()));
    (!residents.is_empty()).then(|| KeyValue { note: words.sentences(&note), ..row })
}

fn waits(one: &Membership) -> bool {
    one.state == MembershipState::Pending && one.enrolment.is_some()
}

/// The person did not want to wait.
fn stopped(words: Words) -> AppError {
    words.error(ErrorKind::Unreachable, "join-stopped", &[])
}

/// Why an authority said no. Its own words are not shown: nothing has proved who it is.
fn refusal(words: Words, answer: &Response, host: &str) -> AppError {
    let code = match unsigned(answer).kind {
        Some(ProblemType::CodeUnknown) => "code-unknown",
        Some(ProblemType::CodeUsed) => "code-used",
        Some(ProblemType::CodeExpired) => "code-expired",
        Some(ProblemType::WrongRoot) => "root-mismatch",
        _ => return words.error(ErrorKind::Unreachable, "bad-answer", &[("host", host.into())]),
    };
    words.error(ErrorKind::Refused, code, &[("host", host.into())])
}

#[cfg(test)]
mod tests;
