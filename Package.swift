// swift-tools-version: 6.2
import PackageDescription

/// The settings every Swift target of the house shares: language mode 6, explicit existentials,
/// imports that do not leak, and no warning that survives a build.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "jpc",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // The rooms, from the ground up. Arrows go down only.
    .target(name: "CaseFlow", swiftSettings: house),
    .target(name: "Alarms", dependencies: ["CaseFlow"], swiftSettings: house),
    .target(name: "Drill", dependencies: ["CaseFlow", "Alarms"], swiftSettings: house),
    .target(
      name: "Journal",
      dependencies: [
        "CaseFlow", "Alarms", "Drill",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .target(name: "Screens", dependencies: ["CaseFlow", "Alarms"], swiftSettings: house),
    .target(
      name: "Terminal", dependencies: ["Screens", "CNCurses", "CTerminalRescue"], swiftSettings: house),
    .executableTarget(
      name: "jpc",
      dependencies: [
        "CaseFlow", "Alarms", "Drill", "Journal", "Screens", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .target(name: "CNCurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CTerminalRescue"),

    // What tests share: a pseudo-terminal, a screen that reads what a terminal would show, pictures.
    // A small program behind one, for what only a real process shows.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TestSupport", dependencies: ["CPseudoTerminal"], path: "Tests/TestSupport", swiftSettings: house),
    // What docs/performance.md is measured with; not a test, because machines are noisy.
    .executableTarget(
      name: "measure",
      dependencies: [
        "CaseFlow", "Alarms", "Drill", "Journal", "Screens", "TestSupport",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      path: "Tests/Measure",
      swiftSettings: house),
    .testTarget(name: "CaseFlowTests", dependencies: ["CaseFlow", "TestSupport"], swiftSettings: house),
    .testTarget(name: "AlarmsTests", dependencies: ["CaseFlow", "Alarms", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "DrillTests", dependencies: ["CaseFlow", "Alarms", "Drill", "Journal", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "JournalTests", dependencies: ["CaseFlow", "Alarms", "Drill", "Journal", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ScreensTests", dependencies: ["CaseFlow", "Alarms", "Drill", "Journal", "Screens", "TestSupport"],
      swiftSettings: house),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Screens", "CTerminalRescue"], path: "Tests/TerminalProbe",
      swiftSettings: house),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Screens", "TestSupport", "TerminalProbe"],
      swiftSettings: house),
    .testTarget(name: "ScenarioTests", dependencies: ["jpc", "TestSupport"], swiftSettings: house),
  ]
)
