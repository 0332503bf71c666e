import AssessmentSupport
import Scoring
import TestSupport
import Testing

/// The ways in which COINr 1.1.14 makes indicators comparable and puts them together, cell by
/// cell.
///
/// - Source: ASEM sustainable connectivity, European Commission, Joint Research Centre; computed
///   with the R package COINr.
@Suite(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
struct ConnectivityVariantsTests {
    /// One of the twelve.
    struct Variant: CustomTestStringConvertible {
        let name: String
        /// A score rule up to the word under `better`; `nil` for a value that is the score.
        let rule: String?
        var isDouble = false
        var testDescription: String { name }
    }

    static let variants: [Variant] = {
        let compare = "over: bodies, constant: missing"
        let deviation = "z-score: {\(compare), deviation: sample"
        let one = "to: {min: 0, max: 1}"
        return [
            Variant(name: "minmax", rule: "min-max: {\(compare), to: {min: 0, max: 100}, better"),
            Variant(
                name: "minmax_1_100", rule: "min-max: {\(compare), to: {min: 1, max: 100}, better"),
            Variant(
                name: "zscore", rule: "\(deviation), at-mean: 10, per-deviation: 2, better",
                isDouble: true),
            Variant(
                name: "zscore01", rule: "\(deviation), at-mean: 0, per-deviation: 1, better",
                isDouble: true),
            Variant(name: "scaled", rule: nil),
            Variant(name: "rank", rule: "rank: {over: bodies, ties: lowest, better"),
            Variant(name: "borda", rule: "borda: {over: bodies, ties: lowest, better"),
            Variant(
                name: "prank", rule: "percentile-rank: {\(compare), ties: lowest, \(one), better"),
            Variant(name: "dist2max", rule: "min-max: {\(compare), \(one), better"),
            Variant(name: "fracmax", rule: "fraction-of-max: {over: bodies, \(one), better"),
            Variant(
                name: "dist2ref",
                rule: "distance-to-reference: {over: bodies, body: BGD, \(one), better"),
            Variant(
                name: "dist2targ",
                rule: "distance-to-target: {over: bodies, target: …, \(one), better"),
        ]
    }()

    private static func leaf(
        _ id: String, _ variant: Variant, _ meta: Connectivity.Meta, weight: String = ""
    ) -> String {
        let isFalling = meta.falling.contains(id)
        guard let rule = variant.rule else {
            return "{id: \(id), value: \(isFalling ? "0 - \(id)" : id), score: as-is\(weight)}"
        }
        let written = rule.replacing("…", with: Connectivity.decimal(meta.targets[id]))
        let better = isFalling ? "lower" : "higher"
        return "{id: \(id), value: \(id), score: {\(written): \(better)}}\(weight)}"
    }

    private static func head(_ arithmetic: String, least: String = "-10000") -> [String: String] {
        ["arithmetic": arithmetic, "scale": "{min: \(least), max: 10000}"]
    }

    private static func isClose(_ found: Double, _ wanted: Double) -> Bool {
        abs(found - wanted) <= 1e-12 * max(1, abs(wanted))
    }

    @Test(arguments: variants, ["decimal", "double"])
    func `indicators become comparable as in the package`(
        variant: Variant, arithmetic: String
    ) throws {
        // A z-score needs a square root.
        guard !variant.isDouble || arithmetic == "double" else { return }
        let meta = try Connectivity.Meta()
        let leaves = meta.indicators.map { "    - \(Self.leaf($0, variant, meta))\n" }.joined()
        let made = try Connectivity.assess(
            "  id: all\n  aggregate: none\n  nodes:\n" + leaves, "steps/05_Treated",
            head: Self.head(arithmetic))
        let expected = try Connectivity.table("variants/normalised_\(variant.name)", key: "uCode")

        var (compared, blank, infinite) = (0, 0, 0)
        for (country, row) in expected {
            for id in meta.indicators {
                let published = row[id] ?? ""
                if let wanted = Double(published), wanted.isFinite {
                    let found = try #require(Double(try made.result(id, country)))
                    #expect(Self.isClose(found, wanted), "\(country) \(id)")
                    compared += 1
                } else {
                    // A division by zero is infinite there, and zero over zero is blank.
                    #expect(try made.reason(id, country) == .divisor, "\(country) \(id)")
                    if published.isEmpty { blank += 1 } else { infinite += 1 }
                }
            }
        }
        let without = ["fracmax": (34, 119), "dist2ref": (25, 281)][variant.name] ?? (0, 0)
        #expect((blank, infinite) == without)
        #expect(compared + blank + infinite == 51 * 49)
    }

    /// A way to put indicators together: the file, the variant it begins with and the aggregate of
    /// each level, the lowest first.
    static let totals: [(file: String, variant: String, levels: [String])] =
        variants.map { ($0.name + "_amean", $0.name, ["amean", "amean", "amean"]) }
        + ["minmax_1_100", "rank", "zscore"].flatMap { name in
            ["gmean", "hmean"].map { ("\(name)_\($0)", name, [$0, $0, $0]) }
        }
        + [
            ("minmax_amean_gmean_amean", "minmax", ["amean", "gmean", "amean"]),
            ("minmax_amean_datthresh0.9", "minmax", ["amean", "amean", "amean"]),
        ]

    /// What is compared: the finite results of the package.
    ///
    /// Its arithmetic mean leaves blanks out, as `redistribute` does, and is infinite as soon as
    /// one child is; there ours is the mean of the others. Its geometric and harmonic means refuse blanks, of which there are none here.
    @Test(arguments: totals.indices)
    func `indicators are put together as in the package`(position: Int) throws {
        let (file, name, levels) = Self.totals[position]
        let variant = try #require(Self.variants.first { $0.name == name })
        let meta = try Connectivity.Meta()
        let policies = "not-applicable: refuse, missing: redistribute, excluded: refuse"
        let hasMeans = levels.contains { $0 != "amean" }
        func keys(_ level: Int) -> String {
            let aggregate =
                switch levels[level] {
                case "gmean": "geometric: {zeros: refuse, \(policies)}"
                case "hmean": "harmonic: {zeros: refuse, \(policies)}"
                default: "weighted-mean: {\(policies)}"
                }
            let coverage = file.contains("datthresh") ? ", coverage: {at-least: 0.9}" : ""
            return "aggregate: {\(aggregate)}\(coverage)"
        }
        func node(_ id: String, _ level: Int) -> String {
            let children = (meta.children[id] ?? []).map { child in
                level == 0
                    ? Self.leaf(child, variant, meta, weight: ", weight: 1")
                    : node(child, level - 1)
            }
            let nodes = children.joined(separator: ", ")
            return "{id: \(id), weight: 1, \(keys(level)), nodes: [\(nodes)]}"
        }
        let children = (meta.children["Index"] ?? []).map { "    - \(node($0, 1))\n" }.joined()
        let made = try Connectivity.assess(
            "  id: Index\n  \(keys(2).replacing(", coverage", with: "\n  coverage"))\n  nodes:\n"
                + children,
            "steps/05_Treated",
            head: Self.head(
                levels.contains("gmean") || variant.isDouble ? "double" : "decimal",
                least: hasMeans ? "0" : "-10000"))
        let expected = try Connectivity.table("variants/aggregated_\(file)", key: "uCode")

        var (compared, infinite) = (0, 0)
        for (country, row) in expected {
            for (id, published) in row where id != "uCode" {
                let wanted = try #require(Double(published), "\(country) \(id)")
                guard wanted.isFinite else {
                    infinite += 1
                    continue
                }
                let found = try #require(Double(try made.result(id, country)))
                #expect(Self.isClose(found, wanted), "\(country) \(id) \(found) \(wanted)")
                compared += 1
            }
        }
        #expect(compared + infinite == 51 * 11)
        #expect((infinite > 0) == ["fracmax", "dist2ref"].contains(name))
    }
}
