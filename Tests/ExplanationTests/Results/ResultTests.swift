import AssessmentSupport
import Explanation
import JSON
import Scoring
import TestSupport
import Testing

@Suite struct ResultTests {
    private let teaching: Assessment

    init() throws { teaching = try Examples.assess("teaching", by: "teaching/2025") }

    private func csv(_ assessment: Assessment, threads: Int? = nil) -> String {
        let bytes = ResultCSV.bytes(
            ResultSelection(assessment), Wording(assessment), threads: threads)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `results as CSV stand by body, node and period`() throws {
        expectGolden(csv(teaching), "teaching.csv")
    }

    @Test func `results as JSON name edition, evidence and their hashes`() throws {
        let bytes = ResultJSON.bytes(ResultSelection(teaching, nodes: [0]), Wording(teaching))

        expectGolden(String(decoding: bytes, as: UTF8.self), "teaching.json")
    }

    @Test func `JSON without results is whole, and the same with any number of threads`() throws {
        let none = ResultJSON.bytes(ResultSelection(teaching, periods: []), Wording(teaching))
        let large = try Examples.assess("ca-service-maf", by: "ca-service-maf/2023-24")
        let made = [nil, 1, 2, 8].map {
            ResultJSON.bytes(ResultSelection(large), Wording(large), threads: $0)
        }

        #expect(PlacedJSON.read(none, file: "none").value?["results"]?.items?.isEmpty ?? false)
        #expect(PlacedJSON.read(made[0], file: "all").value?["results"]?.items?.count == 78 * 5 * 2)
        #expect(Set(made).count == 1)
    }

    @Test func `the same bytes come out with 1, 2 and 8 threads`() throws {
        let all = csv(try Examples.assess("ca-service-maf", by: "ca-service-maf-mean/2023-24"))

        for threads in [1, 2, 8] {
            let made = try Examples.assess(
                "ca-service-maf", by: "ca-service-maf-mean/2023-24", threads: threads)
            #expect(csv(made, threads: threads) == all)
        }
        #expect(all.split(separator: "\n").count == 1 + 78 * 6 * 2)
    }
}
