public import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
public import Files
internal import Foundation
public import Methodology
public import Scoring

/// The shipped editions and workspaces, read from the project's folder.
public enum Examples {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of a workspace, as in `teaching`.
    public static func folder(_ workspace: String) throws -> Folder {
        Folder(root.appending(path: "examples/\(workspace)").path)
    }

    /// A shipped edition, as in `teaching/2025`.
    public static func plan(_ edition: String) throws -> Plan {
        let folder = Folder(root.appending(path: "methodologies/\(edition)").path)
        let (plan, log) = EditionReader.read(from: folder)
        guard let plan else { throw Workbench.Refused(diagnostics: log.entries) }
        return plan
    }

    /// A shipped edition with `arithmetic: decimal`, whatever it says.
    public static func exactPlan(_ edition: String) throws -> Plan {
        let folder = root.appending(path: "methodologies/\(edition)")
        var files: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".yaml") {
            files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .replacing("arithmetic: double", with: "arithmetic: decimal")
        }
        let (plan, log) = EditionReader.read(from: MemorySource(files))
        guard let plan else { throw Workbench.Refused(diagnostics: log.entries) }
        return plan
    }

    /// A workspace assessed by an edition; what is there for its other methodologies is left out.
    public static func assess(
        _ workspace: String, by edition: String, threads: Int? = nil
    ) throws -> Assessment {
        try assess(workspace, by: try plan(edition), threads: threads)
    }

    /// A workspace assessed by a plan, with other numbers than the edition's where they are given.
    public static func assess(
        _ workspace: String, by plan: Plan, threads: Int? = nil, arithmetic: NumberKind? = nil
    ) throws -> Assessment {
        let folder = try folder(workspace)
        let (package, log) = DataPackage.read(from: folder)
        guard let package else { throw Workbench.Refused(diagnostics: log.entries) }
        let read = EvidenceReader.read(
            package, from: folder, schema: plan.schema, share: try share(of: package, plan),
            threads: threads)
        guard let evidence = read.evidence else {
            throw Workbench.Refused(diagnostics: read.log.entries)
        }
        var options = Assessment.Options()
        options.threads = threads
        options.arithmetic = arithmetic
        options.isByOwner = package.isOwner
        let made = Assessment.make(plan, evidence, options: options)
        guard let assessment = made.assessment else {
            throw Workbench.Refused(diagnostics: made.log.entries)
        }
        return assessment
    }

    /// What a plan reads of a workspace that serves several methodologies.
    private static func share(of package: DataPackage, _ plan: Plan) throws -> EvidenceShare {
        guard package.methodologies.count > 1 else { return .whole }
        let others = try package.methodologies.flatMap { try plans(of: $0.methodology) }
            .filter { $0.identity.name != plan.identity.name }
        let kinds = Set(others.flatMap(\.identity.kinds)).subtracting(plan.identity.kinds)
        return EvidenceShare(
            others: others.map(\.schema), kinds: nil, judged: nil, leaving: kinds,
            leavesDecisions: true)
    }

    /// A shipped edition, or all of a shipped methodology.
    private static func plans(of named: DataPackage.Methodology) throws -> [Plan] {
        guard case .shipped(let methodology, let edition) = named else { return [] }
        if let edition { return [try plan("\(methodology)/\(edition)")] }
        let folder = root.appending(path: "methodologies/\(methodology)").path
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { !$0.contains(".") }.map { try plan("\(methodology)/\($0)") }
    }

    /// A table whose cells hold no line ends, as rows by heading.
    public static func rows(_ bytes: [UInt8]) -> [[String: String]] {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { cells(of: $0) }
        return lines.dropFirst().map { cells in
            Dictionary(zip(lines.first ?? [], cells)) { first, _ in first }
        }
    }

    /// Every second piece between quotes stood within quotes.
    private static func cells(of line: Substring) -> [String] {
        let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
        var cells = [""]
        for (index, piece) in pieces.enumerated() {
            guard index.isMultiple(of: 2) else {
                cells[cells.count - 1] += piece
                continue
            }
            let parts = piece.split(separator: ",", omittingEmptySubsequences: false)
            cells[cells.count - 1] += parts[0]
            cells += parts.dropFirst().map(String.init)
        }
        return cells
    }

    /// The published or derived results of a workspace.
    public static func expected(_ workspace: String) throws -> [[String: String]] {
        rows(try folder(workspace).bytes(of: "expected.csv", limit: 1 << 20))
    }
}
