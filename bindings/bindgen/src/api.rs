//! The public surface as sorted lines, one for each thing that an app can name.
//!
//! The lines come from the description that UniFFI puts into the library, so they change when the
//! surface changes and not when a template of the generator does. Each line stands alone and
//! carries its type's name: a difference reads well without its surroundings. Fields and variants
//! keep their order, which is that of Kotlin's constructors; methods are sorted.

use uniffi_meta::{
    ConstructorMetadata, DefaultValueMetadata, EnumMetadata, FieldMetadata, FnMetadata,
    FnParamMetadata, LiteralMetadata, Metadata, MethodMetadata, ObjectImpl, RecordMetadata, Type,
    UniffiTraitMetadata,
};

/// A line with what it is sorted by: type, kind of member, position or name.
type Line = (String, u8, String, String);

const TYPE: u8 = 0;
const MEMBER: u8 = 1;
const CONSTRUCTOR: u8 = 2;
const METHOD: u8 = 3;
const TRAIT: u8 = 4;

/// Lists the surface; empty when the library offers nothing.
pub fn list(items: &[Metadata]) -> String {
    let mut lines: Vec<Line> = items.iter().flat_map(lines).collect();
    lines.sort();
    lines.dedup();
    lines.iter().map(|(_, _, _, text)| format!("{text}\n")).collect()
}

fn lines(item: &Metadata) -> Vec<Line> {
    match item {
        Metadata::Record(one) => record(one),
        Metadata::Enum(choice) => variants(choice),
        Metadata::Object(object) => {
            vec![head(&object.name, format!("{} {}", kind(object.imp), object.name))]
        }
        Metadata::CallbackInterface(port) => {
            vec![head(&port.name, format!("port {}", port.name))]
        }
        Metadata::CustomType(custom) => {
            let built = format!("custom {} = {}", custom.name, name_of(&custom.builtin));
            vec![head(&custom.name, built)]
        }
        Metadata::Constructor(one) => vec![constructor(one)],
        Metadata::UniffiTrait(one) => vec![implements(one)],
        Metadata::ObjectTraitImpl(one) => {
            let (of, what) = (name_of(&one.ty), name_of(&one.trait_ty));
            vec![(of.clone(), TRAIT, what.clone(), format!("{of} implements {what}"))]
        }
        Metadata::Func(one) => vec![function(one)],
        Metadata::Method(one) => vec![method(one)],
        Metadata::TraitMethod(one) => vec![method(&one.clone().into())],
        Metadata::Namespace(_) | Metadata::UdlFile(_) => Vec::new(),
    }
}

fn method(one: &MethodMetadata) -> Line {
    let of = &one.self_name;
    let rest = signature(&one.inputs, one.return_type.as_ref(), one.throws.as_ref());
    let text = format!("{}{of}.{}{rest}", wait(one.is_async), one.name);
    (of.clone(), METHOD, one.name.clone(), text)
}

fn function(one: &FnMetadata) -> Line {
    let rest = signature(&one.inputs, one.return_type.as_ref(), one.throws.as_ref());
    let text = format!("{}function {}{rest}", wait(one.is_async), one.name);
    (String::new(), METHOD, one.name.clone(), text)
}

fn constructor(one: &ConstructorMetadata) -> Line {
    let of = &one.self_name;
    let rest = signature(&one.inputs, None, one.throws.as_ref());
    let text = format!("{}{of} made by {}{rest}", wait(one.is_async), one.name);
    (of.clone(), CONSTRUCTOR, one.name.clone(), text)
}

fn wait(is_async: bool) -> &'static str {
    if is_async { "async " } else { "" }
}

fn signature(inputs: &[FnParamMetadata], gives: Option<&Type>, throws: Option<&Type>) -> String {
    let one = |it: &FnParamMetadata| {
        let kind = name_of(&it.ty);
        format!("{}: {kind}{}", it.name, default(it.default.as_ref()))
    };
    let inputs: Vec<String> = inputs.iter().map(one).collect();
    let mut text = format!("({})", inputs.join(", "));
    if let Some(gives) = gives {
        text.push_str(&format!(" -> {}", name_of(gives)));
    }
    if let Some(throws) = throws {
        text.push_str(&format!(" throws {}", name_of(throws)));
    }
    text
}

