//! A deserializer around another one that lets each value have one form only (PROTOCOL §1.7).
//!
//! Derived types are generous: they read a struct from an array, a fieldless variant from
//! `{"name":null}`, and an absent option from `null`. Two readers could then see two documents in
//! the same signed bytes.

use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use std::collections::BTreeSet;
use std::fmt;

use super::{MAX_DEPTH, MAX_INTEGER};

/// Reads one value from `inner`.
pub(super) struct Strict<D> {
    inner: D,
    depth: usize,
}

impl<D> Strict<D> {
    pub(super) const fn new(inner: D) -> Self {
        Self { inner, depth: MAX_DEPTH }
    }

    /// The visitor of a value that may hold others.
    fn nested<V, E: Error>(&self, visitor: V) -> Result<Nested<V>, E> {
        let depth = self.depth.checked_sub(1);
        let depth = depth.ok_or_else(|| E::custom("more levels than are allowed (§1.7.4)"))?;
        Ok(Nested { visitor, depth })
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(Scalar(visitor))
        })*
    };
}

macro_rules! refused {
    ($($method:ident: $what:literal)*) => {
        $(fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, D::Error> {
            Err(D::Error::custom(concat!($what, " has no form in these documents (§1.7.1)")))
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<D> {
    type Error = D::Error;

    numbers! {
        deserialize_bool
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_char deserialize_str deserialize_string deserialize_identifier
    }

    refused! {
        deserialize_f32: "a fraction"
        deserialize_f64: "a fraction"
        deserialize_bytes: "a run of bytes"
        deserialize_byte_buf: "a run of bytes"
        deserialize_unit: "null"
        deserialize_ignored_any: "a member that is skipped"
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let nested = self.nested(visitor)?;
        self.inner.deserialize_any(nested)
    }

    /// An option that is absent is an absent member; a value is read as the value itself.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let nested = self.nested(visitor)?;
        self.inner.deserialize_seq(nested)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let nested = self.nested(visitor)?;
        self.inner.deserialize_tuple(length, nested)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let nested = self.nested(visitor)?;
        self.inner.deserialize_map(nested)
    }

    /// Only from an object; the derived reader refuses a repeated field itself.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let Nested { visitor, depth } = self.nested(visitor)?;
        self.inner.deserialize_map(Struct { visitor, depth })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let Nested { visitor, depth } = self.nested(visitor)?;
        self.inner.deserialize_any(Enum { visitor, depth })
    }
}

/// A visitor of a text, a number or a truth value.
struct Scalar<V>(V);

macro_rules! scalars {
    ($visitor:tt) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.$visitor.expecting(f)
        }

        fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
            self.$visitor.visit_bool(value)
        }

        fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
            if !(-MAX_INTEGER..=MAX_INTEGER).contains(&value) {
                return Err(E::custom("an integer beyond ±(2^53−1) (§1.7.3)"));
            }
            self.$visitor.visit_i64(value)
        }

        fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
            if value > MAX_INTEGER.unsigned_abs() {
                return Err(E::custom("an integer beyond ±(2^53−1) (§1.7.3)"));
            }
            self.$visitor.visit_u64(value)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
            self.$visitor.visit_str(text)
        }

        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
            self.$visitor.visit_borrowed_str(text)
        }

        fn visit_string<E: Error>(self, text: String) -> Result<V::Value, E> {
            self.$visitor.visit_string(text)
        }
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Scalar<V> {
    type Value = V::Value;

    scalars!(0);
}

/// A visitor of a value of any kind but `null` and fractions, which it refuses by having no
/// method for them.
struct Nested<V> {
    visitor: V,
    depth: usize,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Nested<V> {
    type Value = V::Value;

    scalars!(visitor);

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(Items { items, depth: self.depth })
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Members { members, depth: self.depth, seen: BTreeSet::new() })
    }
}

/// Reads the value of a seed from a [`Strict`].
struct Seed<S> {
    seed: S,
    depth: usize,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.seed.deserialize(Strict { inner, depth: self.depth })
    }
}

struct Items<A> {
    items: A,
    depth: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.items.next_element_seed(Seed { seed, depth: self.depth })
    }
}

/// The members of a map: each key once, after its escapes were read.
struct Members<A> {
    members: A,
    depth: usize,
    seen: BTreeSet<String>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let Some(key) = self.members.next_key::<String>()? else { return Ok(None) };
        if !self.seen.insert(key.clone()) {
            return Err(A::Error::custom("duplicate key (§1.7.2)"));
        }
        let key: StringDeserializer<A::Error> = key.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.members.next_value_seed(Seed { seed, depth: self.depth })
    }
}

struct Struct<V> {
    visitor: V,
    depth: usize,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Struct<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Fields { members, depth: self.depth })
    }
}

struct Fields<A> {
    members: A,
    depth: usize,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.members.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.members.next_value_seed(Seed { seed, depth: self.depth })
    }
}

/// A variant without data is a text, one with data an object of one member.
struct Enum<V> {
    visitor: V,
    depth: usize,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Enum<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_str<E: Error>(self, variant: &str) -> Result<V::Value, E> {
        let variant: StrDeserializer<'_, E> = variant.into_deserializer();
        self.visitor.visit_enum(variant)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(Variant { members, depth: self.depth })
    }
}

struct Variant<A> {
    members: A,
    depth: usize,
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Variant<A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<(S::Value, Self), A::Error> {
        let variant = self.members.next_key_seed(seed)?;
        let variant = variant.ok_or_else(|| A::Error::custom("an object without a member"))?;
        Ok((variant, self))
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Variant<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        Err(A::Error::custom("an object where a text is needed"))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<S::Value, A::Error> {
        let value = self.members.next_value_seed(Seed { seed, depth: self.depth })?;
        // A second member would be a second variant.
        match self.members.next_key::<String>()? {
            None => Ok(value),
            Some(_) => Err(A::Error::custom("an object of more than one member")),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, A::Error> {
        Err(A::Error::custom("a variant with a row of values has no form in these documents"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        struct Fields<V>(&'static [&'static str], V);
        impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Fields<V> {
            type Value = V::Value;

            fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
                inner.deserialize_struct("", self.0, self.1)
            }
        }
        self.newtype_variant_seed(Fields(fields, visitor))
    }
}
