import Commands
import Foundation
import Testing
import TestSupport

struct LenientTests {
    /// The teaching workspace with some rows that are wrong, in a folder of its own.
    private static func inDamagedWorkspace<T>(_ work: (String) throws -> T) throws -> T {
        try Project.inTemporaryFolder { folder in
            let workspace = folder + "/w"
            try FileManager.default.copyItem(
                atPath: Project.path("examples/teaching"), toPath: workspace)
            try Project.change(workspace + "/requests.csv") { text in
                text.replacingOccurrences(of: "R24-2,9,Y", with: "R24-2,nine,Y")
                    + "rivers,2024,R24-1,4,Y\nharbours,2024,H24-1,4,Y\n"
            }
            try Project.change(workspace + "/inputs.csv") { text in
                text.replacingOccurrences(of: "bridges,2024,12,", with: "bridges,2024,a dozen,")
            }
            return try work(folder)
        }
    }

    private static func request(_ folder: String, period: String? = "2024") -> Workspace.Request {
        Workspace.Request(
            folder: folder + "/w", period: period, rejects: folder + "/rejects.csv")
    }

    @Test func `rows with errors are left out, written to a file and told everywhere`() throws {
        try Self.inDamagedWorkspace { folder in
            let request = Self.request(folder)
            let answers = [
                Check.answer(
                    Check.Request(request.folder, rejects: request.rejects), .none),
                Assess.answer(Assess.Request(request), .none),
                Status.answer(Status.Request(request), .none),
                Explain.answer(Explain.Request(request, body: "rivers"), .none),
                Findings.answer(request, isFailing: false, .none),
            ]
            let told = answers.map(\.transcript).joined(separator: "\n")
                .replacingOccurrences(of: folder, with: "F")
            expectGolden(told, "lenient.txt")
            let rejects = try String(contentsOfFile: folder + "/rejects.csv", encoding: .utf8)
            expectGolden(rejects, "lenient-rejects.csv.txt")
        }
    }

