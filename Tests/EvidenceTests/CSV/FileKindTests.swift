import Testing

@testable import Evidence

@Suite struct FileKindTests {
    @Test(
        arguments: [
            (Array("PK\u{3}\u{4}....[Content_Types].xml....xl/workbook.xml".utf8), FileKind.excel),
            (
                Array(
                    "PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK".utf8),
                .openDocument
            ),
            (Array("PK\u{3}\u{4}....data.csv".utf8), .zip),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], .oldOffice),
            (Array("%PDF-1.7\n".utf8), .pdf), ([0x1F, 0x8B, 0x08, 0x00], .gzip),
            (Array("\n <!DOCTYPE html><html>".utf8), .html),
            (Array("\u{FEFF}<HTML><table>".utf8), .html), (Array("<table border=1>".utf8), .html),
            (Array("<?xml version=\"1.0\"?>".utf8), .xml), (Array("{ \"a\": 1}".utf8), .json),
            (Array("[{\"a\": 1}]".utf8), .json),
        ] as [([UInt8], FileKind)])
    func `other kinds of file are known by their first bytes`(bytes: [UInt8], kind: FileKind) {
        #expect(FileKind(beginning: bytes) == kind)
    }

    @Test(arguments: [
        "", "id,kind\n", "[1],[2]\n", "{id},x\n", "<1 year,>1 year\n", "PK,x\n", "%,share\n",
    ])
    func `a table is none of them`(text: String) {
        #expect(FileKind(beginning: Array(text.utf8)) == nil)
    }
}
