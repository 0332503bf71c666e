internal import Arithmetic
public import Diagnostics
internal import Domain
public import Evidence
public import Methodology
public import Scoring

/// Small editions and workspaces written out in tests.
public enum Workbench {
    /// Why nothing came out.
    public struct Refused: Error, CustomStringConvertible {
        /// What was said.
        public let diagnostics: [Diagnostic]

        /// From what was said.
        public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

        /// One line for each.
        public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
    }

    /// The top of an edition; `rest` stands beneath it.
    ///
    /// - Parameters:
    ///   - rest: The keys beneath, without indentation.
    ///   - head: Lines that take the place of those with the same key.
    /// - Returns: The whole edition.
    public static func edition(_ rest: String, head: [String: String] = [:]) -> String {
        let lines: [(key: String, value: String)] = [
            ("apparatus", "1"), ("methodology", "bench"), ("edition", "\"1\""),
            ("status", "proposed"), ("in-force", "{from: 2020-01-01}"),
            ("applies-to", "[ministry, agency]"), ("period", "{form: year, column: period}"),
            ("arithmetic", "decimal"), ("scale", "{min: 0, max: 100}"), ("rounding", "none"),
        ]
        return lines.map { "\($0.key): \(head[$0.key] ?? $0.value)\n" }.joined() + rest + "\n"
    }

    /// Compiles an edition of one file.
    public static func plan(_ edition: String) throws -> Plan {
        let (plan, log) = EditionReader.read(from: MemorySource(["edition.yaml": edition]))
        guard let plan else { throw Refused(diagnostics: log.entries) }
        return plan
    }

    /// Reads evidence from tables as CSV.
    ///
    /// - Parameters:
    ///   - tables: CSV by name; `bodies`, `inputs`, `decisions`, `reforms`, `measures` and `plan`
    ///     are roles, the others records.
    ///   - plan: What the evidence has to follow.
    ///   - inputs: More tables of inputs by name.
    ///   - package: Members of the data package's own part besides methodology and status.
    ///   - status: How far everything was checked.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: The typed evidence.
    /// - Throws: ``Refused`` with everything that is wrong.
    public static func evidence(
        _ tables: [String: String], for plan: Plan, inputs: [String: String] = [:],
        package: String = "", status: String = "verified", threads: Int? = nil
    ) throws -> Evidence {
        let tables = tables.merging(inputs) { first, _ in first }
        let markers = "\"markers\": {\"not-applicable\": [\"NA\"], \"withheld\": [\"WH\"]}"
        let resources = tables.keys.sorted().map { name in
            let role =
                switch name {
                case "bodies": "\"role\": \"bodies\""
                case "decisions", "reforms", "measures", "plan": "\"role\": \"\(name)\""
                case _ where name == "inputs" || inputs.keys.contains(name):
                    "\"role\": \"inputs\", \"shape\": \"wide\", \(markers)"
                default: "\"role\": \"records\", \"table\": \"\(name)\", \(markers)"
                }
            return "{\"name\": \"\(name)\", \"path\": \"\(name).csv\", \"apparatus\": {\(role)}}"
        }
        let own = "\"methodology\": \"bench/1\", \"status\": \"\(status)\"\(package)"
        var files = Dictionary(uniqueKeysWithValues: tables.map { ("\($0.key).csv", $0.value) })
        files["datapackage.json"] = """
            {"name": "bench", "apparatus": {\(own)}, "resources": [\(resources.joined(separator: ", "))]}
            """
        let source = MemorySource(files)
        let (package, log) = DataPackage.read(from: source)
        guard let package else { throw Refused(diagnostics: log.entries) }
        let read = EvidenceReader.read(package, from: source, schema: plan.schema, threads: threads)
        guard let evidence = read.evidence else { throw Refused(diagnostics: read.log.entries) }
        return evidence
    }

    /// Reads, compiles and assesses.
    public static func assess(
        _ edition: String, _ tables: [String: String],
        options: Assessment.Options = Assessment.Options()
    ) throws -> Assessment {
        let plan = try plan(edition)
        let evidence = try evidence(tables, for: plan)
        let (assessment, log) = Assessment.make(plan, evidence, options: options)
        guard let assessment else { throw Refused(diagnostics: log.entries) }
        return assessment
    }

    /// Assesses one ministry `a` in 2024 with inputs as `id=text`, blanks as `id=`.
    public static func assess(_ edition: String, inputs: String...) throws -> Assessment {
        let pairs = inputs.map { input -> (String, String) in
            let parts = input.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        let heading = (["body", "period"] + pairs.map(\.0)).joined(separator: ",")
        let row = (["a", "2024"] + pairs.map(\.1)).joined(separator: ",")
        return try assess(
            edition,
            ["bodies": "id,kind\na,ministry\n", "inputs": "\(heading)\n\(row)\n"])
    }
}

extension Assessment {
    /// The unit of a body and a period by their ids.
    public func unit(_ body: String = "a", _ period: String = "2024") throws -> Int {
        guard let position = evidence.bodies.firstIndex(where: { $0.id == body }),
            let time = evidence.periods.firstIndex(where: { $0.description == period })
        else { throw Workbench.Refused(diagnostics: []) }
        return unit(body: position, period: time)
    }

    /// The position of a node by its id.
    public func position(_ node: String) throws -> Int {
        guard let position = plan.node(node) else { throw Workbench.Refused(diagnostics: []) }
        return position
    }

    /// What came out, as in `80`, `80 filled`, `missing`.
    public func result(
        _ node: String, _ body: String = "a", _ period: String = "2024"
    ) throws -> String {
        let computation = computation(of: try position(node), at: try unit(body, period))
        guard let score = computation.outcome.score else {
            return computation.outcome.state.rawValue
        }
        return computation.outcome.isFilled ? "\(score) filled" : score.description
    }

    /// What came out of a node with a grade, as in `B+`, `D filled`, `missing`.
    public func grade(
        _ node: String, _ body: String = "a", _ period: String = "2024"
    ) throws -> String {
        let (position, unit) = (try position(node), try unit(body, period))
        let outcome = computation(of: position, at: unit).outcome
        guard let grade = grade(of: position, at: unit) else { return outcome.state.rawValue }
        return outcome.isFilled ? "\(grade) filled" : grade
    }

    /// As in `D … B+`; `none` when the node is not applicable.
    public func gradeBounds(
        _ node: String, _ body: String = "a", _ period: String = "2024"
    ) throws -> String {
        let rule = plan.nodes[try position(node)]
        let bounds = columns[try position(node)]?.bounds(at: try unit(body, period))
        return bounds.map { "\(rule.text($0.lower)) … \(rule.text($0.upper))" } ?? "none"
    }

    /// Why it came out, as the reason's case.
    public func reason(
        _ node: String, _ body: String = "a", _ period: String = "2024"
    ) throws -> Reason? {
        computation(of: try position(node), at: try unit(body, period)).outcome.reason
    }

    /// As in `40 … 90`; `none` when the node is not applicable.
    public func bounds(
        _ node: String, _ body: String = "a", _ period: String = "2024"
    ) throws -> String {
        let column = columns[try position(node)]
        let bounds = column?.bounds(at: try unit(body, period))
        return bounds.map { "\($0.lower) … \($0.upper)" } ?? "none"
    }
}
