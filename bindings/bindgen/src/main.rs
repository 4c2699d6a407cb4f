//! The UniFFI generator as a command of this workspace.

fn main() {
    uniffi::uniffi_bindgen_main();
}
