internal import AssessmentSupport
internal import Diagnostics
internal import Methodology
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Diagnosis
@testable internal import Robustness

@Suite struct FirmnessTests {
    private static func diagnosis(
        _ state: StagedState, _ alternatives: String = StagedState.alternatives
    ) throws -> Diagnosis {
        let assessment = try state.assess(state.edition(alternatives))
        return try #require(Diagnosis(assessment, period: 0))
    }

    private static func state(_ bodies: Int, seed: UInt64) -> StagedState {
        var random = SeededGenerator(seed: seed)
        return StagedState(bodies: bodies, from: &random)
    }

    private static func alternatives(_ diagnosis: Diagnosis) throws -> Alternatives {
        try #require(diagnosis.assessment.plan.alternatives)
    }

    /// The choices of a run in the order of the criteria.
    private static func slow(
        _ runs: VerdictRuns, _ settings: Settings, _ state: StagedState, _ plan: Plan
    ) throws -> SlowVerdicts {
        let nodes = try state.criteria.map { try #require(plan.node($0.id)) }
        let leaves = nodes.map { node in runs.model.leaves.first { $0.node == node } }
        return SlowVerdicts(
            state: state, weights: nodes.map { settings.weights?[$0] ?? 1 },
            passMarks: zip(state.criteria, leaves).map { criterion, leaf in
                guard let marks = criterion.marks, let places = settings.passMarks,
                    let mark = leaf?.values?.path.passMark
                else { return nil }
                let (low, high) = (min(marks.floor, marks.full), max(marks.floor, marks.full))
                // A tenth of the way up or down, within floor and full mark.
                let least = max(marks.pass - (high - low) / 10, low)
                let most = min(marks.pass + (high - low) / 10, high)
                return least + (most - least) * places[mark.index]
            },
            errors: state.values.indices.map { body in
                leaves.map { leaf in
                    guard let values = leaf?.values, !values.errors.isEmpty,
                        let sampling = settings.sampling
                    else { return 0 }
                    return sampling[values.firstError + body]
                }
            }, isGeometric: settings.aggregation == .geometric,
            countsMissingAsWorst: settings.missing == .worst)
    }

    @Test func `every run gives the verdicts of a slow version`() throws {
        var random = SeededGenerator.fresh(20_261_126)
        var matters: Set<SlowVerdicts.Part> = []
        for round in 0..<12 {
            let state = StagedState(bodies: 9, isGood: !round.isMultiple(of: 3), from: &random)
            let diagnosis = try Self.diagnosis(state)
            let looking = try Self.alternatives(diagnosis)
                .looking(at: VerdictRuns.nodes(of: diagnosis))
            let runs = VerdictRuns(
                diagnosis,
                try Model.acting(
                    diagnosis.assessment, looking, period: 0, isForgiving: true
                ).model)
            var memory = runs.memory()
            for run in 0..<40 {
                runs.model.draw(run: run, seed: 5, &memory.point, into: &memory.settings)
                var codes: [VerdictCode] = []
                runs.compute(in: &memory) { codes.append($1) }

                var slow = try Self.slow(
                    runs, memory.settings, state, diagnosis.assessment.plan)
                #expect(
                    codes == slow.verdicts(), "seed \(random.seed), round \(round), run \(run)")
                for part in SlowVerdicts.Part.allCases where !matters.contains(part) {
                    slow.forgotten = part
                    if slow.verdicts() != codes { matters.insert(part) }
                }
            }
        }
        // Each part of the rule makes a difference in some run.
        #expect(matters == Set(SlowVerdicts.Part.allCases), "seed \(random.seed)")
    }

    @Test func `the same seed gives the same with 1, 2 and 8 threads`() throws {
        let diagnosis = try Self.diagnosis(Self.state(20, seed: 3))
        let alternatives = try Self.alternatives(diagnosis)
        let one = try diagnosis.firmness(alternatives, runs: 200, seed: 7, threads: 1)

        for threads in [2, 8, nil] {
            let other = try diagnosis.firmness(
                alternatives, runs: 200, seed: 7, threads: threads)
            #expect(other.bodies == one.bodies && other.apparatus == one.apparatus)
        }
        let other = try diagnosis.firmness(alternatives, runs: 200, seed: 8)
        #expect(other.bodies != one.bodies)
    }

    @Test func `shares sum to the runs, the most frequent first`() throws {
        let diagnosis = try Self.diagnosis(Self.state(30, seed: 4))
        let firmness = try diagnosis.firmness(
            try Self.alternatives(diagnosis), runs: 100, seed: 1)

        #expect(firmness.runs == 100 && firmness.seed == 1 && firmness.leftOut.isEmpty)
        #expect(firmness.bodies.count == 30)
        #expect(
            firmness.factors.map(\.kind)
                == [.weights, .aggregation, .missing, .passMarks, .sampling])
        let apparatus = try #require(firmness.apparatus)
        let own = diagnosis.bodies.map(\.verdict) + [try #require(diagnosis.apparatus).verdict]
        for (result, verdict) in zip(firmness.bodies + [apparatus], own) {
            let runs = result.shares.map(\.runs)
            #expect(runs.count == Firmness.mostShares || runs.reduce(0, +) == 100)
            #expect(runs == runs.sorted(by: >))
            #expect(Set(result.shares.map(\.verdict)).count == runs.count)
            let same = result.shares.first { $0.verdict == verdict }?.runs ?? 0
            #expect(same == result.same || runs.count == Firmness.mostShares)
            for stage in result.attained.indices {
                let attained = result.shares.filter { $0.verdict.standings[stage] == .attained }
                #expect(attained.reduce(0) { $0 + $1.runs } <= result.attained[stage])
            }
        }
    }

