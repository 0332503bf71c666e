import Diagnostics
import Domain
import Methodology
import Testing

@Suite struct RealEditionTests {
    @Test func `the Canadian edition compiles as it stands in the design`() throws {
        let (plan, log) = Editions.read(try Editions.fixture("ca-service-maf"))

        #expect(log.text == "")
        let read = try #require(plan)
        #expect(read.nodes.map(\.id) == ["maf", "maf1", "maf2", "maf5", "maf6", "maf8"])
    }
}
