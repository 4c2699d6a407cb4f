#!/usr/bin/env bash
# Builds the core for devices and simulators, and puts it where Package.swift looks for it: ios/Standing.xcframework.
# Needs a Mac with Xcode, rustup, and its targets:
#   rustup target add aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios
set -eu
cd "$(dirname "$0")/.."
if ! command -v xcodebuild >/dev/null; then
    echo "Xcode is needed: an xcframework can only be made on a Mac" >&2
    exit 1
fi

cargo xtask generate # bindings, labels, licences
built="$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')"
for target in aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios; do
    IPHONEOS_DEPLOYMENT_TARGET=17.0 cargo build --release --package standing-bindings --target "$target"
done

# One library for both kinds of simulators.
mkdir -p "$built/ios/simulator"
lipo -create -output "$built/ios/simulator/libstanding_bindings.a" \
    "$built/aarch64-apple-ios-sim/release/libstanding_bindings.a" \
    "$built/x86_64-apple-ios/release/libstanding_bindings.a"

rm -rf ios/Standing.xcframework
headers=ios/Sources/CoreFFI/generated
xcodebuild -create-xcframework -output ios/Standing.xcframework \
    -library "$built/aarch64-apple-ios/release/libstanding_bindings.a" -headers "$headers" \
    -library "$built/ios/simulator/libstanding_bindings.a" -headers "$headers"

# For a release: zip it, and name URL and checksum in Package.swift in place of the path.
(cd ios && ditto -c -k --keepParent Standing.xcframework "$built/ios/Standing.xcframework.zip")
swift package --package-path ios compute-checksum "$built/ios/Standing.xcframework.zip"
