// swift-tools-version: 6.0
import PackageDescription

#if os(Linux)
    // The library as cargo built it for this machine, and stand-ins for what only Apple's systems have.
    let libraries = Context.environment["STANDING_LIBRARIES"] ?? "\(Context.packageDirectory)/../target/debug"
    let library = Target.systemLibrary(name: "CoreFFI", path: "Sources/CoreFFI/generated")
    let linked: [LinkerSetting] = [
        .unsafeFlags(["-L\(libraries)", "-Xlinker", "-rpath", "-Xlinker", libraries]),
        .linkedLibrary("standing_bindings"),
    ]
    let observation: [Target.Dependency] = ["Observing"]
    let views: [Target.Dependency] = ["SwiftUI"]
    let standIns: [Target] = [
        .target(name: "Observing"),
        .target(name: "SwiftUI", path: "Tests/Stubs/SwiftUI"),
    ]
#else
    // A release by its address and checksum, as build-xcframework.sh prints it; without one, what that made here.
    let released: (url: String, checksum: String)? = nil
    let library =
        released.map { Target.binaryTarget(name: "CoreFFI", url: $0.url, checksum: $0.checksum) }
        ?? .binaryTarget(name: "CoreFFI", path: "Standing.xcframework")
    let linked: [LinkerSetting] = []
    let observation: [Target.Dependency] = []
    let views: [Target.Dependency] = []
    let standIns: [Target] = []
#endif

let package = Package(
    name: "Standing",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "StandingUI", targets: ["Core", "Logic", "UI"])],
    targets: [
        library,
        .target(name: "Core", dependencies: ["CoreFFI"], linkerSettings: linked),
        .target(name: "Logic", dependencies: ["Core"] + observation),
        .target(name: "UI", dependencies: ["Core", "Logic"] + views),
        .target(name: "Support", dependencies: ["Core"], path: "Tests/Support"),
        .testTarget(name: "BindingsTests", dependencies: ["Core", "Support"]),
        .testTarget(name: "LogicTests", dependencies: ["Logic", "Support"]),
    ] + standIns,
    swiftLanguageModes: [.v6]
)
