import Commands
import Foundation
import TestSupport
import Testing

/// Plans of a small fictional state: what was expected and what was gained.
@Suite struct FollowPlanTests {
    /// The workspace with a plan in it.
    private static func withPlan<T>(
        _ plan: String = "measure,since,owner,due\narchive,2023,health,2024-06-30\ntalks,2023,,\n",
        _ work: (String) throws -> T
    ) throws -> T {
        try Project.inCopy(of: Project.fixture("improving")) { copy in
            try Project.add(plan: plan, to: copy)
            return try work(copy)
        }
    }

    private static func answer(
        _ folder: String, _ body: String? = nil, edition: String? = nil, period: String? = nil,
        threads: Int? = nil, format: Format? = nil
    ) -> Answer {
        FollowPlan.answer(
            FollowPlan.Request(
                Workspace.Request(
                    folder: folder, edition: edition, period: period, threads: threads),
                body: body, to: Destination(format: format)), .none)
    }

    @Test func `expected and gained are told by measure, by owner and by score`() throws {
        try Self.withPlan { folder in
            expectGolden(
                Self.answer(folder).transcript.replacingOccurrences(of: folder, with: "W"),
                "plan.txt")
        }
    }

    @Test func `an edition with stages tells of cells, and a body of its own`() throws {
        try Self.withPlan { folder in
            expectGolden(
                Self.answer(folder, "water", edition: "ladder").transcript
                    .replacingOccurrences(of: folder, with: "W"), "plan-water.txt")
        }
    }

    @Test func `CSV is a plan again, and JSON holds everything`() throws {
        try Self.withPlan { folder in
            expectGolden(Self.answer(folder, format: .csv).output.text, "plan.csv.txt")
            expectGolden(Self.answer(folder, format: .json).output.text, "plan.json.txt")
        }
    }

    @Test func `a plan of the latest period has nothing to be held against yet`() throws {
        try Self.withPlan("measure,since\nmentors,2024\n") { folder in
            let text = Self.answer(folder).output.text
            #expect(text.contains("no later period is scored yet"))
            #expect(text.contains("Mentors"))
        }
    }

    @Test(arguments: [1, 2, 8])
    func `the number of threads changes nothing`(threads: Int) throws {
        try Self.withPlan { folder in
            #expect(
                Self.answer(folder, threads: threads, format: .json).output.text
                    == Self.answer(folder, format: .json).output.text)
        }
    }

    @Test func `without a plan it is said how to make one`() throws {
        let answer = Self.answer(Project.fixture("improving"))
        #expect(answer.status == .wrongInput)
        #expect(answer.messages.text.contains("there is no plan in the evidence"))
        #expect(answer.messages.text.contains("--out plan.csv"))
    }

    @Test func `a period before the plan, and a body that is not there, are refused`() throws {
        try Self.withPlan("measure,since\nmentors,2024\n") { folder in
            let early = Self.answer(folder, period: "2023")
            #expect(early.status == .wrongCommand)
            #expect(early.messages.text.contains("no plan made from a period before 2023"))
            let nobody = Self.answer(folder, "watre")
            #expect(nobody.messages.text.contains("Did you mean \"water\"?"))
        }
    }
}