fn record(one: &RecordMetadata) -> Vec<Line> {
    let name = &one.name;
    let mut all = vec![head(name, format!("record {name}"))];
    for (at, part) in one.fields.iter().enumerate() {
        all.push(member(name, at, format!("record {name}.{}", field(part))));
    }
    all
}

fn variants(choice: &EnumMetadata) -> Vec<Line> {
    let name = &choice.name;
    let word = if choice.shape.is_error() { "error" } else { "enum" };
    let mut all = vec![head(name, format!("{word} {name}"))];
    for (at, variant) in choice.variants.iter().enumerate() {
        let fields: Vec<String> = variant.fields.iter().map(field).collect();
        let fields =
            if fields.is_empty() { String::new() } else { format!("({})", fields.join(", ")) };
        all.push(member(name, at, format!("{word} {name}.{}{fields}", variant.name)));
    }
    all
}

fn implements(one: &UniffiTraitMetadata) -> Line {
    let name = match one {
        UniffiTraitMetadata::Debug { .. } => "Debug",
        UniffiTraitMetadata::Display { .. } => "Display",
        UniffiTraitMetadata::Eq { .. } => "Eq",
        UniffiTraitMetadata::Hash { .. } => "Hash",
        UniffiTraitMetadata::Ord { .. } => "Ord",
    };
    let of = one.self_name();
    (of.to_owned(), TRAIT, name.to_owned(), format!("{of} implements {name}"))
}

fn head(of: &str, text: String) -> Line {
    (of.to_owned(), TYPE, String::new(), text)
}

fn member(of: &str, at: usize, text: String) -> Line {
    (of.to_owned(), MEMBER, format!("{at:04}"), text)
}

fn field(one: &FieldMetadata) -> String {
    let kind = format!("{}{}", name_of(&one.ty), default(one.default.as_ref()));
    if one.name.is_empty() { kind } else { format!("{}: {kind}", one.name) }
}

fn default(value: Option<&DefaultValueMetadata>) -> String {
    match value {
        None => String::new(),
        Some(DefaultValueMetadata::Default) => " = default".to_owned(),
        Some(DefaultValueMetadata::Literal(literal)) => format!(" = {}", written(literal)),
    }
}

fn written(literal: &LiteralMetadata) -> String {
    match literal {
        LiteralMetadata::Boolean(value) => value.to_string(),
        LiteralMetadata::String(value) => format!("{value:?}"),
        LiteralMetadata::UInt(value, ..) => value.to_string(),
        LiteralMetadata::Int(value, ..) => value.to_string(),
        LiteralMetadata::Float(value, _) | LiteralMetadata::Enum(value, _) => value.clone(),
        LiteralMetadata::EmptySequence => "[]".to_owned(),
        LiteralMetadata::EmptyMap => "{:}".to_owned(),
        LiteralMetadata::EmptySet => "{}".to_owned(),
        LiteralMetadata::None => "none".to_owned(),
        LiteralMetadata::Some { inner } => match inner.as_ref() {
            DefaultValueMetadata::Default => "default".to_owned(),
            DefaultValueMetadata::Literal(inner) => written(inner),
        },
    }
}

fn kind(made: ObjectImpl) -> &'static str {
    match made {
        ObjectImpl::Struct => "object",
        ObjectImpl::Trait(kind) if kind.has_foreign() => "port",
        ObjectImpl::Trait(_) => "trait",
    }
}

fn name_of(kind: &Type) -> String {
    match kind {
        Type::UInt8 => "u8".to_owned(),
        Type::Int8 => "i8".to_owned(),
        Type::UInt16 => "u16".to_owned(),
        Type::Int16 => "i16".to_owned(),
        Type::UInt32 => "u32".to_owned(),
        Type::Int32 => "i32".to_owned(),
        Type::UInt64 => "u64".to_owned(),
        Type::Int64 => "i64".to_owned(),
        Type::Float32 => "f32".to_owned(),
        Type::Float64 => "f64".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::String => "string".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Timestamp => "timestamp".to_owned(),
        Type::Duration => "duration".to_owned(),
        Type::Box { inner_type } => name_of(inner_type),
        Type::Optional { inner_type } => format!("{}?", name_of(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", name_of(inner_type)),
        Type::Set { inner_type } => format!("{{{}}}", name_of(inner_type)),
        Type::Map { key_type, value_type } => {
            format!("{{{}: {}}}", name_of(key_type), name_of(value_type))
        }
        named => named.name().unwrap_or("a type without a name").to_owned(),
    }
}

#[cfg(test)]
mod tests;
