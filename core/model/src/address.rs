//! Addresses that signed documents and links name: where a phone may go by itself.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Characters in an address at most.
pub const MAX_ADDRESS: usize = 500;

/// An `https` address of a named host and a path, in the one form that it is written in: a host
/// with letters of other scripts as punycode, no slash at the end.
///
/// No user, query, fragment or port; no IP address, no name of this machine or of the home
/// network: a document must not send a phone to the devices around it.
///
/// ```
/// use standing_model::address::Address;
/// assert!("https://credit.example/api".parse::<Address>().is_ok());
/// assert!("https://192.168.1.1/api".parse::<Address>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Address(String);

/// Why a text is not such an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddressError {
    /// Not an https address.
    #[error("not an https address (§1.9)")]
    Scheme,
    /// A user, a query, a fragment or a port.
    #[error("an address with more than a host and a path (§1.9)")]
    Part,
    /// An IP address, or a name that only this machine or the home network knows.
    #[error("not the name of a public host (§1.9)")]
    Host,
    /// Another way to write an address.
    #[error("an address that is not written in its one form (§1.9)")]
    Form,
}

impl Address {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads an address as a person may write it, and gives its one form.
    ///
    /// # Errors
    /// [`AddressError`].
    pub fn typed(text: &str) -> Result<Self, AddressError> {
        Self::read(text, cfg!(feature = "testonly"))
    }

    /// As [`Address::typed`]; with `this_machine`, also an address of this machine, by http and
    /// with a port, for the sandbox.
    fn read(text: &str, this_machine: bool) -> Result<Self, AddressError> {
        let url = url::Url::parse(text).map_err(|_| AddressError::Scheme)?;
        let loopback = match url.host() {
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            _ => false,
        };
        let here = this_machine && loopback;
        if !(url.scheme() == "https" || url.scheme() == "http" && here) {
            return Err(AddressError::Scheme);
        }
        let bare = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none()
            && (here || url.port().is_none());
        if !bare || text.len() > MAX_ADDRESS {
            return Err(AddressError::Part);
        }
        let public = match url.host() {
            Some(url::Host::Domain(name)) => is_public(name),
            _ => here,
        };
        if !public {
            return Err(AddressError::Host);
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }
}

/// A name of at least two labels that is none of those kept for this machine and home networks
/// (RFC 6761, RFC 6762, RFC 8375).
fn is_public(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or_default();
    name.contains('.')
        && !name.ends_with('.')
        && !matches!(last, "localhost" | "local" | "internal" | "lan" | "home")
        && !name.ends_with(".home.arpa")
}

impl FromStr for Address {
    type Err = AddressError;

    /// Reads the one form.
    fn from_str(text: &str) -> Result<Self, AddressError> {
        let read = Self::typed(text)?;
        if read.0 == text { Ok(read) } else { Err(AddressError::Form) }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::ops::Deref for Address {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::json::parsed(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_public_host_and_a_path() {
        for text in ["https://credit.example", "https://credit.example/a/b"] {
            assert_eq!(Address::read(text, false).unwrap().as_str(), text);
        }
        for (wrong, why) in [
            ("http://credit.example", AddressError::Scheme),
            ("ftp://credit.example", AddressError::Scheme),
            ("credit.example", AddressError::Scheme),
            ("https://me@credit.example", AddressError::Part),
            ("https://me:pw@credit.example", AddressError::Part),
            ("https://credit.example?x=1", AddressError::Part),
            ("https://credit.example#x", AddressError::Part),
            ("https://credit.example:8443", AddressError::Part),
            ("https://127.0.0.1", AddressError::Host),
            ("https://192.168.1.1", AddressError::Host),
            ("https://0x7f.1", AddressError::Host),
            ("https://[::1]", AddressError::Host),
            ("https://localhost", AddressError::Host),
            ("https://router", AddressError::Host),
            ("https://printer.local", AddressError::Host),
            ("https://nas.home.arpa", AddressError::Host),
        ] {
            assert_eq!(Address::read(wrong, false), Err(why), "{wrong}");
        }
    }

    #[test]
    fn an_address_is_read_into_its_one_form() {
        for (typed, read) in [
            ("https://credit.example/tuf/", "https://credit.example/tuf"),
            ("HTTPS://CREDIT.EXAMPLE", "https://credit.example"),
            ("https://credit.example:443/tuf", "https://credit.example/tuf"),
            ("https://中国.example", "https://xn--fiqs8s.example"),
        ] {
            assert_eq!(Address::typed(typed).unwrap().as_str(), read);
        }
    }

    #[test]
    fn this_machine_is_for_the_sandbox_only() {
        assert!(Address::read("http://127.0.0.1:8080/a", true).is_ok());
        assert!(Address::read("http://127.0.0.1:8080/a", false).is_err());
        assert!(Address::read("http://192.168.1.1/a", true).is_err());
    }

    #[test]
    fn a_host_of_another_script_is_shown_as_punycode() {
        let read = Address::typed("https://cr\u{0435}dit.example/").unwrap();
        assert_eq!(read.as_str(), "https://xn--crdit-0we.example");
        assert_eq!("https://CREDIT.example".parse::<Address>(), Err(AddressError::Form));
        assert_eq!("https://credit.example/".parse::<Address>(), Err(AddressError::Form));
    }
}
