// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]
/// Whether `tools/fuzz` builds.
let isFuzzing = Context.environment["FUZZ"] != nil
/// The settings of what is fuzzed: every branch is marked, so that libFuzzer sees which were taken.
let fuzzed =
    strict + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])] : [])
/// Arithmetic on doubles needs the C mathematics library, which nothing else brings in.
let mathematics: [LinkerSetting] = [.linkedLibrary("m")]

/// A target of ours with the settings every one of them has.
func house(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
    linkerSettings: [LinkerSetting] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, swiftSettings: fuzzed,
        linkerSettings: linkerSettings, plugins: plugins)
}

/// A test target of ours, named after the target it tests.
func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies + ["TestSupport"], exclude: exclude,
        swiftSettings: strict)
}

/// The benchmarks, which the ordinary build and the tests have no use for; `benchmarks/run` does.
let benchmarks: [Target] = [
    .executableTarget(
        name: "bench-arithmetic", dependencies: ["Arithmetic"], path: "benchmarks/Arithmetic",
        swiftSettings: strict),
    .executableTarget(
        name: "bench-improvement", dependencies: ["Improvement"], path: "benchmarks/Improvement",
        swiftSettings: strict),
]

/// One program for each reader that is handed whatever comes; `tools/fuzz` builds and runs them.
let fuzzing: [Target] =
    [
        .target(
            name: "FuzzDriver", dependencies: ["FuzzSubjects"], path: "fuzz/Driver",
            swiftSettings: fuzzed)
    ]
    + ["formula", "edition", "table", "descriptor"].map { name in
        .executableTarget(
            name: "fuzz-\(name)", dependencies: ["FuzzDriver", "FuzzSubjects"],
            path: "fuzz/Targets/\(name)", swiftSettings: fuzzed,
            // The linker that is used otherwise does not find the entry.
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
    }

let package = Package(
    name: "apparatus",
    products: [
        .executable(name: "apparatus", targets: ["apparatus"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: [
        .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CGmp", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"])]),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CLapack", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
        .systemLibrary(name: "CCbc", providers: [.apt(["coinor-libcbc-dev"])]),

        house("Diagnostics", []),
        house("Arithmetic", ["CGmp"], linkerSettings: mathematics),
        house("Digest", ["CCrypto"]),
        house("JSON", ["Diagnostics"]),
        house("Files", ["Domain"]),
        house("Domain", ["Diagnostics", "Arithmetic"]),
        house("LinearAlgebra", ["Arithmetic", "CLapack"], linkerSettings: mathematics),
        house("Expressions", ["Diagnostics", "Arithmetic", "Domain"]),
        house("Locales", ["Domain"]),
        house(
            "Methodology",
            ["Diagnostics", "Arithmetic", "Domain", "Expressions", "Digest", "CYaml"]),
        house("Evidence", ["Diagnostics", "Arithmetic", "Domain", "JSON", "Digest"]),
        house("Shipped", [], exclude: ["language.md", "methodologies"], plugins: ["EmbedText"]),
        house(
            "Scoring",
            [
                "Diagnostics", "Arithmetic", "LinearAlgebra", "Domain", "Expressions",
                "Methodology", "Evidence",
            ]),
        house(
            "Robustness",
            [
                "Diagnostics", "Arithmetic", "LinearAlgebra", "Domain", "Expressions",
                "Methodology", "Evidence", "Scoring",
            ], linkerSettings: mathematics),
        house(
            "Explanation",
            [
                "Arithmetic", "Domain", "Expressions", "Locales", "JSON", "Methodology",
                "Evidence", "Scoring",
            ], plugins: ["CompileTexts"]),
        house(
            "Diagnosis",
            [
                "Diagnostics", "Arithmetic", "Domain", "Methodology", "Evidence", "Scoring",
                "Robustness",
            ], linkerSettings: mathematics),
        house(
            "Improvement",
            [
                "Diagnostics", "Arithmetic", "Domain", "Expressions", "Methodology", "Evidence",
                "Scoring", "Explanation", "Diagnosis", "CCbc",
            ], linkerSettings: mathematics),
        house(
            "Pages",
            [
                "Arithmetic", "Domain", "Expressions", "Locales", "JSON", "Methodology", "Evidence",
                "Scoring", "Explanation", "Robustness", "Diagnosis", "Improvement",
            ], exclude: ["assets"], plugins: ["CompileTexts", "EmbedText"]),
        house(
            "Commands",
            [
                "Diagnostics", "Arithmetic", "Domain", "Expressions", "JSON", "Files",
                "Methodology", "Evidence", "Shipped", "Scoring", "Explanation", "Locales", "Digest",
                "Robustness", "Diagnosis", "Improvement", "Pages",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "apparatus", dependencies: ["Commands"], swiftSettings: strict),

        .target(name: "BuildTools", swiftSettings: strict),
        .executableTarget(
            name: "embed-text", dependencies: ["BuildTools"], swiftSettings: strict),
        .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
        .executableTarget(
            name: "compile-texts", dependencies: ["BuildTools"], swiftSettings: strict),
        .plugin(name: "CompileTexts", capability: .buildTool(), dependencies: ["compile-texts"]),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "AssessmentSupport",
            dependencies: [
                "Diagnostics", "Arithmetic", "Domain", "Files", "Methodology", "Evidence",
                "Scoring",
            ], path: "Tests/AssessmentSupport", swiftSettings: strict),
        .target(
            name: "FuzzSubjects",
            dependencies: [
                "Diagnostics", "Arithmetic", "Domain", "JSON", "Expressions", "Methodology",
                "Evidence", "Scoring", "AssessmentSupport",
            ], path: "fuzz/Subjects", swiftSettings: fuzzed),
        tests("Fuzz", ["FuzzSubjects"]),
        tests("TestSupport", [], exclude: ["Golden"]),
        tests("Diagnostics", ["Diagnostics"]),
        tests("Arithmetic", ["Arithmetic", .product(name: "BigInt", package: "BigInt")]),
        tests("Digest", ["Digest"]),
        tests("JSON", ["Diagnostics", "JSON"], exclude: ["Golden"]),
        tests("Files", ["Diagnostics", "Domain", "Files"]),
        tests("Domain", ["Diagnostics", "Arithmetic", "Domain"]),
        tests("LinearAlgebra", ["Arithmetic", "LinearAlgebra"]),
        tests(
            "Robustness",
            [
                "Diagnostics", "Arithmetic", "LinearAlgebra", "Domain", "Expressions",
                "Methodology",
                "Evidence", "Scoring", "Robustness", "Files", "AssessmentSupport",
            ]),
        tests(
            "Diagnosis",
            [
                "Diagnostics", "Arithmetic", "Domain", "Methodology", "Evidence", "Scoring",
                "Explanation", "Robustness", "Diagnosis", "Files", "AssessmentSupport",
            ]),
        tests(
            "Improvement",
            [
                "Diagnostics", "Arithmetic", "Domain", "Methodology", "Evidence", "Scoring",
                "Explanation", "Diagnosis", "Improvement", "Files", "AssessmentSupport",
            ]),
        tests(
            "Docs",
            [
                "Diagnostics", "Arithmetic", "Digest", "Domain", "Expressions", "Files",
                "Methodology", "Evidence", "Scoring", "AssessmentSupport",
            ]),
        tests("Locales", ["Domain", "Locales"], exclude: ["Fixtures"]),
        tests(
            "Pages",
            [
                "Diagnostics", "Arithmetic", "Domain", "JSON", "Locales", "Methodology", "Evidence",
                "Scoring", "Explanation", "Robustness", "Diagnosis", "Improvement", "Pages",
                "Files", "AssessmentSupport",
            ],
            exclude: [
                "Body/Golden", "Charts/Golden", "Overview/Golden", "Papers/Golden",
                "Robustness/Golden",
            ]),
        tests("Shipped", ["Shipped"]),
        tests("BuildTools", ["embed-text", "compile-texts"]),
        tests(
            "Expressions", ["Diagnostics", "Arithmetic", "Domain", "Expressions"],
            exclude: ["Golden"]),
        tests(
            "Methodology",
            [
                "Diagnostics", "Arithmetic", "Domain", "Expressions", "Methodology", "Files",
                "AssessmentSupport",
            ],
            exclude: ["Fixtures", "Golden", "Refusals"]),
        tests(
            "Evidence", ["Diagnostics", "Arithmetic", "Domain", "JSON", "Evidence", "Files"],
            exclude: [
                "Deciding/Golden", "Earlier/Golden", "Foreign/Golden", "Golden",
                "Improving/Golden", "Package/Golden", "Reforming/Golden", "Rejecting/Golden",
            ]),
        tests(
            "Scoring",
            [
                "Diagnostics", "Arithmetic", "Domain", "Expressions", "Methodology", "Evidence",
                "Scoring", "Files", "AssessmentSupport",
                .product(name: "BigInt", package: "BigInt"),
            ]),
        tests(
            "Explanation",
            [
                "Diagnostics", "Arithmetic", "Domain", "JSON", "Methodology", "Evidence",
                "Scoring", "Explanation", "Locales", "Files", "AssessmentSupport",
            ],
            exclude: ["Describing/Golden", "Results/Golden", "Telling/Golden", "Tracing/Golden"]),
        tests(
            "Commands",
            [
                "Diagnostics", "Arithmetic", "Domain", "JSON", "Files", "Methodology", "Evidence",
                "Shipped", "Scoring", "Explanation", "Locales", "Robustness", "Diagnosis",
                "Improvement", "Pages", "Commands", "apparatus",
            ],
            exclude: [
                "Fixtures", "Golden", "Assessing/Golden", "Comparing/Golden", "Explaining/Golden",
                "Inspecting/Golden", "Rejecting/Golden", "Statuses/Golden", "Studying/Golden",
            ]),
    ] + (Context.environment["BENCH"] == nil ? [] : benchmarks) + (isFuzzing ? fuzzing : [])
)
