#!/usr/bin/env bash
# Builds the core for devices, simulators and Macs, and puts it where Package.swift looks for it: ios/Standing.xcframework.
# `--testonly` makes one for development: it may talk `http` to a sandbox on this machine, and is never to be released.
# Needs a Mac with Xcode, rustup, and its targets:
#   rustup target add aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin
set -euo pipefail
cd "$(dirname "$0")/.."
features=()
case "${1-}" in
"") ;;
--testonly) features=(--features testonly) ;;
*)
    echo "usage: ios/build-xcframework.sh [--testonly]" >&2
    exit 2
    ;;
esac
if ! command -v xcodebuild >/dev/null; then
    echo "Xcode is needed: an xcframework can only be made on a Mac" >&2
    exit 1
fi

cargo xtask generate # bindings, labels, licences
built="$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')"
: "${built:?cargo does not say where it builds}"
# Only the static library: Apple's systems take no other into an app.
for target in aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin; do
    IPHONEOS_DEPLOYMENT_TARGET=17.0 MACOSX_DEPLOYMENT_TARGET=14.0 cargo rustc --release --lib --crate-type staticlib \
        --package standing-bindings ${features[@]+"${features[@]}"} --target "$target"
done

# Joins the libraries of two processors for one system.
join() {
    mkdir -p "$built/ios/$1"
    lipo -create -output "$built/ios/$1/libstanding_bindings.a" \
        "$built/$2/release/libstanding_bindings.a" "$built/$3/release/libstanding_bindings.a"
}
join simulator aarch64-apple-ios-sim x86_64-apple-ios
# For the tests of the package, which run on the Mac itself.
join macos aarch64-apple-darwin x86_64-apple-darwin

rm -rf ios/Standing.xcframework
headers=ios/Sources/CoreFFI/generated
xcodebuild -create-xcframework -output ios/Standing.xcframework \
    -library "$built/aarch64-apple-ios/release/libstanding_bindings.a" -headers "$headers" \
    -library "$built/ios/simulator/libstanding_bindings.a" -headers "$headers" \
    -library "$built/ios/macos/libstanding_bindings.a" -headers "$headers"

if [ ${#features[@]} -gt 0 ]; then
    echo "made for development only: ios/Standing.xcframework" >&2
    exit 0
fi
# For a release: zip it, and name URL and checksum in Package.swift in place of the path.
(cd ios && ditto -c -k --keepParent Standing.xcframework "$built/ios/Standing.xcframework.zip")
swift package --package-path ios compute-checksum "$built/ios/Standing.xcframework.zip"