    @Test func `no body is official where rows were rejected, in CSV and JSON`() throws {
        try Self.inDamagedWorkspace { folder in
            let request = Self.request(folder, period: nil)
            let csv = Assess.answer(Assess.Request(request, to: .csv), .none)
            #expect(!csv.output.text.contains(",true,"))
            #expect(csv.output.text.contains("lighthouses,total,2025"))
            #expect(csv.messages.text.contains("warning: 4 rows of 2 files were rejected"))
            let json = Assess.answer(Assess.Request(request, to: .json), .none)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(json.output.bytes)) as? [String: Any])
            let evidence = try #require(object["evidence"] as? [String: Any])
            let rejects = try #require(evidence["rejects"] as? [String: Any])
            #expect(rejects["rows"] as? Int == 4)
            #expect(!json.output.text.contains("\"official\": true"))
        }
    }

    @Test func `where nothing is wrong the results are those of a strict run`() throws {
        try Project.inTemporaryFolder { folder in
            var request = Project.workspace("teaching")
            let strict = Assess.answer(Assess.Request(request, to: .csv), .none)
            request.rejects = folder + "/rejects.csv"
            let lenient = Assess.answer(Assess.Request(request, to: .csv), .none)
            #expect(lenient.output.bytes == strict.output.bytes)
            #expect(lenient.messages.text == "No row was rejected\n")
            let rejects = try String(contentsOfFile: folder + "/rejects.csv", encoding: .utf8)
            #expect(rejects == "file,row,field,code,reason,help,text\n")
        }
    }

    @Test func `a file that results rest on is not written over`() throws {
        try Self.inDamagedWorkspace { folder in
            var request = Self.request(folder)
            request.rejects = request.folder + "/inputs.csv"
            let inputs = try String(contentsOfFile: request.folder + "/inputs.csv", encoding: .utf8)
            let answer = Assess.answer(Assess.Request(request), .none)
            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("Name another file with --rejects"))
            #expect(
                try String(contentsOfFile: request.folder + "/inputs.csv", encoding: .utf8)
                    == inputs)
            request.rejects = folder + "/out.csv"
            let same = Assess.answer(
                Assess.Request(request, to: Destination(file: folder + "/out.csv")), .none)
            #expect(same.status == .wrongCommand)
            let edition = Check.answer(Check.Request("teaching/2025", rejects: "x.csv"), .none)
            #expect(edition.status == .wrongCommand)
        }
    }

    @Test func `an explanation says that the row was rejected`() throws {
        try Self.inDamagedWorkspace { folder in
            let answer = Explain.answer(
                Explain.Request(Self.request(folder), body: "bridges", node: "turnover"), .none)
            #expect(
                answer.output.text.contains("headcount = [not known]: rejected, inputs.csv row 4"),
                "\(answer.output.text)")
        }
    }

    @Test func `a file of rejects that cannot be is refused by its own option`() throws {
        try Self.inDamagedWorkspace { folder in
            let told = [
                folder + "/nowhere/x.csv": "Make it, or name another file with --rejects",
                folder: "is a folder — help: Write a file's name after --rejects",
            ]
            for (path, words) in told {
                let answer = Check.answer(Check.Request(folder + "/w", rejects: path), .none)
                #expect(answer.status != .done)
                #expect(answer.transcript.contains(words), "\(answer.transcript)")
                #expect(!answer.transcript.contains("Next:"))
            }
        }
    }

    /// The heading is wrong, so that no row can be told from another.
    @Test func `what is wrong with a whole file is refused`() throws {
        try Self.inDamagedWorkspace { folder in
            let request = Self.request(folder)
            try Project.change(request.folder + "/inputs.csv") { text in
                text.replacingOccurrences(of: "headcount", with: "head")
            }
            let answer = Assess.answer(Assess.Request(request), .none)
            #expect(answer.status == .wrongInput)
            #expect(answer.messages.text.contains("the heading \"head\" is not known"))
        }
    }

    /// Of three editions each judges its own rows; what one rejects is there for none of them.
    @Test func `what one edition rejects the others leave out as well`() throws {
        try Project.inTemporaryFolder { folder in
            let workspace = folder + "/w"
            try FileManager.default.copyItem(
                atPath: Project.fixture("editions"), toPath: workspace)
            try Project.change(workspace + "/inputs.csv") { text in
                text + "bridges,2024,1,2\n"
            }
            let request = Workspace.Request(
                folder: workspace, rejects: folder + "/rejects.csv")
            let answer = Assess.answer(Assess.Request(request, to: .csv), .none)
            #expect(answer.status == .done, "\(answer.messages.text)")
            let rejects = try String(contentsOfFile: folder + "/rejects.csv", encoding: .utf8)
            #expect(rejects.split(separator: "\n").count == 2, "\(rejects)")
        }
    }

    @Test func `rejects never take the place of what results are compared with`() throws {
        try Self.inDamagedWorkspace { folder in
            let results = folder + "/earlier.csv"
            let written = Assess.answer(
                Assess.Request(
                    Workspace.Request(folder: Project.path("examples/teaching")),
                    to: Destination(file: results)),
                .none)
            #expect(written.status == .done)
            let before = try String(contentsOfFile: results, encoding: .utf8)
            var request = Assess.Request(Self.request(folder), changedFrom: results)
            request.workspace.rejects = results
            let answer = Assess.answer(request, .none)
            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("Name another file with --rejects"))
            #expect(try String(contentsOfFile: results, encoding: .utf8) == before)
        }
    }

    /// A later row of another kind once hid which edition reads the rows of a body.
    @Test func `a body that stands twice keeps the kind of the row that is not rejected`() throws {
        func edition(_ name: String, _ year: Int) -> String {
            """
            apparatus: 1
            methodology: t
            edition: "\(name)"
            status: restated
            applies-to: [ministry, agency]
            in-force: {from: \(year)-01-01, to: \(year)-12-31}
            period: {form: year}
            scale: {min: 0, max: 100}
            rounding: none
            inputs: {a: {type: number, min: \(name), max: 9}}
            scorecard: {id: total, value: a, score: as-is}

            """
        }
        try Project.inTemporaryFolder { folder in
            let files = [
                "m/1/edition.yaml": edition("1", 2023), "m/2/edition.yaml": edition("2", 2024),
                "bodies.csv": "id,kind\nq,agency\np,ministry\np,agency\n",
                "inputs.csv": "body,period,a\nq,2024,5\np,2024,1000\np,2024,3\n",
                "datapackage.json": """
                {"apparatus": {"methodology": "./m", "status": "reported"}, "resources": [
                  {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
                  {"name": "inputs", "path": "inputs.csv",
                   "apparatus": {"role": "inputs", "shape": "wide"}}]}
                """,
            ]
            for (name, text) in files {
                let path = folder + "/w/" + name
                try FileManager.default.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent,
                    withIntermediateDirectories: true)
                try text.write(toFile: path, atomically: true, encoding: .utf8)
            }
            let answer = Assess.answer(
                Assess.Request(Self.request(folder), to: .csv), .none)
            #expect(answer.output.text.contains("t,2,p,total,2024,score,3,3,"))
            let rejects = try String(contentsOfFile: folder + "/rejects.csv", encoding: .utf8)
            #expect(rejects.contains("bodies.csv,4,"))
            #expect(rejects.contains("inputs.csv,3,"))
            #expect(rejects.split(separator: "\n").count == 3)
        }
    }
}
