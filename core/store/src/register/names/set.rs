//! Sets of rising numbers: a list while they are few, a row of bits where they are many, and how
//! both are written.

use super::damaged;
use crate::StoreError;

/// Bits in a word.
const WORD: u32 = 64;

/// Numbers, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set {
    /// Rising.
    Few(Vec<u32>),
    /// Set bits.
    Many(Bits),
}

/// Bits from some word on; those outside are 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits {
    /// The number of the first word.
    first: u32,
    words: Vec<u64>,
}

impl Bits {
    /// Room for so many numbers, none of them in the set.
    pub fn below(most: u32) -> Self {
        let words = usize::try_from(most.div_ceil(WORD)).unwrap_or_default();
        Self { first: 0, words: vec![0; words] }
    }

    fn word(&self, number: u32) -> Option<&u64> {
        let at = (number / WORD).checked_sub(self.first)?;
        self.words.get(usize::try_from(at).ok()?)
    }

    pub fn has(&self, number: u32) -> bool {
        self.word(number).is_some_and(|word| word >> (number % WORD) & 1 == 1)
    }

    /// Adds a number that there is room for; whether it was not there before.
    pub fn add(&mut self, number: u32) -> bool {
        let Some(at) = (number / WORD).checked_sub(self.first) else { return false };
        let place = usize::try_from(at).ok().and_then(|at| self.words.get_mut(at));
        let Some(word) = place else { return false };
        let bit = 1 << (number % WORD);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Adds numbers that there is room for.
    pub fn add_all(&mut self, set: &Set) {
        match set {
            Set::Few(numbers) => numbers.iter().for_each(|number| {
                self.add(*number);
            }),
            Set::Many(bits) => {
                let skip = usize::try_from(bits.first.saturating_sub(self.first));
                let places = self.words.iter_mut().skip(skip.unwrap_or(usize::MAX));
                places.zip(&bits.words).for_each(|(place, word)| *place |= word);
            }
        }
    }

    /// Keeps what `other` has too.
    pub fn keep(&mut self, other: &Self) {
        for (word, number) in
            self.words.iter_mut().zip((self.first..).map(|at| at.saturating_mul(WORD)))
        {
            *word &= other.word(number).copied().unwrap_or_default();
        }
    }

    /// Takes out what `other` has.
    pub fn take_out(&mut self, other: &Self) {
        for (word, number) in
            self.words.iter_mut().zip((self.first..).map(|at| at.saturating_mul(WORD)))
        {
            *word &= !other.word(number).copied().unwrap_or_default();
        }
    }

    pub fn count(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let starts = (self.first..).map(|at| at.saturating_mul(WORD));
        starts.zip(&self.words).flat_map(|(start, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left.wrapping_sub(1);
                Some(start.saturating_add(bit))
            })
        })
    }

    /// Numbers after the last that could be in it.
    fn end(&self) -> u32 {
        let words = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.first.saturating_add(words).saturating_mul(WORD)
    }
}

