//! Every reader over every sample and thousands of damaged copies of it: none panics, and what a
//! reader of documents takes, its writer gives back.
//!
//! The short form of the fuzz targets in `core/fuzz`: the same seed, the same inputs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use serde::Serialize;
use serde::de::DeserializeOwned;
use standing_model::authority::Authorities;
use standing_model::business::Uscc;
use standing_model::gtin::Gtin;
use standing_model::ids::from_base64url;
use standing_model::link::{Fingerprint, Link};
use standing_model::listing::{ListIndex, Listing};
use standing_model::message::{Enrolment, Head, Notice, Receipt};
use standing_model::record::Record;
use standing_model::register::{Organisation, Product, RegisterIndex};
use standing_model::resident::holds_resident_number;
use standing_model::rulebook::Rulebook;
use standing_model::statement::Statement;
use standing_model::text::{normalized, plain};
use standing_model::{json, scan};
use standing_verify::jws::Jws;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

const LIMIT: usize = 1 << 20;

/// Damaged copies of each sample.
const COPIES: usize = 300;

/// xorshift64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n.max(1)).unwrap()).unwrap()
    }
}

/// Pieces that readers stumble over.
const PIECES: &[&[u8]] = &[
    b"null",
    b"[]",
    b"{}",
    b"-0",
    b"1.0",
    b"1e9",
    b"9007199254740993",
    b"\"",
    b"\\u0061",
    b"\\ud800",
    b",",
    b":",
    b"\xEF\xBB\xBF",
    b"\xFF",
    b" ",
    b"[[[[[[[[[[[[[[[[[",
    b"\0",
    b"%25",
    b"11010519491231002X",
    b"\xE2\x80\xAE",
];

fn damaged(sample: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len() + 1);
        let piece = PIECES[dice.below(PIECES.len())];
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => drop(bytes.splice(at..at, piece.iter().copied())),
            2 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            3 => {
                let end = (at + dice.below(20)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let end = (at + dice.below(30)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, copy));
            }
        }
    }
    bytes
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// What a reader takes, its writer gives back, and the reader takes that as the same value.
fn comes_back<T: DeserializeOwned + Serialize + PartialEq + Debug>(bytes: &[u8]) -> bool {
    let Ok(read) = json::read::<T>(bytes, LIMIT) else { return false };
    let written = serde_json::to_vec(&read).unwrap();
    assert_eq!(json::read::<T>(&written, LIMIT).as_ref(), Ok(&read));
    true
}

/// How many kinds of document take these bytes.
fn documents(bytes: &[u8]) -> usize {
    let list = Authorities::read(bytes);
    if let Ok(list) = &list {
        let written = serde_json::to_vec(list).unwrap();
        assert_eq!(Authorities::read(&written).as_ref(), Ok(list));
    }
    [
        list.is_ok(),
        comes_back::<Statement>(bytes),
        comes_back::<Head>(bytes),
        comes_back::<Notice>(bytes),
        comes_back::<Receipt>(bytes),
        comes_back::<Enrolment>(bytes),
        comes_back::<Record>(bytes),
        comes_back::<Rulebook>(bytes),
        comes_back::<RegisterIndex>(bytes),
        comes_back::<ListIndex>(bytes),
        comes_back::<Organisation>(bytes),
        comes_back::<Product>(bytes),
        comes_back::<Listing>(bytes),
    ]
    .into_iter()
    .filter(|read| *read)
    .count()
}

fn texts(text: &str) {
    let shown = plain(text);
    assert_eq!(plain(&shown), shown, "what is plain stays so");
    let form = normalized(text);
    assert_eq!(normalized(&form), form, "the form is its own form: {text:?}");
    assert!(
        !holds_resident_number(&shown) || holds_resident_number(text),
        "what is stored holds no number that the check did not see: {text:?}"
    );
    let _ = (text.parse::<Link>(), text.parse::<Fingerprint>(), scan::read(text));
    if let Ok(code) = text.parse::<Uscc>() {
        assert_eq!(code.as_str().parse::<Uscc>(), Ok(code));
    }
    if let Ok(gtin) = text.parse::<Gtin>() {
        assert_eq!(gtin.to_string().parse::<Gtin>(), Ok(gtin));
    }
    let _ = (Gtin::in_gs1_text(text), Gtin::in_digital_link(text), Jws::parse(text, LIMIT));
}

#[test]
fn no_reader_panics_over_damaged_samples_and_what_is_read_is_written_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut whole, mut taken) = (0, 0);
    let files = files_below(&root.join("samples")).into_iter();
    for file in files.chain(files_below(&root.join("rulebooks"))) {
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let payload = text.split('.').nth(1).and_then(|payload| from_base64url(payload).ok());
        let sample = payload.unwrap_or_else(|| bytes.trim_ascii_end().to_vec());
        whole += documents(&sample);
        for _ in 0..COPIES / (1 + sample.len() / 4_000) {
            taken += documents(&damaged(&sample, &mut dice));
            let compact = damaged(text.trim_end().as_bytes(), &mut dice);
            let _ = Jws::parse(&String::from_utf8_lossy(&compact), LIMIT);
        }
    }
    assert!(whole > 50, "{whole} samples are read");
    assert!(taken > 50, "{taken} damaged copies still are a document");
}

#[test]
fn no_reader_of_texts_panics_and_every_form_is_its_own() {
    let samples = [
        "standing:join?v=1&repo=https%3A%2F%2Fcredit.example%2Ftuf&iss=credit.example&root=1.7WA3FQC7DB5YQRPDZ18PS8B3VZ9",
        "统一社会信用代码：91 330106 MA2CFLDG4 R",
        "(01) 06901234567892 (10) LOT7",
        "010690123456789217261231\u{1D}10LOT7",
        "https://tea.example/01/06901234567892/10/LOT7",
        "ID 110105 19491231 002X",
        "％31％31010519491231002X",
        "五⾦ e\u{301}\u{302} שלום ١٢٣",
        "04256212",
        "7WA3 FQC7 DB5Y QRPD Z18P S8B3 VZ9",
    ];
    let mut dice = Dice(42);
    for sample in samples {
        texts(sample);
        for _ in 0..2_000 {
            texts(&String::from_utf8_lossy(&damaged(sample.as_bytes(), &mut dice)));
        }
    }
}
