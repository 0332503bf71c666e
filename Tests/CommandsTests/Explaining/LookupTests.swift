import Commands
import Diagnostics
import Testing

struct LookupTests {
    private static let lookup = Lookup([
        Lookup.Entry(id: "2", titles: ["Office of Works", "Bureau des travaux"]),
        Lookup.Entry(id: "26", titles: ["Border Agency", "Agence des frontières"]),
        Lookup.Entry(id: "27", titles: ["Border Court"]),
        Lookup.Entry(id: "MOF", titles: ["Ministry of Finance", "Ministère de l’argent"]),
        Lookup.Entry(id: "mof-north", titles: []),
    ])

    @Test(arguments: [
        ("2", 0), ("26", 1), ("mof", 3), ("MOF", 3), ("mof-", 4), ("border agency", 1),
        ("AGENCE DES", 1), ("border c", 2), ("ministère de l'a", 3), ("bureau", 0),
    ])
    func `one is meant`(asked: String, position: Int) throws {
        #expect(try Self.lookup.find(asked, "body") == position)
    }

    @Test(arguments: [
        ("border", "\"border\" can be any of 2 bodies: 26 (Border Agency); 27 (Border Court)"),
        ("", "there is no body \"\""), ("works", "there is no body \"works\""),
    ])
    func `none or several are meant`(asked: String, what: String) {
        let refusal = #expect(throws: Refusal.self) { try Self.lookup.find(asked, "body") }
        #expect(refusal?.status == .wrongCommand)
        #expect(refusal?.complaints.first?.log.entries.first?.what == what)
    }

    @Test(arguments: [
        ("works", "Did you mean 2 (Office of Works)?"), ("mofnorth", "Did you mean \"mof-north\"?"),
    ])
    func `what could be meant is offered`(asked: String, help: String) {
        let refusal = #expect(throws: Refusal.self) { try Self.lookup.find(asked, "body") }
        #expect(refusal?.complaints.first?.log.entries.first?.help == help)
    }
}
