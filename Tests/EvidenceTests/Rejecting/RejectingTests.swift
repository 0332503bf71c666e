import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Evidence

@Suite struct RejectingTests {
    private typealias Read = (evidence: Evidence?, log: DiagnosticLog, rejects: Rejects)

    private func read(
        _ files: [String: String], threads: Int? = nil, piece: Int? = nil
    ) throws -> Read {
        let source = MemorySource(files)
        let package = try #require(DataPackage.read(from: source).package)
        var limits = CSVLimits()
        if let piece { limits.piece = piece }
        let read = EvidenceReader.readRejecting(
            package, from: source, editions: [(Example.schema, .whole)], threads: threads,
            limits: limits)
        return (read.evidence[0].evidence, read.evidence[0].log, read.rejects)
    }

    /// As in `inputs.csv 3 staff value.not-a-number reason | text`.
    private func lines(_ rejects: Rejects) -> String {
        rejects.rows.map { row in
            "\(row.code) \(row.file) row \(row.row) \(row.field ?? "-"): \(row.reason) — "
                + "\(row.help)\n  \(row.text)\n"
        }.joined()
    }

    @Test func `a sound workspace loses nothing`() throws {
        let read = try read(Example.files)

        #expect(read.rejects.count == 0)
        #expect(read.evidence?.rejects?.count == 0)
        #expect(read.evidence?.hash == Example.read().evidence?.hash)
        #expect(Example.read().evidence?.rejects == nil)
    }

