import Diagnostics
import Domain
import Evidence
import TestSupport
import Testing

@Suite struct DataPackageReaderTests {
    @Test func `a descriptor says what is read and what holds by default`() throws {
        let package = try #require(DataPackage.read(from: MemorySource(Example.files)).package)

        #expect(package.name == "example")
        #expect(package.title == "An example")
        #expect(package.licenses.map(\.title) == ["CC0-1.0", "Open"])
        #expect(package.licenses.map(\.path) == [nil, "https://example.org/open"])
        #expect(package.sources.map(\.title) == ["Inventory"])
        #expect(package.methodology == .inWorkspace("methodology"))
        #expect(package.methodologyPlace.description == "datapackage.json:7:20")
        #expect(package.status == .published)
        #expect(!package.isOwner)
        #expect(
            package.resources.map(\.role)
                == [.bodies, .wideInputs, .records("services"), .records("standards")])
        #expect(package.resources[2].ignored == ["name"])
        #expect(
            package.resources[3].provenance
                == Provenance(status: .reported, source: "inventory"))
    }

    @Test func `an edition that comes with the program is named with its methodology`() throws {
        let text = Example.descriptor.replacing("./methodology", with: "ca-service-maf/2023-24")
            .replacing(#""status": "published","#, with: #""status": "verified", "owner": true,"#)

        let package = try #require(
            DataPackage.read(from: MemorySource(Example.changing(["datapackage.json": text])))
                .package)

        #expect(package.methodology == .shipped(methodology: "ca-service-maf", edition: "2023-24"))
        #expect(package.isOwner)
        #expect(package.status == .verified)
    }

    @Test func `a methodology may be named with all its editions`() throws {
        let text = Example.descriptor.replacing("./methodology", with: "ca-service-maf")

        let package = try #require(
            DataPackage.read(from: MemorySource(Example.changing(["datapackage.json": text])))
                .package)

        #expect(package.methodology == .shipped(methodology: "ca-service-maf", edition: nil))
    }

    @Test func `a resource that says nothing of itself is a warning`() {
        let text = Example.descriptor.replacing(
            #""resources": ["#,
            with: #""resources": [{"name": "notes", "path": "notes.csv"}, "#
                + #"{"name": "other", "path": "x", "apparatus": {"role": "other"}},"#)

        let read = DataPackage.read(
            from: MemorySource(Example.changing(["datapackage.json": text])))

        #expect(read.package?.resources.count == 4)
        expectGolden(lines(read.log), "unused-resource.txt")
    }

    @Test func `every refusal of a descriptor has its place and its cure`() {
        let text = Example.descriptor
        let inputs = #""path": "inputs.csv""#
        let changes: [(String, String)] = [
            ("a broken file", "{"),
            ("a list", "[]"),
            ("nothing of ours", "{}"),
            ("an empty apparatus", #"{"apparatus": {}, "resources": []}"#),
            (
                "wrong types",
                #"{"name": 1, "apparatus": {"methodology": [], "status": "publishd", "#
                    + #""owner": "yes", "markers": {"no-dat": ["x"], "withheld": "y"}}, "#
                    + #""resources": [1], "licenses": {}, "sources": [{"path": 2}]}"#
            ),
            ("unknown keys", text.replacing(#""status":"#, with: #""statuses":"#)),
            ("an edition", text.replacing("./methodology", with: "a/maf/1")),
            ("a methodology outside", text.replacing("./methodology", with: "./../rules")),
            ("a marker twice", text.replacing(#"["ND"]"#, with: #"["NA"]"#)),
            ("a file outside", text.replacing(inputs, with: #""path": "../inputs.csv""#)),
            ("an absolute file", text.replacing(inputs, with: #""path": "/inputs.csv""#)),
            (
                "an address", text.replacing(inputs, with: #""path": "https://example.org/i.csv""#)
            ),
            ("a list of files", text.replacing(inputs, with: #""path": ["inputs.csv"]"#)),
            ("a missing file", text.replacing(inputs, with: #""path": "input.csv""#)),
            ("no path", text.replacing(inputs + ",", with: "")),
            ("no shape", text.replacing(#", "shape": "wide""#, with: "")),
            ("an unknown shape", text.replacing(#""wide""#, with: #""wid""#)),
            ("an unknown role", text.replacing(#""role": "bodies""#, with: #""role": "body""#)),
            ("a key of another role", text.replacing(#""shape": "wide""#, with: #""table": "x""#)),
            ("no table", text.replacing(#", "table": "services""#, with: "")),
            (
                "what is not supported",
                text.replacing(
                    inputs,
                    with: inputs + #", "encoding": "koi8-r", "data": [], "compression": "gz", "#
                        + #""dialect": {"delimiter": ":", "header": false, "escapeChar": "\\", "#
                        + #""quoteChar": "'", "commentChar": "%", "headerRows": 4}"#)
            ),
            (
                "repetitions",
                text.replacing(#""standards""#, with: #""services""#).replacing(
                    "data/standards.csv", with: "data/services.csv")
            ),
            ("no bodies", text.replacing(#"{"role": "bodies"}"#, with: #"{"role": "other"}"#)),
        ]
        var told = changes.map { name, text in
            let read = DataPackage.read(
                from: MemorySource(Example.changing(["datapackage.json": text])))
            #expect(read.package == nil, "\(name) is refused")
            return "# \(name)\n\(lines(read.log))\n"
        }
        told.append("# no descriptor\n\(lines(DataPackage.read(from: MemorySource([:])).log))")
        expectGolden(told.joined(), "refused-descriptors.txt")
    }

    @Test func `tables that the methodology does not know, and those it misses, are told`() {
        let text = Example.descriptor.replacing(
            #""table": "services""#, with: #""table": "service""#)

        let read = Example.read(Example.changing(["datapackage.json": text]))

        let noInputs = Example.read(
            schema: EvidenceSchema(
                periodForm: Example.schema.periodForm, periodColumn: "fiscal_yr", inputs: [],
                tables: Example.schema.tables))

        expectGolden(lines(read.log) + lines(noInputs.log), "refused-roles.txt")
    }
}