impl Set {
    pub fn iter(&self) -> Box<dyn Iterator<Item = u32> + '_> {
        match self {
            Self::Few(numbers) => Box::new(numbers.iter().copied()),
            Self::Many(bits) => Box::new(bits.iter()),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// What both have.
    pub fn and(self, other: &Self) -> Self {
        match (self, other) {
            (Self::Few(numbers), Self::Many(bits)) => {
                Self::Few(numbers.into_iter().filter(|number| bits.has(*number)).collect())
            }
            (Self::Many(bits), Self::Few(numbers)) => {
                Self::Few(numbers.iter().copied().filter(|number| bits.has(*number)).collect())
            }
            (Self::Many(mut bits), Self::Many(other)) => {
                bits.keep(other);
                Self::Many(bits)
            }
            (Self::Few(numbers), Self::Few(others)) => {
                let mut others = others.iter().copied().peekable();
                let both = |number: &u32| {
                    while others.next_if(|other| other < number).is_some() {}
                    others.peek() == Some(number)
                };
                Self::Few(numbers.into_iter().filter(both).collect())
            }
        }
    }

    /// What any of them has.
    pub fn union(sets: Vec<Self>) -> Self {
        let mut sets = sets.into_iter();
        let Some(first) = sets.next() else { return Self::Few(Vec::new()) };
        let Some(second) = sets.next() else { return first };
        let all: Vec<Self> = [first, second].into_iter().chain(sets).collect();
        let end = |set: &Self| match set {
            Self::Few(numbers) => numbers.last().map_or(0, |last| last.saturating_add(1)),
            Self::Many(bits) => bits.end(),
        };
        let mut bits = Bits::below(all.iter().map(end).max().unwrap_or_default());
        all.iter().for_each(|set| bits.add_all(set));
        Self::Many(bits)
    }
}

/// Writes rising numbers: the smaller of gaps and bits, where bits may be a fifth larger, being
/// quicker to intersect.
///
/// `kind · 2 + 1 if bits`, then for gaps each number's distance from the one before; for bits the
/// number of the first word, then the words. Numbers are LEB128, words little-endian.
pub fn encode(numbers: &[u32], out: &mut Vec<u8>) {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return };
    let (first_word, last_word) = (first / WORD, last / WORD);
    let words = last_word.saturating_sub(first_word).saturating_add(1);
    let mut gaps = vec![0];
    let mut before = 0;
    for number in numbers {
        put(number.saturating_sub(before), &mut gaps);
        before = *number;
    }
    let size = u64::from(words).saturating_mul(8);
    let limit = u64::try_from(gaps.len()).unwrap_or(u64::MAX).saturating_mul(6) / 5;
    if size > limit {
        out.extend(gaps);
        return;
    }
    out.push(1);
    put(first_word, out);
    let mut bits = Bits { first: first_word, words: Vec::new() };
    bits.words.resize(usize::try_from(words).unwrap_or_default(), 0);
    numbers.iter().for_each(|number| {
        bits.add(*number);
    });
    bits.words.iter().for_each(|word| out.extend(word.to_le_bytes()));
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// [`StoreError::Corrupt`] for anything else.
pub fn decode(bytes: &[u8]) -> Result<Set, StoreError> {
    let (kind, mut rest) = bytes.split_first().ok_or_else(damaged)?;
    match kind {
        0 => {
            let mut numbers = Vec::new();
            let mut number = 0_u32;
            while !rest.is_empty() {
                number = number.checked_add(take(&mut rest)?).ok_or_else(damaged)?;
                numbers.push(number);
            }
            Ok(Set::Few(numbers))
        }
        1 => {
            let first = take(&mut rest)?;
            let (words, rest) = rest.as_chunks::<8>();
            if !rest.is_empty() || first > u32::MAX / WORD {
                return Err(damaged());
            }
            let words = words.iter().map(|word| u64::from_le_bytes(*word)).collect();
            Ok(Set::Many(Bits { first, words }))
        }
        _ => Err(damaged()),
    }
}

/// Writes a number as LEB128.
pub fn put(mut number: u32, out: &mut Vec<u8>) {
    let low = |number: u32| u8::try_from(number & 0x7f).unwrap_or_default();
    while number > 0x7f {
        out.push(low(number) | 0x80);
        number >>= 7;
    }
    out.push(low(number));
}

/// Reads a number.
///
/// # Errors
/// [`StoreError::Corrupt`] at the end of the bytes, and for a number of more than 32 bits.
pub fn take(bytes: &mut &[u8]) -> Result<u32, StoreError> {
    let mut number = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, rest) = bytes.split_first().ok_or_else(damaged)?;
        *bytes = rest;
        let part = u32::from(byte & 0x7f);
        if shift == 28 && part > 0xf {
            return Err(damaged());
        }
        number |= part << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(damaged())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(seed: u64, most: u32, count: usize) -> Vec<u32> {
        let mut state = seed;
        let mut all: Vec<u32> = (0..count)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                u32::try_from(state >> 33).unwrap() % most
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn set(numbers: &[u32]) -> Set {
        let mut bytes = Vec::new();
        encode(numbers, &mut bytes);
        decode(&bytes).unwrap()
    }

    #[test]
    fn sets_are_read_as_written_and_meet_as_lists_do() {
        for (most, one, other) in
            [(1_000_000, 50, 70), (5_000, 3_000, 40), (5_000, 4_000, 3_000), (70, 9, 9), (1, 1, 1)]
        {
            let (one, other) = (numbers(1, most, one), numbers(2, most, other));
            let (a, b) = (set(&one), set(&other));
            assert_eq!(a.iter().collect::<Vec<_>>(), one);
            let both: Vec<u32> = one.iter().copied().filter(|it| other.contains(it)).collect();
            assert_eq!(a.clone().and(&b).iter().collect::<Vec<_>>(), both);
            assert_eq!(a.clone().and(&b).is_empty(), both.is_empty());
            let mut any = [one.clone(), other.clone()].concat();
            any.sort_unstable();
            any.dedup();
            let union = Set::union(vec![a.clone(), b.clone()]);
            assert_eq!(union.iter().collect::<Vec<_>>(), any);
            let mut bits = Bits::below(most);
            bits.add_all(&a);
            bits.add_all(&b);
            assert_eq!(bits.count(), any.len() as u64);
            assert!(any.iter().all(|number| bits.has(*number)));
        }
        assert!(matches!(set(&numbers(1, 5_000, 4_000)), Set::Many(_)));
        assert!(matches!(set(&[7, 1 << 31, u32::MAX]), Set::Few(_)));
        assert!(Set::union(Vec::new()).is_empty());
    }

    #[test]
    fn every_number_is_read_as_written_and_anything_else_is_damage() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 1 << 28, u32::MAX] {
            let mut bytes = Vec::new();
            put(number, &mut bytes);
            assert_eq!(take(&mut bytes.as_slice()).unwrap(), number);
        }
        for bytes in [&[][..], &[2], &[0, 0x80], &[0, 0xff, 0xff, 0xff, 0xff, 0x1f], &[1, 0, 1, 2]]
        {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
        let over = [0, 0xff, 0xff, 0xff, 0xff, 0xf, 1];
        assert!(decode(&over).is_err(), "more than 32 bits");
    }
}
