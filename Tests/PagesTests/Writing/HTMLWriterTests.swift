internal import Testing

@testable internal import Pages

@Suite struct HTMLWriterTests {
    private func written(_ text: String) -> String {
        var page = HTMLWriter()
        page.text(text)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    /// What Unicode's own tables say of a character, and the signs of markup.
    private func expected(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": return "&amp;"
        case "<": return "&lt;"
        case ">": return "&gt;"
        case "\"": return "&quot;"
        case "\t", "\n": return String(scalar)
        default:
            let properties = scalar.properties
            return properties.generalCategory == .control || properties.isNoncharacterCodePoint
                ? "\u{FFFD}" : String(scalar)
        }
    }

    @Test func `what no document may hold is replaced, and every other character stays`() {
        for plane in 0...16 {
            let scalars = (plane << 16..<(plane + 1) << 16).compactMap(Unicode.Scalar.init)
            let text = String(String.UnicodeScalarView(scalars))
            #expect(
                written(text).unicodeScalars.elementsEqual(
                    scalars.map(expected).joined().unicodeScalars))
        }
    }

    @Test func `a character is replaced also where it stands alone among clean ones`() {
        for code in Array(0...0x7FF) + Array(0xFD00...0xFFFF) + [0x1FFFD, 0x1FFFE, 0x10FFFF] {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let text = "é«\u{A0}" + String(scalar) + "я"
            #expect(Array(written(text).utf8) == Array(("é«\u{A0}" + expected(scalar) + "я").utf8))
        }
    }

    @Test func `values of attributes are escaped alike`() {
        var page = HTMLWriter()
        page.element("p", ["title": "\u{85}\"<", "lang": nil, "hidden": ""], text: "\u{FFFE}")
        #expect(
            String(decoding: page.bytes, as: UTF8.self)
                == "<p title=\"\u{FFFD}&quot;&lt;\" hidden>\u{FFFD}</p>")
    }
}