    @Test func `each row says what is wrong, and which other row that goes back to`() throws {
        let files = Example.changing([
            "bodies.csv": Example.bodies + "Roads,agency,Twin,,,,,,\nshop,agency,,,,,2020,,\n"
                + "ring,agency,,,ring,,,,\nchild,agency,,,ring,,,,\n",
            "inputs.csv": Example.inputs
                + "shop,2022-23,1,,,,,,\nhealth,2023-24,130,,,,,,\nroads,2022-23,1.5,x,2,,,,\n"
                + "roads,2022-23,1\nroads,202x,1,,,,,,\n",
            "data/services.csv": Example.services
                + "health,2022-23,s3,ignored,MAYBE,,,\"a\nb\",\nhealth,2022-23,s1,ignored,Y,,,,\n",
            "data/standards.csv": Example.standards
                + "health,2022-23,s3,a,,1,,,\nhealth,2022-23,s9,a,,1,,,\nshop,2022-23,s1,a,,1,,,\n",
        ])
        let read = try read(files)

        expectGolden(lines(read.rejects), "rejects.txt")
        #expect(
            read.rejects.counts == [
                "bodies.csv": 4, "inputs.csv": 5, "data/services.csv": 2, "data/standards.csv": 3,
            ])
        #expect(
            read.evidence?.hash
                == Example.read(
                    Example.changing([
                        "bodies.csv": Example.bodies
                    ])
                ).evidence?.hash)
    }

    @Test func `what is wrong with a whole file is refused all the same`() throws {
        let long = (0..<40).map { "b\($0),agency,,,b\($0 + 1),,,,\n" }.joined()
        let cases: [(name: String, files: [String: String])] = [
            ("a heading", ["inputs.csv": "body,fiscal_yr,staf\nhealth,2022-23,x\n"]),
            ("a quote", ["inputs.csv": "body,fiscal_yr,staff\nhealth,2022-23,\"1\nx\n"]),
            ("no body is left", ["bodies.csv": "id,kind\n,ministry\n"]),
            ("a chain of parents that begins nowhere", ["bodies.csv": Example.bodies + long]),
        ]
        let told = try cases.map { name, files in
            let read = try read(Example.changing(files))
            #expect(read.evidence == nil, "\(name)")
            return "# \(name)\n" + read.log.entries.map { "\($0.code) \($0)\n" }.joined()
        }
        expectGolden(told.joined(), "refused-rejecting.txt")
    }

    @Test func `of very many rows the first are held and all are counted`() throws {
        let rows = Rejects.kept + 500
        let bad = (0..<rows).map { "health,2022-23,n\($0),x,Q,,,,\n" }.joined()
        let twice = String(repeating: "health,2022-23,s1,x,Y,,,,\n", count: 300)
        let read = try read(
            Example.changing(["data/services.csv": Example.services + bad + twice]))

        #expect(read.rejects.count == rows + 300)
        #expect(read.rejects.rows.count == Rejects.kept)
        #expect(read.rejects.rows.last?.row == Rejects.kept + 5)
        #expect(read.evidence?.hash == Example.read().evidence?.hash)
    }

    /// Rows of the example that nothing else needs, and those that need them.
    private struct Damage {
        var files = Example.files.mapValues { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
                String.init)
        }
        /// The rows that are wrong, by file.
        var wrong: [String: Set<Int>] = [:]
    }

    /// Damages rows at random; says which are to be rejected, and what is left without them.
    private func damaged(_ random: inout SeededGenerator) -> (files: [String: String], Damage) {
        var damage = Damage()
        // A record within quotes fills two lines: it is left as it is, further down.
        damage.files["data/services.csv"]?.removeSubrange(1...2)
        damage.files["data/standards.csv"]?.removeAll { $0.hasPrefix("labs") }
        for number in 0..<Int.random(in: 5...30, using: &random) {
            damage.files["inputs.csv"]?.append(
                "roads,\(2000 + number)-\(number < 9 ? "0" : "")\(number + 1),5,,,,,,")
            damage.files["data/services.csv"]?.append("health,2023-24,x\(number),n,Y,,,,")
            for standard in 0..<3 {
                damage.files["data/standards.csv"]?
                    .append("health,2023-24,x\(number),s\(standard),,0.5,,,")
            }
        }
        var sound = damage.files
        var gone: Set<String> = []
        for file in ["inputs.csv", "data/services.csv", "data/standards.csv"] {
            for index in (damage.files[file] ?? []).indices.dropFirst()
            where Int.random(in: 0..<4, using: &random) == 0 {
                let line = damage.files[file]?[index] ?? ""
                var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                    .map(String.init)
                guard !line.contains("\"") else { continue }
                switch Int.random(in: 0..<6, using: &random) {
                case 0: cells[0] = "nobody"
                case 1: cells[1] = "2022/24"
                case 2: cells.append("more")
                case 3: cells = [String](repeating: "", count: cells.count)
                case 4: cells[0] = ""
                default: cells[file == "inputs.csv" ? 2 : file == "data/services.csv" ? 4 : 5] = "?"
                }
                damage.files[file]?[index] = cells.joined(separator: ",")
                damage.wrong[file, default: []].insert(index + 1)
                sound[file]?[index] = ""
                if file == "data/services.csv" {
                    gone.insert(line.split(separator: ",").prefix(3).joined(separator: ","))
                }
            }
            // A later row with the key of a sound one.
            for line in (sound[file] ?? []).dropFirst()
            where !line.isEmpty && !line.contains("\"")
                && Int.random(in: 0..<8, using: &random) == 0
            {
                damage.files[file]?.append(line)
                damage.wrong[file, default: []].insert(damage.files[file]?.count ?? 0)
            }
        }
        let standards = damage.files["data/standards.csv"] ?? []
        for index in standards.indices {
            let parent = standards[index].split(separator: ",").prefix(3).joined(separator: ",")
            guard gone.contains(parent) else { continue }
            damage.wrong["data/standards.csv", default: []].insert(index + 1)
            if index < sound["data/standards.csv"]?.count ?? 0 {
                sound["data/standards.csv"]?[index] = ""
            }
        }
        let files = sound.mapValues { lines in
            lines.enumerated().filter { $0.offset == 0 || !$0.element.isEmpty }
                .map { $0.element + "\n" }.joined()
        }
        return (files.merging(["datapackage.json": Example.descriptor]) { $1 }, damage)
    }

    @Test func `what is left is the workspace without the damaged rows`() throws {
        var random = SeededGenerator.fresh(71)
        for round in 0..<150 {
            let (sound, damage) = damaged(&random)
            var files = damage.files.mapValues { $0.map { $0 + "\n" }.joined() }
            files["datapackage.json"] = Example.descriptor

            let strict = Example.read(sound)
            let read = try read(
                files, threads: round % 3 + 1, piece: [1 << 20, 64, 200][round % 3])

            let seen = "seed \(random.seed), round \(round)"
            #expect(strict.log.entries.isEmpty, "\(seen)")
            #expect(read.log.entries.isEmpty, "\(seen)")
            #expect(read.evidence?.hash == strict.evidence?.hash, "\(seen)")
            for (file, rows) in damage.wrong {
                let told = read.rejects.rows.filter { $0.file == file }
                #expect(Set(told.map(\.row)) == rows, "\(seen), \(file)")
                #expect(
                    told.allSatisfy { !$0.reason.isEmpty && !$0.help.isEmpty && $0.text != "…" })
            }
            #expect(
                read.rejects.count == damage.wrong.values.reduce(0) { $0 + $1.count }, "\(seen)")
        }
    }

    @Test func `damaged files are refused or read without rows, and the same on any threads`()
        throws
    {
        var random = SeededGenerator.fresh(72)
        let names = ["bodies.csv", "inputs.csv", "data/services.csv", "data/standards.csv"]
        for _ in 0..<400 {
            var files = Example.files
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let name = names[Int.random(in: 0..<names.count, using: &random)]
                var text = Array((files[name] ?? "").unicodeScalars)
                let index = Int.random(in: 0..<text.count, using: &random)
                let letter =
                    Array("\",\n-.059eXN".unicodeScalars)
                    .randomElement(using: &random) ?? ","
                if Bool.random(using: &random) {
                    text[index] = letter
                } else {
                    text.insert(letter, at: index)
                }
                files[name] = String(String.UnicodeScalarView(text))
            }

            let one = try read(files, threads: 1, piece: 32)
            let two = try read(files, threads: 2)

            #expect((one.evidence == nil) == one.log.hasErrors, "seed \(random.seed)")
            #expect(one.evidence?.hash == two.evidence?.hash, "seed \(random.seed)")
            #expect(one.rejects.rows == two.rejects.rows, "seed \(random.seed)")
        }
    }
}
