internal import Methodology
internal import Testing

@testable internal import Diagnosis

@Suite struct VerdictCodeTests {
    private let all: [Verdict.Standing] =
        [.attained, .notAssessed] + Stages.Presence.allCases.map { .presence($0) }

    @Test func `a code is read back as the standings it was made of`() {
        for first in all {
            for second in all {
                let standings = [first, second, .presence(.none)]
                #expect(VerdictCode(standings).standings(3) == standings)
            }
        }
        let most = (0..<Stages.most).map { all[$0 % all.count] }
        #expect(VerdictCode(most).standings(most.count) == most)
    }

    @Test func `different standings have different codes`() {
        let codes = all.flatMap { first in all.map { VerdictCode([first, $0]) } }
        #expect(Set(codes).count == all.count * all.count)
    }
}
