use super::*;
use uniffi_meta::{EnumShape, ObjectMetadata, TraitKind, VariantMetadata};

fn at() -> String {
    "standing_bindings".to_owned()
}

fn field_of(name: &str, ty: Type) -> FieldMetadata {
    FieldMetadata { name: name.to_owned(), orig_name: None, ty, default: None, docstring: None }
}

fn record(name: &str, fields: Vec<FieldMetadata>) -> Metadata {
    Metadata::Record(RecordMetadata {
        module_path: at(),
        name: name.to_owned(),
        orig_name: None,
        remote: false,
        fields,
        docstring: None,
    })
}

fn error(name: &str, variants: Vec<VariantMetadata>) -> Metadata {
    Metadata::Enum(EnumMetadata {
        module_path: at(),
        name: name.to_owned(),
        orig_name: None,
        shape: EnumShape::Error { flat: false },
        remote: false,
        variants,
        discr_type: None,
        non_exhaustive: false,
        docstring: None,
    })
}

fn method(of: &str, name: &str, return_type: Option<Type>) -> MethodMetadata {
    MethodMetadata {
        module_path: at(),
        self_name: of.to_owned(),
        name: name.to_owned(),
        orig_name: None,
        is_async: name == "wait",
        inputs: vec![FnParamMetadata::simple("membership", Type::String)],
        return_type,
        throws: Some(Type::Enum { module_path: at(), name: "AppError".to_owned() }),
        takes_self_by_arc: false,
        checksum: Some(7),
        docstring: Some("Words that may change freely.".to_owned()),
    }
}

fn object(name: &str, imp: ObjectImpl) -> Metadata {
    Metadata::Object(ObjectMetadata {
        module_path: at(),
        name: name.to_owned(),
        orig_name: None,
        remote: false,
        imp,
        docstring: None,
    })
}

fn optional(inner: Type) -> Type {
    Type::Optional { inner_type: Box::new(inner) }
}

#[test]
fn each_thing_that_an_app_can_name_has_a_line() {
    let home = Type::Record { module_path: at(), name: "HomeView".to_owned() };
    let retry = VariantMetadata {
        name: "Offline".to_owned(),
        orig_name: None,
        discr: None,
        fields: vec![field_of("retry_at", optional(Type::Int64))],
        docstring: None,
    };
    let items = [
        Metadata::Method(method("Standing", "wait", None)),
        Metadata::Method(method("Standing", "home", Some(home))),
        object("Standing", ObjectImpl::Struct),
        record("HomeView", vec![field_of("title", Type::String), field_of("points", Type::Int64)]),
        error("AppError", vec![retry]),
        Metadata::UniffiTrait(UniffiTraitMetadata::Display {
            fmt: method("AppError", "fmt", None),
        }),
    ];
    let expected = "\
error AppError
error AppError.Offline(retry_at: i64?)
AppError implements Display
record HomeView
record HomeView.title: string
record HomeView.points: i64
object Standing
Standing.home(membership: string) -> HomeView throws AppError
async Standing.wait(membership: string) throws AppError
";
    assert_eq!(list(&items), expected);
}

#[test]
fn the_order_of_the_library_does_not_matter() {
    let mut items = vec![
        object("Standing", ObjectImpl::Struct),
        object("KeyStore", ObjectImpl::Trait(TraitKind::Both)),
        record("HomeView", vec![field_of("title", Type::String)]),
    ];
    let forwards = list(&items);
    items.reverse();
    assert_eq!(list(&items), forwards);
    assert!(forwards.contains("port KeyStore\n"), "{forwards}");
}

#[test]
fn functions_and_nested_types_are_written_plainly() {
    let strings = Type::Sequence { inner_type: Box::new(Type::String) };
    let return_type = Type::Map { key_type: Box::new(Type::UInt8), value_type: Box::new(strings) };
    let mut limit = FnParamMetadata::simple("limit", optional(Type::UInt32));
    limit.default = Some(DefaultValueMetadata::Literal(LiteralMetadata::None));
    let function = Metadata::Func(FnMetadata {
        module_path: at(),
        name: "names".to_owned(),
        orig_name: None,
        is_async: false,
        inputs: vec![limit],
        return_type: Some(return_type),
        throws: None,
        checksum: None,
        docstring: None,
    });
    assert_eq!(list(&[function]), "function names(limit: u32? = none) -> {u8: [string]}\n");
}
