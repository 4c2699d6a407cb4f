//! The Merkle tree over a table's rows (PROTOCOL §2.2.5), and the parts in which its nodes are kept,
//! so that a change of some rows hashes their paths and nothing else.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::TableError;
use standing_model::ids::Hash;
use standing_model::register::MAX_BITS;

/// Levels of the tree in one part at most, above its buckets.
const LEVELS: u8 = 6;

/// Bytes of a hash.
const HASH: usize = 32;

/// The leading 16 bits of SHA-256(key). A bucket of 2^`bits` is a run of these.
#[must_use]
pub fn slot(key: &str) -> u16 {
    let [a, b, ..] = *Hash::of(key.as_bytes()).as_bytes();
    u16::from_be_bytes([a, b])
}

/// The bucket of a slot in a tree of 2^`bits` buckets.
#[must_use]
pub fn bucket(slot: u16, bits: u8) -> u16 {
    u16::try_from(u32::from(slot) >> (16_u8.saturating_sub(bits))).unwrap_or_default()
}

/// The slots of a bucket: the first and the last.
#[must_use]
pub fn slots(bucket: u16, bits: u8) -> (u16, u16) {
    let width = 16_u8.saturating_sub(bits);
    let first = u32::from(bucket) << width;
    let last = first | ((1_u32 << width).saturating_sub(1));
    (u16::try_from(first).unwrap_or(u16::MAX), u16::try_from(last).unwrap_or(u16::MAX))
}

/// The hash of a bucket: SHA-256(0x00 ‖ its lines).
#[must_use]
pub fn bucket_hash<'a>(lines: impl IntoIterator<Item = &'a [u8]>) -> Hash {
    let mut hasher = Sha256::new_with_prefix([0]);
    lines.into_iter().for_each(|line| hasher.update(line));
    Hash::from_bytes(hasher.finalize().into())
}

/// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
#[must_use]
pub fn inner_node(pair: &[Hash]) -> Hash {
    let mut hasher = Sha256::new_with_prefix([1]);
    for hash in pair {
        hasher.update(hash.as_bytes());
    }
    Hash::from_bytes(hasher.finalize().into())
}

/// The root over nodes of one level.
#[must_use]
pub fn fold(mut level: Vec<Hash>) -> Hash {
    while level.len() > 1 {
        level = level.chunks(2).map(inner_node).collect();
    }
    level.first().copied().unwrap_or_else(|| Hash::of(&[0]))
}

/// 2^`bits` buckets of rows, by the leading bits of SHA-256(key); the rows in a bucket keep the
/// file's order.
pub(super) struct Tree {
    bits: u8,
    buckets: BTreeMap<u16, Sha256>,
}

impl Tree {
    pub fn new(bits: u8) -> Result<Self, TableError> {
        if bits > MAX_BITS {
            return Err(TableError::Bits(bits));
        }
        Ok(Self { bits, buckets: BTreeMap::new() })
    }

    pub fn add(&mut self, key: &str, line: &[u8]) {
        let bucket = bucket(slot(key), self.bits);
        self.buckets.entry(bucket).or_insert_with(|| Sha256::new_with_prefix([0])).update(line);
    }

    /// The hashes of all buckets.
    pub fn leaves(self) -> Vec<Hash> {
        let empty = Hash::of(&[0]);
        let mut leaves = vec![empty; 1_usize << self.bits];
        for (bucket, hasher) in self.buckets {
            if let Some(leaf) = leaves.get_mut(usize::from(bucket)) {
                *leaf = Hash::from_bytes(hasher.finalize().into());
            }
        }
        leaves
    }
}

/// A part of a tree: up to 64 buckets that follow each other, and every node above them up to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The highest node first, then level by level down to the buckets.
    nodes: Vec<Hash>,
}

impl Part {
    /// The parts of a tree, from the hashes of all of its buckets.
    #[must_use]
    pub fn all(leaves: &[Hash]) -> Vec<Self> {
        leaves.chunks(1 << LEVELS).map(Self::of).collect()
    }

    /// In which part a bucket is, and at which place there.
    #[must_use]
    pub const fn of_bucket(bucket: u16) -> (u16, u16) {
        (bucket >> LEVELS, bucket & ((1 << LEVELS) - 1))
    }

    fn of(leaves: &[Hash]) -> Self {
        let mut levels = vec![leaves.to_vec()];
        while let Some(level) = levels.last().filter(|level| level.len() > 1) {
            let above = level.chunks(2).map(inner_node).collect();
            levels.push(above);
        }
        Self { nodes: levels.into_iter().rev().flatten().collect() }
    }

    /// The highest node.
    #[must_use]
    pub fn top(&self) -> Hash {
        self.nodes.first().copied().unwrap_or_else(|| Hash::of(&[0]))
    }

