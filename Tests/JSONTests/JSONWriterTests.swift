import Diagnostics
import JSON
import TestSupport
import Testing

@Suite struct JSONWriterTests {
    @Test func `keys keep their order and nothing else is added`() {
        let value = JSON.object([
            .init("b", .list([.null, .flag(true), .flag(false)])), .init("a", .number("-12.50")),
        ])

        #expect(value.text() == #"{"b":[null,true,false],"a":-12.50}"#)
    }

    @Test func `indented text has a line for every element`() {
        let value = JSON.object([
            .init("a", .list([.number("1"), .object([])])), .init("b", .list([])),
        ])

        #expect(
            value.text(isIndented: true) == """
                {
                  "a": [
                    1,
                    {}
                  ],
                  "b": []
                }
                """)
    }

    @Test(arguments: [false, true])
    func `values written one by one are those of a tree`(isIndented: Bool) {
        var writer = JSONWriter(isIndented: isIndented, depth: 1)
        writer.object { json in
            json.member("text", "a\"b")
            json.member("none", nil as String?)
            json.member("count", 12)
            json.member("flag", false)
            json.key("digits")
            json.number { $0 += Array("-0.5".utf8) }
            json.object("empty") { _ in }
            json.list("list", of: [1, 2]) { $1.number($0) }
            json.member("tree", JSON.list([.null, .list([])]))
            json.key("k\"")
            json.list { _ in }
        }

        let tree = JSON.object([
            .init("text", .text("a\"b")), .init("none", .null), .init("count", .number("12")),
            .init("flag", .flag(false)), .init("digits", .number("-0.5")),
            .init("empty", .object([])), .init("list", .list([.number("1"), .number("2")])),
            .init("tree", .list([.null, .list([])])), .init("k\"", .list([])),
        ])
        #expect(writer.bytes == tree.bytes(isIndented: isIndented, depth: 1))
    }

    @Test func `items of a list that has begun go on where it was`() {
        var (first, next) = (
            JSONWriter(itemsAt: 1, isIndented: true, hasItems: false),
            JSONWriter(itemsAt: 1, isIndented: true, hasItems: true)
        )
        first.number(1)
        first.number(2)
        next.object { $0.member("a", 3) }

        let whole = "[" + String(decoding: first.bytes + next.bytes, as: UTF8.self) + "\n]"
        #expect(
            whole == """
                [
                  1,
                  2,
                  {
                    "a": 3
                  }
                ]
                """)
    }

    @Test func `quotes, backslashes and control characters are escaped`() {
        let value = JSON.text("\"\\/\u{8}\t\n\u{c}\r\u{0}\u{1f}é😀\u{7f}\u{80}\u{9b}\u{a0}¿")

        #expect(
            value.text()
                == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001fé😀\\u007f\\u0080\\u009b\u{a0}¿\"")
    }

    @Test(arguments: ["", "NaN", "1.", "01", "+1", ".5", "1e", "0x10", "1 "])
    func `a number that JSON does not know is written as a text`(text: String) {
        #expect(JSON.number(text).text() == "\"\(text)\"")
    }

    @Test(arguments: [false, true])
    func `what was written is read again as it was`(isIndented: Bool) {
        var random = SeededGenerator.fresh(5)
        for _ in 0..<300 {
            let value = randomValue(&random, depth: 4)

            let read = PlacedJSON.read(value.bytes(isIndented: isIndented), file: "f")

            #expect(read.value?.plain == value, "seed \(random.seed)")
            #expect(!read.log.hasErrors)
        }
    }

    private func randomValue(_ random: inout SeededGenerator, depth: Int) -> JSON {
        let letters = Array("a\"\\/\n\t\u{1}\u{7f}\u{9b}\u{a0}é😀\u{2028}{}[],: ")
        switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &random) {
        case 0: return .null
        case 1: return .flag(Bool.random(using: &random))
        case 2:
            return .number(
                ["0", "-0.50", "12e+3", "98765432109876543210.1"].randomElement(
                    using: &random) ?? "0")
        case 3:
            return .text(
                String(
                    (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
                        letters.randomElement(using: &random)
                    }))
        case 4:
            return .list(
                (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    randomValue(&random, depth: depth - 1)
                })
        default:
            return .object(
                (0..<Int.random(in: 0...3, using: &random)).map {
                    JSON.Member("key \($0)\n", randomValue(&random, depth: depth - 1))
                })
        }
    }
}
