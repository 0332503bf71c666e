import Diagnostics
import JSON
import TestSupport
import Testing

@Suite struct JSONReaderTests {
    @Test func `values know where they begin`() throws {
        let text = "{\n  \"é\": [1,\r\n\t{\"b\" : \"x\"}]\n}"

        let value = try #require(PlacedJSON.read(Array(text.utf8), file: "f.json").value)

        let list = try #require(value["é"]?.items)
        #expect(value.place.description == "f.json:1:1")
        #expect(value.members?.first?.keyPlace.description == "f.json:2:3")
        #expect(list[0].place.description == "f.json:2:9")
        #expect(list[1].place.description == "f.json:3:2")
        #expect(list[1]["b"]?.place.description == "f.json:3:9")
    }

    @Test func `numbers stay as written`() throws {
        let text = "[0, -0.10, 1E+400, 123456789012345678901234567890.5]"

        let value = PlacedJSON.read(Array(text.utf8), file: "f").value

        #expect(
            value?.plain
                == .list([
                    .number("0"), .number("-0.10"), .number("1E+400"),
                    .number("123456789012345678901234567890.5"),
                ]))
    }

    @Test func `escapes and pairs of them stand for their characters`() {
        let text = #""\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00\u0000""#

        let value = PlacedJSON.read(Array(text.utf8), file: "f").value

        #expect(value?.text == "\"\\/\u{8}\u{c}\n\r\té😀\u{0}")
    }

    @Test func `a byte order mark is no part of the text`() {
        let read = PlacedJSON.read([0xEF, 0xBB, 0xBF] + Array("true".utf8), file: "f")

        #expect(read.value?.flag == true)
        #expect(read.value?.place.column == 1)
    }

    @Test func `every refusal says what, where and how to mend it`() {
        let texts = [
            "", "  ", "{", "[1", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{\"a\":}", "[1 2]",
            "tru", "nul", "01", "-", "1.", "1.e5", ".5", "+1", "\"a", "\"\\x\"", "\"\\u12\"",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\nb\"", "\"\u{1}\"", "1 1", "[]]", "'a'",
            "{\"a\":1,\n \"b\":2, \"a\":3}", "// no", "NaN",
            String(repeating: "[", count: 101),
        ]
        var told = texts.map { text in
            let log = PlacedJSON.read(Array(text.utf8), file: "f.json").log
            return log.entries.map { "\($0.code) \($0)\n" }.joined()
        }
        told.append(
            PlacedJSON.read(Array("[\n\"".utf8) + [0xFF, 0x22, 0x5D], file: "f.json").log
                .entries.map { "\($0.code) \($0)\n" }.joined())
        told.append(
            PlacedJSON.read(Array("[1,2]".utf8), file: "f.json", limit: 4).log
                .entries.map { "\($0.code) \($0)\n" }.joined())

        #expect(told.allSatisfy { !$0.isEmpty })
        expectGolden(told.joined(), "refusals.txt")
    }

    @Test func `a hundred levels are read and one more is not`() {
        func nested(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }

        #expect(PlacedJSON.read(nested(100), file: "f").value != nil)
        #expect(PlacedJSON.read(nested(101), file: "f").value == nil)
        #expect(PlacedJSON.read(nested(1_000_000), file: "f").log.counts == ["json.depth": 1])
    }

    @Test func `of a repeated key the first is kept and the rest still read`() {
        let read = PlacedJSON.read(Array(#"{"a":1,"a":2,"b":3}"#.utf8), file: "f")

        #expect(read.value?.plain == .object([.init("a", .number("1")), .init("b", .number("3"))]))
        #expect(read.log.counts == ["json.duplicate-key": 1])
    }

    @Test func `damaged files never crash the reader`() {
        let sound = Array(
            #"{"name":"a","list":[1,-2.5e3,{"x":"\u00e9\ud83d\ude00é"}],"t":true,"n":null}"#.utf8)
        var random = SeededGenerator.fresh(11)
        for _ in 0..<3000 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes[index] = UInt8.random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &random))

            let read = PlacedJSON.read(bytes, file: "f")

            #expect(read.value != nil || read.log.hasErrors, "seed \(random.seed)")
        }
    }
}
