//! JSON Schemas of the values that have a text form of their own; all others derive theirs.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::address::{Address, MAX_ADDRESS};
use crate::business::Uscc;
use crate::calendar::Region;
use crate::door_sign::{DoorStars, MAX_CATEGORIES};
use crate::ext::{Extensions, MAX_EXTENSIONS};
use crate::ids::{
    DimensionId, DoorId, EntryId, Hash, Issuer, KeyId, LetterId, ListingId, Nonce, OfficeCode,
    PerkId, RecordId, RuleId, RulebookId, Salt, SourceId, StarId, StepId, Subject, TierId, TrustId,
};
use crate::json::MAX_INTEGER;
use crate::key::PublicKey;
use crate::points::Points;
use crate::quarter::Quarter;
use crate::register::{Forms, Table};
use crate::row_code::RowCode;
use crate::time::{Date, UnixTime, ZoneOffset};
use crate::version::Version;

const HASH: &str = "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$";
const RANDOM: &str = "^[A-Za-z0-9_-]{21}[AQgw]$";
const ID: &str = r"^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$";
const HOST: &str = "^(?=.{1,80}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*(?=[0-9-]*[a-z])\
                    [a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";
const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const ADDRESS: &str = "^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(/[^?#]*[^/?#])?$";

macro_rules! texts {
    ($($name:ident: $pattern:expr, $what:literal;)*) => {
        $(impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"description": $what, "type": "string", "pattern": $pattern})
            }
        })*
    };
}

texts! {
    Hash: HASH, "SHA-256, as 43 characters of base64url.";
    TrustId: HASH, "A trust root: the hash of its `root.json`.";
    KeyId: HASH, "A key, by its JWK thumbprint (RFC 7638).";
    RecordId: HASH, "A record, by its id (§3.3).";
    Nonce: RANDOM, "16 random bytes that a request names and its answer repeats.";
    LetterId: RANDOM, "The `letter` of §5.3, 16 bytes.";
    Salt: RANDOM, "16 random bytes that make two equal deeds two records.";
    Subject: ID, "A resident at one authority: a name that only this authority uses (§1.8).";
    EntryId: ID, "An entry or stars: unique in the resident's history, never used again (§1.8).";
    RuleId: ID, "A rule of a rulebook (§1.8).";
    TierId: ID, "A tier of a rulebook (§1.8).";
    StarId: ID, "A category of stars of a rulebook (§1.8).";
    PerkId: ID, "A perk or a restriction of a rulebook (§1.8).";
    RulebookId: ID, "A rulebook, in all of its versions (§1.8).";
    DimensionId: ID, "A dimension of a rulebook: what a part of the score is about (§1.8).";
    SourceId: ID, "A source that a rulebook cites (§1.8).";
    StepId: ID, "A step of the contest ladder (§1.8).";
    ListingId: ID, "A listing, unique in its list (§1.8).";
    OfficeCode: ID, "A deciding office, as the register's publisher codes it (§1.8).";
    DoorId: ID, "A household's door, by the mark beside it; it names no person (§1.8).";
    Issuer: HOST, "An authority, by a lower-case host name of at most 80 characters (§1.8).";
    Date: DATE, "A day of the signer's zone, such as `2026-11-23` (§2.1.2).";
    Quarter: "^[0-9]{4}-Q[1-4]$", "A quarter of a calendar year, such as `2026-Q4`.";
    Region: "^[A-Z0-9-]{2,8}$", "A region with a calendar: `CN`, or a province as in `CN-33` (§2.1.3).";
    Uscc: "^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$", "A unified social credit code (DOMAIN §2.1).";
    RowCode: "^[0-9A-Z]{18}$", "The code in a row, 18 digits and capitals (§2.2.7).";
}

impl JsonSchema for Address {
    fn schema_name() -> Cow<'static, str> {
        "Address".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An https address of a public host and a path (§1.9).",
            "type": "string", "pattern": ADDRESS, "maxLength": MAX_ADDRESS,
        })
    }
}

impl JsonSchema for UnixTime {
    fn schema_name() -> Cow<'static, str> {
        "UnixTime".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An instant: whole seconds since 1970-01-01T00:00:00Z.",
            "type": "integer", "minimum": -MAX_INTEGER, "maximum": MAX_INTEGER,
        })
    }
}

impl JsonSchema for Points {
    fn schema_name() -> Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An amount of points in the rulebook's unit, 10^-`decimals` of a point.",
            "type": "integer", "minimum": -Points::MOST, "maximum": Points::MOST,
        })
    }
}

impl JsonSchema for ZoneOffset {
    fn schema_name() -> Cow<'static, str> {
        "ZoneOffset".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Minutes ahead of UTC.",
            "type": "integer", "minimum": -720, "maximum": 840,
        })
    }
}

impl JsonSchema for Forms {
    fn schema_name() -> Cow<'static, str> {
        "Forms".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let later = json_schema!({
            "description": "A form for later apps.",
            "type": "object",
            "required": ["v", "snapshot", "rows", "raw_bytes", "bits", "root"],
            "properties": {"v": {"type": "integer", "minimum": 2}},
            "additionalProperties": true,
        });
        json_schema!({
            "description": "One table in the formats of several ages of app, by rising `v` (§2.2.4).",
            "type": "array", "minItems": 1, "maxItems": 4,
            "items": {"anyOf": [generator.subschema_for::<Table>(), later]},
        })
    }
}

impl<const N: u32> JsonSchema for Version<N> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Version{N}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "const": N})
    }
}

impl JsonSchema for Extensions {
    fn schema_name() -> Cow<'static, str> {
        "Extensions".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "1 to 8 members, each named by an id, of at most 4 KiB each (§1.10.5).",
            "type": "object", "propertyNames": {"pattern": ID},
            "minProperties": 1, "maxProperties": MAX_EXTENSIONS,
        })
    }
}

impl JsonSchema for DoorStars {
    fn schema_name() -> Cow<'static, str> {
        "DoorStars".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "1 to 16 members, each named by a category's id, with its number of stars from 1.",
            "type": "object", "propertyNames": {"pattern": ID},
            "minProperties": 1, "maxProperties": MAX_CATEGORIES,
            "additionalProperties": {"type": "integer", "minimum": 1, "maximum": u8::MAX},
        })
    }
}

impl JsonSchema for PublicKey {
    fn schema_name() -> Cow<'static, str> {
        "PublicKey".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A public key as a JSON Web Key (RFC 8037).",
            "type": "object", "required": ["kty", "crv", "x"],
            "properties": {
                "kty": {"description": "The kind of key.", "const": "OKP"},
                "crv": {"description": "The curve.", "enum": ["Ed25519", "X25519"]},
                "x": {"description": "The 32 bytes.", "type": "string", "pattern": HASH},
            },
        })
    }
}