    @Test func `a verdict of nine runs in ten is firm, of seven likely, of less borderline`() {
        let firmness = Firmness(
            runs: 1000, seed: 1, factors: [], bodies: [], apparatus: nil)
        func word(_ same: Int) -> Firmness.Word {
            firmness.word(Firmness.Result(same: same, shares: [], attained: []))
        }

        #expect(word(1000) == .firm && word(900) == .firm)
        #expect(word(899) == .likely && word(700) == .likely)
        #expect(word(699) == .borderline && word(0) == .borderline)
    }

    @Test func `a factor that cannot act is refused, or left out and told`() throws {
        var state = Self.state(3, seed: 2)
        state = StagedState(
            criteria: state.criteria, values: state.values.map { $0.map { $0 ?? 60 } },
            staff: state.staff)
        let diagnosis = try Self.diagnosis(state)
        let alternatives = try Self.alternatives(diagnosis)
        let told =
            "the alternatives for missing change nothing: no value of a leaf beneath the nodes "
            + "is missing"

        let error = #expect(throws: Study.Diagnostics.self) {
            try diagnosis.firmness(alternatives, runs: 10, seed: 1)
        }
        #expect(error?.all.map(\.what) == [told])
        let firmness = try diagnosis.firmness(alternatives, runs: 10, seed: 1, isForgiving: true)
        #expect(firmness.leftOut.map(\.what) == [told])
        #expect(!firmness.factors.contains { $0.kind == .missing })
    }

    /// A body's cell without any value stays not assessed, though its criteria, which are the
    /// system's as well, get scores in some runs.
    @Test func `what moves only scores that no verdict rests on is left out`() throws {
        var state = Self.state(6, seed: 2)
        let both = try #require(state.criteria.first { $0.level == "both" })
        state = StagedState(
            criteria: state.criteria,
            values: state.values.enumerated().map { body, values in
                zip(state.criteria, values).map { criterion, value in
                    let isBlank =
                        body == 0 && criterion.dimension == both.dimension
                        && criterion.stage == both.stage
                    return isBlank ? nil : value ?? 60
                }
            }, staff: state.staff)
        let diagnosis = try Self.diagnosis(state)
        let firmness = try diagnosis.firmness(
            try Self.alternatives(diagnosis), runs: 50, seed: 1, isForgiving: true)

        #expect(
            firmness.leftOut.map(\.what) == [
                "the alternatives for missing change nothing: no score differs by them, whatever "
                    + "else is drawn"
            ])
        // The runs are those of an edition that does not name it.
        let without = try Self.diagnosis(
            state,
            StagedState.alternatives.replacing("  missing: [redistribute, worst]\n", with: ""))
        let others = try without.firmness(
            try Self.alternatives(without), runs: 50, seed: 1)
        #expect(firmness.factors.map(\.kind) == others.factors.map(\.kind))
        #expect(firmness.bodies == others.bodies && firmness.apparatus == others.apparatus)
    }

    @Test func `without any evidence nobody is rated in any run`() throws {
        let state = Self.state(2, seed: 2)
        let empty = StagedState(
            criteria: state.criteria, values: state.values.map { $0.map { _ in nil } },
            staff: state.staff)
        let diagnosis = try Self.diagnosis(empty)
        let firmness = try diagnosis.firmness(
            try Self.alternatives(diagnosis), runs: 10, seed: 1, isForgiving: true)

        // What is missing counts as the worst in the mean of the system's criteria, and in no
        // verdict.
        #expect(firmness.factors.map(\.kind) == [.missing])
        for result in firmness.bodies + [try #require(firmness.apparatus)] {
            #expect(result.same == 10 && result.attained == [0, 0])
            #expect(result.shares.allSatisfy { !$0.verdict.isRated })
        }
    }

    @Test func `where nothing that is drawn can act there are no runs`() throws {
        let state = Self.state(2, seed: 2)
        let empty = StagedState(
            criteria: state.criteria, values: state.values.map { $0.map { _ in nil } },
            staff: state.staff)
        let diagnosis = try Self.diagnosis(
            empty, "alternatives:\n  weights: {each: ±25 %}\n  pass-marks: ±10 %\n")
        let alternatives = try Self.alternatives(diagnosis)

        let error = #expect(throws: Study.Diagnostics.self) {
            try diagnosis.firmness(alternatives, runs: 10, seed: 1, isForgiving: true)
        }
        for kind in ["weights", "pass-marks", "sampling"] {
            #expect(error?.all.contains { $0.what.contains("for \(kind) change") } == true)
        }
    }
}
