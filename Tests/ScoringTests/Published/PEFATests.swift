import AssessmentSupport
import Scoring
import Testing

/// Scores of indicators from those of their dimensions, as in PEFA 2016.
///
/// The conversion tables are to be verified against the Framework before any release of them.
///
/// - Source: PEFA Secretariat, Framework for assessing public financial management (2016), part 1,
///   scoring methods M1 and M2.
@Suite struct PEFATests {
    /// The M2 tables as they are printed: dimensions in any order, then the indicator.
    private static let tables = """
        DD D · DC D+ · DB C · DA C+ · CC C · CB C+ · CA B · BB B · BA B+ · AA A
        DDD D · DDC D+ · DDB D+ · DDA C · DCC D+ · DCB C · DCA C+ · DBB C+ · DBA B · DAA B · CCC C
        CCB C+ · CCA B · CBB B · CBA B · CAA B+ · BBB B · BBA B+ · BAA A · AAA A
        DDDD D · DDDC D · DDDB D+ · DDDA D+ · DDCC D+ · DDCB D+ · DDCA C · DDBB C · DDBA C+ · DDAA C+
        DCCC D+ · DCCB C · DCCA C+ · DCBB C+ · DCBA C+ · DCAA B · DBBB C+ · DBBA B · DBAA B · DAAA B+
        CCCC C · CCCB C+ · CCCA C+ · CCBB C+ · CCBA B · CCAA B · CBBB B · CBBA B · CBAA B+ · CAAA B+
        BBBB B · BBBA B+ · BBAA B+ · BAAA A · AAAA A
        """

    /// By the sorted letters of the dimensions.
    private static let converted: [String: String] = {
        var converted: [String: String] = [:]
        for row in tables.split(whereSeparator: { "·\n".contains($0) }) {
            let words = row.split(separator: " ").map(String.init)
            converted[String(words[0].sorted())] = words[1]
        }
        return converted
    }()

    private static func edition(_ aggregate: String) -> String {
        let rows = [2, 3, 4].map { size in
            let rows = converted.filter { $0.key.count == size }
                .map { "\($0.key.map(String.init).joined(separator: " ")): \($0.value)" }
            return "  m2-\(size): {rows: {\(rows.sorted().joined(separator: ", "))}}"
        }
        let lookups =
            aggregate.contains("lookup") ? "lookups:\n" + rows.joined(separator: "\n") : ""
        return Workbench.edition(
            """
            grades: {id: pefa, order: [D, D+, C, C+, B, B+, A]}
            inputs:
              a: {type: code, values: [A, B, C, D]}
              b: {type: code, values: [A, B, C, D]}
              c: {type: code, values: [A, B, C, D], optional: true}
              d: {type: code, values: [A, B, C, D], optional: true}
            scorecard:
              id: indicator
              aggregate: {\(aggregate)}
              nodes:
                - {id: "1", grade: {from: a}}
                - {id: "2", grade: {from: b}}
                - {id: "3", grade: {from: c}, missing: {rule: {grade: D, mark: "D*"}}}
                - {id: "4", grade: {from: d}, missing: {rule: {grade: D, mark: "D*"}}}
            \(lookups)
            """)
    }

    private static let policies = "not-applicable: redistribute, missing: refuse, excluded: refuse"

    /// Four dimensions of each body: all ways to have a grade, not to apply, or not to be known.
    private static let all: [[String]] = {
        var all: [[String]] = [[]]
        for dimension in 0..<4 {
            let blanks = dimension < 2 ? ["NA"] : ["NA", ""]
            all = all.flatMap { head in (["A", "B", "C", "D"] + blanks).map { head + [$0] } }
        }
        return all
    }()

    /// The grades that count: what is not applicable is dropped, what is not known is a D.
    private static func counted(_ dimensions: [String]) -> [String] {
        dimensions.filter { $0 != "NA" }.map { $0.isEmpty ? "D" : $0 }
    }

    private func assess(_ aggregate: String) throws -> Assessment {
        let numbered = Self.all.enumerated()
        return try Workbench.assess(
            Self.edition(aggregate),
            [
                "bodies": "id,kind\n" + numbered.map { "b\($0.offset),ministry\n" }.joined(),
                "inputs": "body,period,a,b,c,d\n"
                    + numbered.map {
                        "b\($0.offset),2024,\($0.element.joined(separator: ","))\n"
                    }.joined(),
            ])
    }

    @Test func `the tables are whole`() {
        #expect(Self.converted.count == 10 + 20 + 35)
    }

    @Test func `M2 looks the dimensions up, and drops those that do not apply`() throws {
        let made = try assess("lookup: {tables: [m2-2, m2-3, m2-4], \(Self.policies)}")

        var wrong: [String] = []
        for (body, dimensions) in Self.all.enumerated() {
            let letters = Self.counted(dimensions)
            let expected =
                letters.count == 1
                ? letters[0] : Self.converted[letters.joined().sorted().map(String.init).joined()]
            let found = made.grade(of: 0, at: body)
            if found != expected { wrong.append("\(dimensions): \(found ?? "none")") }
        }
        #expect(Self.all.count == 5 * 5 * 6 * 6)
        #expect(wrong == [])
    }

    @Test func `M1 takes the weakest, with a plus where another is higher`() throws {
        let made = try assess("weakest: {plus-when-another-is-higher: true, \(Self.policies)}")

        var wrong: [String] = []
        for (body, dimensions) in Self.all.enumerated() {
            let letters = Self.counted(dimensions)
            // Letters rise where grades fall.
            let expected = letters.max().map { Set(letters).count > 1 ? $0 + "+" : $0 }
            let found = made.grade(of: 0, at: body)
            if found != expected { wrong.append("\(dimensions): \(found ?? "none")") }
        }
        #expect(wrong == [])
    }

    @Test func `a D for want of information is marked at its dimension alone`() throws {
        let made = try assess("weakest: {plus-when-another-is-higher: true, \(Self.policies)}")
        let body = try #require(Self.all.firstIndex(of: ["A", "B", "", "A"]))

        #expect(made.grade(of: 3, at: body) == "D")
        #expect(made.mark(of: 3, at: body) == "D*")
        #expect(made.grade(of: 0, at: body) == "D+")
        #expect(made.mark(of: 0, at: body) == nil)
    }

    @Test(arguments: [
        // With a D as the third dimension DBAA is a B, with an A BAAA is an A.
        ("lookup: {tables: [m2-2, m2-3, m2-4], \(policies)}", "B … A"),
        ("weakest: {plus-when-another-is-higher: true, \(policies)}", "D+ … B+"),
    ])
    func `an open dimension leaves the indicator between two grades`(
        aggregate: String, bounds: String
    ) throws {
        let edition = Self.edition(aggregate)
            .replacing(", missing: {rule: {grade: D, mark: \"D*\"}}", with: "")

        let made = try Workbench.assess(edition, inputs: "a=B", "b=A", "c=", "d=A")

        #expect(try made.grade("indicator") == "missing")
        #expect(try made.gradeBounds("indicator") == bounds)
    }
}
