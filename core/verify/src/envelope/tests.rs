use super::*;
use standing_model::authority::{AuthorityKey, KeyWithdrawal, RulebookPointer, WithdrawalReason};
use standing_model::ext::Extensions;
use standing_model::message::Typ;
use standing_model::text::LocalText;
use standing_model::time::Zone;

fn secret(n: u8) -> RecipientSecret {
    RecipientSecret::derive(&[n; 32])
}

fn seed(n: u8) -> Seed {
    Seed::from_bytes([n; 32])
}

fn record(of: &str) -> RecordId {
    RecordId(Hash::of(of.as_bytes()))
}

fn piece(n: u32) -> Part {
    Part::Photo { record: record("a"), sha256: Hash::of(b"photo"), piece: n }
}

#[test]
fn what_is_sealed_opens_with_its_key_and_in_its_place_only() {
    let (mine, other) = (secret(1), secret(2));
    let part = Part::Record(record("a"));
    let sealed = mine.recipient().seal(part, b"words", &seed(1)).unwrap();
    assert_eq!(*mine.open(part, &sealed).unwrap(), b"words");
    assert_eq!(sealed.len(), 32 + PIECE_OVERHEAD + 5);
    assert!(!sealed.windows(5).any(|five| five == b"words"));
    let kid = mine.recipient().kid();
    assert_eq!(other.open(part, &sealed), Err(EnvelopeError::OtherKey(kid)));
    assert_eq!(other.open_piece(part, &sealed[32..]), Err(EnvelopeError::DoesNotOpen));
    for elsewhere in [Part::Record(record("b")), piece(0)] {
        assert_eq!(mine.open(elsewhere, &sealed), Err(EnvelopeError::DoesNotOpen));
    }
    let photo = mine.recipient().seal_piece(piece(0), b"pixels", &seed(1)).unwrap();
    assert_eq!(mine.open_piece(piece(1), &photo), Err(EnvelopeError::DoesNotOpen));
}

#[test]
fn a_changed_or_shortened_body_does_not_open() {
    let mine = secret(1);
    let part = Part::Record(record("a"));
    let sealed = mine.recipient().seal(part, b"words", &seed(1)).unwrap();
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(mine.open(part, &changed).is_err(), "bit of byte {at}");
        assert!(mine.open(part, &sealed[..at]).is_err(), "cut at {at}");
    }
    let longer = [&sealed[..], &[0]].concat();
    assert_eq!(mine.open(part, &longer), Err(EnvelopeError::DoesNotOpen));
}

#[test]
fn a_piece_is_the_same_bytes_each_time_and_no_key_seals_two_texts() {
    let mine = secret(1);
    let sealed =
        |part, plain: &[u8], seed: &Seed| mine.recipient().seal_piece(part, plain, seed).unwrap();
    let first = sealed(piece(0), b"pixels", &seed(1));
    assert_eq!(first, sealed(piece(0), b"pixels", &seed(1)));
    for other in [
        sealed(piece(0), b"pixelz", &seed(1)),
        sealed(piece(1), b"pixels", &seed(1)),
        sealed(piece(0), b"pixels", &seed(2)),
    ] {
        assert_ne!(first[..32], other[..32], "another ephemeral key");
    }
}

#[test]
fn a_photo_opens_whole_and_in_order_only() {
    let mine = secret(1);
    let photo: Vec<u8> = (0..PIECE * 2 + 7).map(|n| (n % 251) as u8).collect();
    let (id, sha256) = (record("a"), Hash::of(&photo));
    let pieces = (0..).zip(photo.chunks(PIECE)).map(|(piece, bytes)| {
        mine.recipient().seal_piece(Part::Photo { record: id, sha256, piece }, bytes, &seed(1))
    });
    let pieces: Vec<Vec<u8>> = pieces.map(Result::unwrap).collect();
    let whole = pieces.concat();
    assert_eq!(whole.len(), sealed_length(u32::try_from(photo.len()).unwrap()) as usize);
    assert_eq!(*mine.open_photo(id, sha256, &whole).unwrap(), photo);
    for wrong in [
        pieces[..2].concat(),
        [&pieces[1][..], &pieces[0], &pieces[2]].concat(),
        whole[..whole.len() - 1].to_vec(),
    ] {
        assert_eq!(mine.open_photo(id, sha256, &wrong), Err(EnvelopeError::DoesNotOpen));
    }
    assert_eq!(sealed_length(1), 1 + 48);
    assert_eq!(sealed_length(256 * 1024 + 1), 256 * 1024 + 1 + 2 * 48);
}

#[test]
fn the_newest_key_in_use_is_sealed_to_and_nothing_goes_unsealed_once_one_is_listed() {
    let key = |n: u8, from: i64, until: i64, withdrawn: Option<i64>| AuthorityKey {
        used: KeyUse::Seal,
        jwk: secret(n).jwk(),
        from: UnixTime(from),
        until: UnixTime(until),
        withdrawn: withdrawn
            .map(|at| KeyWithdrawal { at: UnixTime(at), reason: WithdrawalReason::Superseded }),
    };
    let authority = |keys: Vec<AuthorityKey>| Authority {
        iss: "credit.example".parse().unwrap(),
        names: LocalText { en: "Office".into(), zh: "办公室".into() },
        api: "https://credit.example".parse().unwrap(),
        zone: Zone::china(),
        region: None,
        remit: vec![Typ::Receipt],
        keys,
        rulebook: RulebookPointer { id: "r".parse().unwrap(), version: 1 },
        head_lasts_days: 7,
        ext: Extensions::default(),
    };
    let at = |keys: Vec<AuthorityKey>, now: i64| Sealing::of(&authority(keys), UnixTime(now));
    let to = |n: u8| Sealing::To(secret(n).recipient().clone());
    assert_eq!(at(vec![], 50), Sealing::Plain);
    assert_eq!(at(vec![key(1, 0, 100, None), key(2, 40, 100, None)], 50), to(2));
    assert_eq!(at(vec![key(1, 0, 100, None), key(2, 60, 100, None)], 50), to(1));
    assert_eq!(at(vec![key(1, 0, 100, None), key(2, 40, 100, Some(45))], 50), to(1));
    for none in [key(1, 0, 50, None), key(1, 51, 100, None), key(1, 0, 100, Some(50))] {
        assert_eq!(at(vec![none], 50), Sealing::NoKeyInUse);
    }
    let mut small_order = key(1, 0, 100, None);
    small_order.jwk = PublicKey::x25519(&[0; 32]);
    let refused = Recipient::of(&small_order.jwk);
    assert!(matches!(refused, Err(EnvelopeError::BadKey(_))), "nothing is sealed to a weak key");
    assert_eq!(at(vec![small_order], 50), Sealing::NoKeyInUse);
}

/// RFC 9180, A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode.
#[test]
fn the_suite_is_that_of_the_standard() {
    let bytes = |hex: &str| -> Vec<u8> {
        (0..hex.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
            .collect()
    };
    let private = Private::from_bytes(&bytes(
        "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb",
    ));
    let encapsulated = Encapsulated::from_bytes(&bytes(
        "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
    ));
    let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Suite>(
        &OpModeR::Base,
        &private.unwrap(),
        &encapsulated.unwrap(),
        &bytes("4f6465206f6e2061204772656369616e2055726e"),
        &bytes(
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
        ),
        &bytes("436f756e742d30"),
    );
    assert_eq!(opened.unwrap(), b"Beauty is truth, truth beauty");
}
