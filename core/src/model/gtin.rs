//! Product codes: EAN, UPC, GTIN-14, and the GTIN in a GS1 Digital Link.
