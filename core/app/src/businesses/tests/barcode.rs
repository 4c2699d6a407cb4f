use super::*;

#[test]
fn a_barcode_typed_as_a_name_says_what_it_is() {
    let phone = phone(&[], Language::English);
    let found = phone.app.search("6901234567892").unwrap();
    assert!(found.rows.is_empty() && found.empty.is_empty(), "{found:?}");
    let product = found.product.unwrap();
    assert_eq!((product.kind, product.uscc.as_str()), (ScanKind::Product, TEA));
    let short = phone.app.scan("０4256212").unwrap();
    assert!(short.text.contains("04256212") && short.text.contains("0042100005622"), "{short:?}");
    let ean = phone.app.scan("]E404256212").unwrap();
    assert_eq!(ean.gtin, "04256212");
    assert!(!ean.text.contains("UPC-E"), "{ean:?}");
    assert_eq!(phone.app.search("西湖").unwrap().product, None);
}
