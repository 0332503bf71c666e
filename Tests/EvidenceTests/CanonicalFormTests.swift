import Diagnostics
import Domain
import Evidence
import TestSupport
import Testing

@Suite struct CanonicalFormTests {
    /// The digest was made by sha256sum of GNU coreutils over `Golden/canonical-form.txt`,
    /// which was written by hand from the description of the form.
    @Test func `the hash is that of the form as it is described`() throws {
        let evidence = try #require(Example.read().evidence)

        #expect(
            evidence.hash == "1051564c51d203f77daeebfcee2357fd1b91af1b5ca2bb8d99c4bd2fbbdede80")
    }

    @Test func `shuffled rows and columns are the same evidence`() throws {
        let first = try #require(Example.read().evidence)
        var random = SeededGenerator.fresh(21)
        for _ in 0..<200 {
            var files = Example.files
            for name in files.keys.sorted() where name != "datapackage.json" {
                files[name] = files[name].map { shuffled($0, &random) }
            }

            let read = Example.read(files)

            let evidence = try #require(read.evidence, "seed \(random.seed)\n\(lines(read.log))")
            #expect(evidence.hash == first.hash, "seed \(random.seed)")
            #expect(inOrderOfIds(evidence) == inOrderOfIds(first), "seed \(random.seed)")
        }
    }

    @Test(arguments: [1, 2, 8])
    func `the number of threads changes nothing`(threads: Int) throws {
        let evidence = try #require(Example.read(threads: threads).evidence)

        #expect(evidence.hash == Example.read().evidence?.hash)
    }

    @Test func `a byte order mark and other line ends change nothing`() throws {
        var files = Example.files
        for (name, text) in files where name != "data/services.csv" {
            files[name] = "\u{feff}" + text.replacing("\n", with: "\r\n")
        }
        files["bodies.csv"]?.removeLast()

        #expect(Example.read(files).evidence?.hash == Example.read().evidence?.hash)
    }

    @Test(arguments: [
        ("inputs.csv", "1000000.50", "1000000.51"), ("inputs.csv", ",NA,", ",X,"),
        ("inputs.csv", "a.pdf", "b.pdf"), ("inputs.csv", "verified", "published"),
        ("inputs.csv", "Report, p. 4", "Report, p. 5"), ("inputs.csv", "adverse", "clean"),
        ("bodies.csv", "Labs", "Lab"), ("bodies.csv", ",small", ",smal"),
        ("bodies.csv", "2023-06-30", "2023-06-29"), ("bodies.csv", "Roads", ""),
        ("data/services.csv", "2020-02-29", "2020-02-28"), ("data/services.csv", "true", "false"),
        ("data/services.csv", ",é,", ",e,"), ("data/services.csv", "2021-22", "2020-21"),
        ("data/services.csv", ",N,", ",NA,"), ("data/standards.csv", ",a,0.9,0", ",c,0.9,0"),
        ("data/standards.csv", "0.999999999999999999", "1"),
        ("datapackage.json", #""source": "inventory""#, #""source": "other""#),
    ])
    func `every change of what is said changes the hash`(file: String, old: String, new: String) {
        let text = Example.files[file] ?? ""
        let changed = text.replacing(old, with: new)

        let read = Example.read(Example.changing([file: changed]))

        #expect(changed != text)
        #expect(read.evidence != nil)
        #expect(read.evidence?.hash != Example.read().evidence?.hash)
    }

    @Test func `texts cannot be moved from one field to the next`() {
        let schema = EvidenceSchema(
            periodForm: .year, periodColumn: "year",
            inputs: [
                Field(id: "a", type: .text, isOptional: true),
                Field(id: "b", type: .text, isOptional: true),
            ], tables: [])
        let descriptor = """
            {"apparatus": {"methodology": "a/b", "status": "published"}, "resources": [
            {"name": "b", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
            {"name": "i", "path": "i.csv", "apparatus": {"role": "inputs", "shape": "wide"}}]}
            """
        let hashes = ["x y,", "x,y", "x,", ",x", "1:x,", "x 0\ninput 1:b,"].map { cells in
            let quoted = cells.split(separator: ",", omittingEmptySubsequences: false)
                .map { "\"\($0)\"" }.joined(separator: ",")
            return Example.read(
                [
                    "datapackage.json": descriptor, "bodies.csv": "id,kind\nb,k\n",
                    "i.csv": "body,year,a,b\nb,2024,\(quoted)\n",
                ], schema: schema
            ).evidence?.hash
        }

        #expect(!hashes.contains(nil))
        #expect(Set(hashes).count == hashes.count)
    }

    /// The table with its rows and columns in another order.
    private func shuffled(_ text: String, _ random: inout SeededGenerator) -> String {
        let table = slowRecords(Array(text.utf8)) ?? []
        guard let heading = table.first else { return text }
        let columns = heading.indices.shuffled(using: &random)
        let rows = [heading] + table.dropFirst().shuffled(using: &random)
        return rows.map { row in
            columns.map { column in
                let field = String(decoding: row[column], as: UTF8.self)
                return "\"\(field.replacing("\"", with: "\"\""))\""
            }.joined(separator: ",") + "\n"
        }.joined()
    }

    /// All values as text, bodies by id, so that evidence can be compared without its hash.
    private func inOrderOfIds(_ evidence: Evidence) -> [String] {
        var told: [String] = []
        let order = evidence.bodies.indices.sorted {
            evidence.bodies[$0].id < evidence.bodies[$1].id
        }
        for period in evidence.periods.indices {
            for body in order {
                let unit = period * evidence.bodies.count + body
                for input in evidence.inputs {
                    told.append("\(input.column.presence(at: unit)) \(value(input.column, unit))")
                }
                for table in evidence.tables {
                    for record in table.unitOffsets[unit]..<table.unitOffsets[unit + 1] {
                        told.append("\(table.keys[record])")
                        for column in table.columns {
                            told.append("\(column.presence(at: record)) \(value(column, record))")
                        }
                    }
                }
            }
        }
        return told
    }

    private func value(_ column: Column, _ row: Int) -> String {
        switch column.values {
        case .numbers(let numbers): "\(numbers[row])"
        case .codes(let codes): "\(codes[row])"
        case .periods(let periods): "\(periods[row])"
        case .dates(let dates): "\(dates[row])"
        case .texts(let texts): texts[row]
        case .flags(let flags): "\(flags[row])"
        }
    }
}
