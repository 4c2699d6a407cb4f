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

#[test]
fn of_a_code_with_one_wrong_sign_the_business_is_suggested_without_a_verdict() {
    let phone = phone(&[(COURT, listing(ListType::Court))], Language::English);
    // No check holds; the organisation's holds; a sign that codes do not use.
    for damaged in
        ["91330106MA2CFLDX4R", "91330107MA2CFLDG4R", "91 330106 MA2CFLDG4 B", "9133O106MA2CFLDG4R"]
    {
        let view = phone.app.search(damaged).unwrap();
        let near: Vec<&str> = view.near.iter().map(|card| card.uscc.as_str()).collect();
        assert_eq!((near, view.rows.len()), (vec![TEA], 0), "{damaged}");
        assert!(view.near[0].tags.is_empty() && view.empty.is_empty(), "{view:?}");
    }
    // Two are too many to say.
    assert_eq!(phone.app.search("91330106MA2CFLXX4R").unwrap_err().problem.code, "uscc-check");
    assert!(phone.app.search(TEA).unwrap().near.is_empty());
}
