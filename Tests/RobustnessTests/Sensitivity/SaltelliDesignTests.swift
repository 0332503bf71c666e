internal import Testing

@testable internal import Robustness

@Suite struct SaltelliDesignTests {
    @Test func `the mixed points are those of A with one number of B`() {
        let design = SaltelliDesign(base: 10, dimension: 3, seed: 7)

        for row in 0..<10 {
            let points = design.points(row: row)
            let (a, b) = (points[0], points[1])
            #expect(points.count == 5)
            #expect(points[2] == [b[0], a[1], a[2]])
            #expect(points[3] == [a[0], b[1], a[2]])
            #expect(points[4] == [a[0], a[1], b[2]])
            #expect(Set(a + b).count == 6)
        }
    }

    @Test func `rows and seeds have points of their own`() {
        let design = SaltelliDesign(base: 100, dimension: 2, seed: 7)
        let other = SaltelliDesign(base: 100, dimension: 2, seed: 8)

        let all = (0..<100).flatMap { design.points(row: $0)[0] + other.points(row: $0)[0] }

        #expect(Set(all).count == 400)
        #expect(all.allSatisfy { $0 >= 0 && $0 < 1 })
    }
}
