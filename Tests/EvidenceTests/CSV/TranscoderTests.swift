import Foundation
import TestSupport
import Testing

@testable import Evidence

/// Encodings against those of Foundation, which the program itself does not use.
@Suite struct TranscoderTests {
    /// The text of some bytes in pieces of a length, an undefined byte as 0xFF.
    private func text(_ bytes: [UInt8], _ encoding: TextEncoding, piece: Int = 3) -> [UInt8] {
        var transcoder = Transcoder(encoding)
        var text: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            text += transcoder.text(of: Array(rest.prefix(piece)))
            rest = rest.dropFirst(piece)
        }
        return text + transcoder.end()
    }

    @Test(arguments: [
        (TextEncoding.windows1251, String.Encoding.windowsCP1251, [0x98]),
        (TextEncoding.windows1252, .windowsCP1252, [0x81, 0x8D, 0x8F, 0x90, 0x9D]),
    ])
    func `every byte is the letter that it stands for`(
        encoding: TextEncoding, peer: String.Encoding, undefined: [UInt8]
    ) {
        for byte in UInt8.min...UInt8.max {
            let expected =
                undefined.contains(byte)
                ? [0xFF] : String(data: Data([byte]), encoding: peer).map { Array($0.utf8) }

            #expect(text([byte], encoding) == expected, "byte \(byte)")
        }
    }

    @Test func `UTF-16 is read in either order, wherever it is cut`() {
        var random = SeededGenerator.fresh(51)
        let letters: [Character] = ["a", ";", "\n", "ж", "қ", "€", "\u{FFFD}", "𝄞", "👩"]
        for _ in 0..<500 {
            let plain = String(
                (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                    letters.randomElement(using: &random)
                })
            let isLittle = Bool.random(using: &random)
            let units = [0xFEFF] + Array(plain.utf16)
            let bytes = units.flatMap { unit in
                isLittle
                    ? [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                    : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }

            let read = text(bytes, .utf16, piece: Int.random(in: 1...7, using: &random))

            #expect(read == Array(plain.utf8), "seed \(random.seed): \(plain)")
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x00, 0xD8], [0xFF, 0xFE, 0x00, 0xDC], [0xFF, 0xFE, 0x61],
            [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], [0x61, 0x00, 0x62, 0x00],
            [0xFF, 0xFE, 0x00, 0xD8, 0x00, 0xD8, 0x00, 0xDC],
        ] as [[UInt8]])
    func `half a letter of UTF-16, and a file without its mark, is no text`(bytes: [UInt8]) {
        #expect(text(bytes, .utf16).contains(0xFF))
    }

    @Test func `names of encodings are read in any case`() {
        #expect(TextEncoding(named: "UTF8") == .utf8)
        #expect(TextEncoding(named: "UTF-16") == .utf16)
        #expect(TextEncoding(named: "CP1251") == .windows1251)
        #expect(TextEncoding(named: "Windows-1252") == .windows1252)
        #expect(TextEncoding(named: "koi8-r") == nil)
    }
}