    /// As it is kept.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.nodes.iter().flat_map(|hash| *hash.as_bytes()).collect()
    }

    /// Reads what [`Self::bytes`] gave; none if it is not the nodes of a part.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (hashes, rest) = bytes.as_chunks::<HASH>();
        let is_whole = rest.is_empty() && hashes.len().checked_add(1)?.is_power_of_two();
        let nodes = || hashes.iter().map(|bytes| Hash::from_bytes(*bytes)).collect();
        (is_whole && (1..2 << LEVELS).contains(&hashes.len())).then(|| Self { nodes: nodes() })
    }

    /// The hash of a bucket.
    #[must_use]
    pub fn leaf(&self, place: u16) -> Option<Hash> {
        self.nodes.get((self.nodes.len() / 2).checked_add(usize::from(place))?).copied()
    }

    /// Puts another hash of a bucket, and the nodes above it; whether there is such a bucket.
    pub fn set(&mut self, place: u16, hash: Hash) -> bool {
        let Some(at) = (self.nodes.len() / 2).checked_add(usize::from(place)) else { return false };
        let Some(leaf) = self.nodes.get_mut(at) else { return false };
        *leaf = hash;
        // The children of the node at k lie at 2k + 1 and 2k + 2.
        let mut at = at;
        while let Some(above) = at.checked_sub(1).map(|at| at / 2) {
            let left = above.saturating_mul(2).saturating_add(1);
            let Some(pair) = self.nodes.get(left..left.saturating_add(2)) else { return false };
            let hash = inner_node(pair);
            if let Some(node) = self.nodes.get_mut(above) {
                *node = hash;
            }
            at = above;
        }
        true
    }
}

/// The hashes beside the way from a bucket to the root, the lowest first.
#[must_use]
pub fn path(leaves: &[Hash], bucket: u16) -> Vec<Hash> {
    let (mut level, mut at) = (leaves.to_vec(), usize::from(bucket));
    let mut path = Vec::new();
    while level.len() > 1 {
        path.extend(level.get(at ^ 1));
        level = level.chunks(2).map(inner_node).collect();
        at /= 2;
    }
    path
}

/// The root that a bucket with its path leads to; the path's length is the tree's `bits`.
#[must_use]
pub fn root_by_path(leaf: Hash, bucket: u16, path: &[Hash]) -> Hash {
    let (mut node, mut at) = (leaf, bucket);
    for beside in path {
        node =
            if at & 1 == 0 { inner_node(&[node, *beside]) } else { inner_node(&[*beside, node]) };
        at >>= 1;
    }
    node
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(bits: u8) -> Vec<Hash> {
        (0..1_u32 << bits).map(|number| Hash::of(&number.to_be_bytes())).collect()
    }

    #[test]
    fn parts_and_paths_give_the_root_of_the_whole_tree_also_after_changes() {
        for bits in [0, 1, 5, 6, 7, 10] {
            let mut leaves = leaves(bits);
            let mut parts = Part::all(&leaves);
            for turn in 0..40_u32 {
                let bucket = u16::try_from((turn * 37) % (1 << bits)).unwrap();
                let hash = Hash::of(&[7, u8::try_from(turn).unwrap()]);
                leaves[usize::from(bucket)] = hash;
                let (part, place) = Part::of_bucket(bucket);
                assert!(parts[usize::from(part)].set(place, hash));
                let root = fold(leaves.clone());
                assert_eq!(fold(parts.iter().map(Part::top).collect()), root, "{bits}");
                assert_eq!(parts[usize::from(part)].leaf(place), Some(hash));
                assert_eq!(root_by_path(hash, bucket, &path(&leaves, bucket)), root);
            }
            let read = |part: &Part| Part::read(&part.bytes()).unwrap();
            assert_eq!(parts.iter().map(read).collect::<Vec<_>>(), parts);
            assert!(!parts[0].set(64, leaves[0]));
        }
        let bytes = Part::all(&leaves(6)).remove(0).bytes();
        for wrong in [&bytes[1..], &bytes[32..], &[], &[bytes.clone(), vec![0; 32]].concat()] {
            assert_eq!(Part::read(wrong), None);
        }
    }

    #[test]
    fn the_slots_of_a_bucket_are_those_that_lead_to_it() {
        for (bits, bucket_number) in [(0, 0), (1, 1), (4, 9), (16, 65_535)] {
            let (first, last) = slots(bucket_number, bits);
            assert_eq!((bucket(first, bits), bucket(last, bits)), (bucket_number, bucket_number));
            assert!(last == u16::MAX || bucket(last + 1, bits) == bucket_number + 1);
            assert!(first == 0 || bucket(first - 1, bits) == bucket_number - 1);
        }
    }
}
