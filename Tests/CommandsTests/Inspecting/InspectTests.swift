import Commands
import Foundation
import TestSupport
import Testing

/// `apparatus inspect`, and what comes of its descriptors.
struct InspectTests {
    private static func answer(
        _ files: [String], methodology: String? = nil, file: String? = nil, isJSON: Bool = false
    ) -> Answer {
        Inspect.answer(
            Inspect.Request(files, methodology: methodology, file: file, isJSON: isJSON), .none)
    }

    /// The results as CSV without what the status of the evidence decides.
    private static func results(_ folder: String, period: String? = nil) throws -> [String] {
        let answer = Assess.answer(
            Assess.Request(Workspace.Request(folder: folder, period: period), to: .csv), .none)
        try #require(answer.status == .done, "\(answer.messages.text)")
        return answer.output.text.split(separator: "\n").map {
            $0.replacingOccurrences(of: ",true,", with: ",").replacingOccurrences(
                of: ",false,", with: ",")
        }
    }

    private static let handedIn = ["bodies.csv", "figures_2024.csv", "requests.csv"]

    @Test func `what a ministry handed in becomes a workspace without an edit`() throws {
        try Project.inTemporaryFolder { folder in
            for file in Self.handedIn {
                try FileManager.default.copyItem(
                    atPath: Project.fixture("inspected/\(file)"), toPath: "\(folder)/\(file)")
            }
            let files = Self.handedIn.map { "\(folder)/\($0)" }
            let descriptor = "\(folder)/datapackage.json"
            let answer = Self.answer(files, methodology: "teaching/2025", file: descriptor)
            #expect(answer.status == .done)
            #expect(answer.output.text.contains("Wrote \(descriptor)\n"))
            let results = try Self.results(folder)
            #expect(
                results == (try Self.results(Project.path("examples/teaching"), period: "2024")))

            // A descriptor that somebody edited stays.
            let again = Self.answer(files, methodology: "teaching/2025", file: descriptor)
            #expect(again.status == .wrongCommand)
            #expect(again.messages.text.contains("there is already something at"))
        }
    }

    @Test func `what is found in it is as recorded`() {
        let files = Self.handedIn.map { Project.fixture("inspected/\($0)") }
        let answer = Self.answer(files, methodology: "teaching/2025")
        expectGolden(answer.transcript, "inspect-teaching.txt")
        let plain = Self.answer([files[1]])
        expectGolden(plain.transcript, "inspect-figures.txt")
    }

    /// How the twin of an example is written.
    enum Writing: CaseIterable {
        case utf16
        case western
        case semicolons
        case tabs

        func data(_ rows: [[String]]) throws -> Data {
            switch self {
            case .utf16: try Data([0xFE, 0xFF]) + data(rows, ",", .utf16BigEndian)
            case .western: try data(western(rows), ";", .windowsCP1252)
            case .semicolons:
                try data(rows.map { $0.prefix(2) + $0.dropFirst(2).map(comma) }, ";", .utf8)
            case .tabs: try data([["A table of an office"]] + rows, "\t", .utf8)
            }
        }

        /// The columns that the encoding can write: no titles in Cyrillic.
        private func western(_ rows: [[String]]) -> [[String]] {
            let columns = (rows.first ?? []).indices.filter { column in
                rows.allSatisfy { $0[column].canBeConverted(to: .windowsCP1252) }
            }
            return rows.map { row in columns.map { row[$0] } }
        }

        private func comma(_ cell: String) -> String {
            cell.wholeMatch(of: /-?\d+\.\d+/) == nil
                ? cell : cell.replacingOccurrences(of: ".", with: ",")
        }

        private func data(
            _ rows: [[String]], _ separator: String, _ encoding: String.Encoding
        ) throws -> Data {
            let lines = rows.map { row in
                row.map { cell in
                    cell.contains(separator) || cell.contains("\"") ? "\"\(cell)\"" : cell
                }.joined(separator: separator)
            }
            return try #require(lines.joined(separator: "\r\n").data(using: encoding))
        }
    }

    /// The rows of a table whose quoted cells hold neither quotes nor line ends.
    private static func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            var cells = [""]
            let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
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
    }

    @Test(
        arguments: [
            ("teaching", "teaching/2025", ["bodies.csv", "inputs.csv", "requests.csv"]),
            ("incise", "incise/2019", ["bodies.csv", "inputs.csv"]),
            (
                "ca-service-maf", "ca-service-maf/2023-24",
                ["bodies.csv", "services.csv", "standards.csv"]
            ),
        ], Writing.allCases)
    func `twins of the examples are read by the descriptor that is proposed`(
        example: (name: String, edition: String, files: [String]), writing: Writing
    ) throws {
        try Project.inTemporaryFolder { folder in
            for file in example.files {
                let text = try String(
                    contentsOfFile: Project.path("examples/\(example.name)/\(file)"),
                    encoding: .utf8)
                try writing.data(Self.rows(text)).write(to: URL(filePath: "\(folder)/\(file)"))
            }
            let answer = Self.answer(
                example.files.map { "\(folder)/\($0)" }, methodology: example.edition,
                file: "\(folder)/datapackage.json")
            #expect(answer.status == .done, "\(answer.messages.text)")
            let twin = try Self.results(folder)
            let shipped = try Self.results(Project.path("examples/\(example.name)"))
            #expect(twin == shipped)
        }
    }

    @Test func `json is the descriptor alone`() throws {
        let answer = Self.answer(
            [Project.fixture("inspected/figures_2024.csv")], methodology: "teaching/2025",
            isJSON: true)
        let object = try JSONSerialization.jsonObject(with: Data(answer.output.bytes))
        let package = try #require(object as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.map { $0["path"] as? String } == ["bodies.csv", "figures_2024.csv"])
    }

    @Test func `what is no table is refused by name`() throws {
        try Project.inTemporaryFolder { folder in
            let pipe = "\(folder)/pipe.csv"
            let made = unsafe mkfifo(pipe, 0o600)
            #expect(made == 0)
            let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
            try Data(noise).write(to: URL(filePath: "\(folder)/noise.csv"))
            try Data([0x50, 0x4B, 3, 4] + Array("xl/workbook.xml".utf8)).write(
                to: URL(filePath: "\(folder)/book.csv"))
            try Data(repeating: UInt8(ascii: "x"), count: 5 << 20).write(
                to: URL(filePath: "\(folder)/line.csv"))
            try Data("a,b\n1,2\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).write(
                to: URL(filePath: "\(folder)/unmarked.csv"))
            try Data().write(to: URL(filePath: "\(folder)/empty.csv"))
            for (file, words) in [
                ("pipe.csv", "it is not a file"), ("noise.csv", "the file is no text"),
                ("book.csv", "the file is a workbook (Excel, .xlsx), not CSV"),
                ("line.csv", "no line ends in the first 4194304 bytes"),
                ("unmarked.csv", "seems to be UTF-16 without a byte order mark"),
                ("empty.csv", "the file is empty"),
            ] {
                let answer = Self.answer(["\(folder)/\(file)"], methodology: "teaching/2025")
                #expect(answer.status == .wrongInput)
                #expect(answer.messages.text.hasPrefix("\(folder)/\(file): error: "))
                #expect(answer.messages.text.contains(words), "\(answer.messages.text)")
            }
            #expect(Self.answer(["/dev/zero"]).messages.text.hasPrefix("/dev/zero: error: "))
            #expect(Self.answer(["\(folder)/none.csv"]).status == .missing)
            #expect(Self.answer([folder]).messages.text.contains("is a folder"))
        }
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `what files of publishers hold is told`() throws {
        for (file, edition, holds) in [
            ("canada-services/input/services.csv", "ca-service-maf/2023-24", "records of services"),
            (
                "canada-services/input/service_standards.csv", "ca-service-maf/2023-24",
                "records of standards"
            ),
            (
                "canada-results/input/indicators_targets_actuals.csv", "ca-results/2016-17",
                "records of indicators"
            ),
        ] {
            try Project.inTemporaryFolder { folder in
                let path = "\(folder)/\(file.split(separator: "/").last ?? "")"
                try Data(Folders.sharedData(file)).write(to: URL(filePath: path))
                let answer = Self.answer([path], methodology: edition)
                #expect(answer.status == .done, "\(file): \(answer.messages.text)")
                #expect(answer.output.text.contains("It seems to hold \(holds)"), "\(file)")
            }
        }
    }
}
