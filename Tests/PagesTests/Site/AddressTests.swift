internal import Testing

@testable internal import Pages

@Suite struct AddressTests {
    @Test func `every page has its data beside it under the same name`() {
        #expect(Address.body("rivers").path(in: "kk") == "kk/bodies/rivers.html")
        #expect(Address.body("rivers").path(in: "kk", as: .csv) == "kk/bodies/rivers.csv")
        #expect(Address.conclusion("rivers").path(in: "en") == "en/conclusions/rivers.html")
        #expect(Address.bodies(page: 1).path(in: "en") == "en/bodies.html")
        #expect(Address.bodies(page: 3).path(in: "en") == "en/bodies-3.html")
        #expect(Address.league("total", page: 2).path(in: "en") == "en/league-total-2.html")
        #expect(Address.overview.path(in: "en") == "en/index.html")
        #expect(Address.overview.path(in: "en", as: .json) == "en/overview.json")
        #expect(Address.root.path(in: "en") == "index.html")
        #expect(Address.style.path(in: "en") == "assets/style.css")
    }

    @Test func `no two addresses have one name`() {
        let addresses: [Address] = [
            .root, .overview, .league("a", page: 2), .league("a-2", page: 2),
            .league("a", page: 22), .bodies(page: 1), .bodies(page: 2), .body("index"),
            .body("a"), .body("a.csv"), .conclusion("a"), .conclusion("a.csv"), .methodology, .data,
            .difference, .compareScript, .style, .script,
        ]
        var names: Set<String> = []
        for address in addresses {
            for name in Set(Address.Form.allCases.map { address.path(in: "en", as: $0) }) {
                #expect(names.insert(name).inserted, "\(name)")
            }
        }
    }

    @Test func `links are relative to the page they stand on`() {
        let body = Links(from: .body("rivers"), in: "en")
        #expect(body.to(.overview) == "../index.html")
        #expect(body.to(.style) == "../../assets/style.css")
        #expect(body.to(.body("lakes"), .node("total")) == "lakes.html#node-total")
        #expect(body.to(.body("rivers"), .node("total")) == "#node-total")
        #expect(body.to(.conclusion("rivers")) == "../conclusions/rivers.html")
        #expect(body.to(.methodology, .parameter("limit")) == "../methodology.html#parameter-limit")
        #expect(body.data(as: .csv) == "rivers.csv")
        #expect(body.inLanguage("kk") == "../../kk/bodies/rivers.html")
        #expect(body.to(.root) == "../../index.html")
        let overview = Links(from: .overview, in: "en")
        #expect(overview.data(as: .csv) == "overview.csv")
        #expect(overview.to(.bodies(page: 1)) == "bodies.html")
        #expect(overview.inLanguage("fr") == "../fr/index.html")
        #expect(Links(from: .root, in: "en").to(.overview, inLanguage: "fr") == "fr/index.html")
    }

    @Test func `an anchor is made of plain letters whatever the key is`() {
        #expect(Anchor.source("order 28").id == "source-order:2028")
        #expect(Anchor.source("приказ-28").id.hasPrefix("source-:d0:bf"))
        #expect(Anchor.node("total").id == "node-total")
    }
}
