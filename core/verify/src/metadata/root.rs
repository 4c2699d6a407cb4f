//! The pinned root: the one thing that is believed because a person compared it.

use sigstore_tuf::{Metadata, Root, TrustedMetadataSet};

use super::{MetadataError, crypto, keys};
use standing_model::ids::TrustId;
use standing_model::link::{Fingerprint, Link};

/// A trust root that this phone pinned. It stays the same for ever; later roots are reached from
/// it, each signed by the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    trust: TrustId,
    root: Vec<u8>,
}

impl Pinned {
    /// Pins the root that a link names.
    ///
    /// # Errors
    /// [`MetadataError::Fingerprint`] if it is another one, [`MetadataError::Root`] if it has
    /// another version than the link says or is no root that this product can use.
    pub fn by_link(link: &Link, root: Vec<u8>) -> Result<Self, MetadataError> {
        let trust = TrustId::of_root(&root);
        // Compared first: nothing of a foreign root is even parsed.
        if Fingerprint::of(&trust) != link.fingerprint {
            return Err(MetadataError::Fingerprint);
        }
        let pinned = Self::stored(root)?;
        let version = read(&pinned.root)?.version;
        if version != u64::from(link.root_version) {
            return Err(MetadataError::Root(format!("it has version {version}")));
        }
        Ok(pinned)
    }

    /// Takes up a root that was pinned earlier, from the phone's own store.
    ///
    /// # Errors
    /// [`MetadataError::Root`] if it is not signed by itself, or is no root.
    pub fn stored(root: Vec<u8>) -> Result<Self, MetadataError> {
        crypto::install()?;
        TrustedMetadataSet::from_root(&root)
            .map_err(|error| MetadataError::Root(error.to_string()))?;
        // Without them a reader could see the files of two versions mixed.
        if !read(&root)?.consistent_snapshot {
            return Err(MetadataError::Root("it has no consistent snapshots".to_owned()));
        }
        keys::check_root(&root)?;
        Ok(Self { trust: TrustId::of_root(&root), root })
    }

    /// Its name.
    #[must_use]
    pub const fn trust(&self) -> TrustId {
        self.trust
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.root
    }
}

fn read(bytes: &[u8]) -> Result<Root, MetadataError> {
    Metadata::<Root>::from_slice(bytes)
        .map(Metadata::into_signed)
        .map_err(|error| MetadataError::Root(error.to_string()))
}
