#!/usr/bin/env bash
# The app's resources and manifest, compiled and linked: an archive that Robolectric reads, and R.java.
#   resources.sh <the app's module> <folder of aapt2 and its framework> <where to write>
# Gradle adds the package and the versions to the manifest; here this does.
set -euo pipefail
app=$1 tools=$2 out=$3
catalog="$app/../gradle/libs.versions.toml"
version() { sed -n "s/^$1 = \"\(.*\)\"$/\1/p" "$catalog"; }

aapt2="$tools/prebuilt/linux/aapt2"
chmod +x "$aapt2"
rm -rf "$out"
mkdir -p "$out/r"
sed 's/<manifest /<manifest package="standing.app" /' "$app/src/main/AndroidManifest.xml" >"$out/AndroidManifest.xml"
"$aapt2" compile --dir "$app/src/main/res" -o "$out/main.zip"
"$aapt2" compile --dir "$app/src/generated/res" -o "$out/strings.zip"
"$aapt2" link -I "$tools/prebuilt/android-framework.jar" --manifest "$out/AndroidManifest.xml" \
  --min-sdk-version "$(version min-sdk)" --target-sdk-version "$(version target-sdk)" \
  --java "$out/r" -o "$out/app.ap_" "$out/main.zip" "$out/strings.zip"
# The debug type lays this over the rest.
"$aapt2" compile --dir "$app/src/debug/res" -o "$out/debug.zip"
