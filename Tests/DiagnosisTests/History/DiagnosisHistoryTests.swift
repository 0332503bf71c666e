internal import AssessmentSupport
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Diagnosis

@Suite struct DiagnosisHistoryTests {
    /// Two ministries become one at the start of 2025.
    private func history() throws -> DiagnosisHistory {
        let low = Instrument.t1.map { $0.map { $0 / 2 } }
        let assessment = try Instrument.assess(
            [
                Instrument.Row(body: "work", period: "2023", scores: Instrument.t1),
                Instrument.Row(body: "care", period: "2023", scores: low),
                Instrument.Row(body: "work", period: "2024", scores: Instrument.t1),
                Instrument.Row(body: "care", period: "2024", scores: low),
                Instrument.Row(body: "people", period: "2025", scores: Instrument.t1),
            ],
            bodies: """
                id,kind,from,to,predecessors
                people,ministry,2025-01-01,,work care
                work,ministry,,2024-12-31,old
                care,ministry,,2024-12-31,
                old,ministry,,2010-12-31,people

                """)
        return try #require(DiagnosisHistory(assessment))
    }

    @Test func `a merged body names those it took over from, with their verdicts`() throws {
        let history = try history()
        let words = history.entries(of: 0).map { entry in
            "\(entry.period) \(entry.body) "
                + (entry.verdict.text(history.diagnoses[0].rule, in: nil) ?? "")
        }

        #expect(history.diagnoses.map(\.period) == [0, 1, 2])
        #expect(history.diagnoses.map { $0.bodies.map(\.body) } == [[1, 2], [1, 2], [0]])
        let (high, low) = (
            "professional with elements of strategic",
            "pre-professional"
        )
        #expect(words == ["0 1 \(high)", "0 2 \(low)", "1 1 \(high)", "1 2 \(low)", "2 0 \(high)"])
    }

    @Test func `a ring of predecessors ends`() throws {
        let history = try history()

        #expect(history.predecessors(of: 0) == [1, 2, 3])
        #expect(history.predecessors(of: 1) == [0, 2, 3])
        #expect(history.predecessors(of: 2) == [])
        #expect(history.predecessors(of: 99) == [])
    }

    @Test func `a body is found in the diagnosis of each period in which it exists`() throws {
        let history = try history()

        for diagnosis in history.diagnoses {
            for body in 0..<5 {
                #expect(
                    diagnosis.body(body)?.verdict
                        == diagnosis.bodies.first { $0.body == body }?.verdict)
            }
        }
    }
}
