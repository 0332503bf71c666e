/// Kinds of file that are handed in by mistake, known by their first bytes.
enum FileKind: String, CaseIterable, Sendable {
    case excel = "a workbook (Excel, .xlsx)"
    case openDocument = "a workbook (OpenDocument, .ods)"
    case oldOffice = "a workbook or document of older Office (.xls, .doc)"
    case zip = "a ZIP archive"
    case pdf = "a PDF document"
    case gzip = "a compressed file (gzip)"
    case html = "a web page (HTML)"
    case xml = "an XML document"
    case json = "a JSON document"

    /// How many bytes at the beginning are looked at.
    static let looked = 1 << 16

    /// The kind of a file that begins with those bytes; `nil` for what may be a table.
    init?(beginning bytes: [UInt8]) {
        let head = bytes.prefix(Self.looked)
        let marks: [([UInt8], FileKind)] = [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
            (Array("%PDF-".utf8), .pdf), ([0x1F, 0x8B, 0x08], .gzip),
        ]
        if let (_, kind) = marks.first(where: { head.starts(with: $0.0) }) {
            self = kind
        } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = Self.archive(head)
        } else if let kind = Self.text(head) {
            self = kind
        } else {
            return nil
        }
    }

    /// A workbook is an archive with files of certain names.
    private static func archive(_ head: ArraySlice<UInt8>) -> FileKind {
        if head.firstRange(of: Array("xl/".utf8)) != nil { return .excel }
        let type = Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
        return head.firstRange(of: type) != nil ? .openDocument : .zip
    }

    private static func text(_ head: ArraySlice<UInt8>) -> FileKind? {
        let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        let text = head.dropFirst(hasMark ? 3 : 0).drop(while: isSpace)
        let start = text.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for word in ["<!doctype html", "<html", "<head", "<body", "<table"]
        where start.starts(with: word.utf8) {
            return .html
        }
        if start.starts(with: "<?xml".utf8) { return .xml }
        // A quote within a plain field is no CSV either.
        let next = text.dropFirst().drop(while: isSpace).first
        switch (text.first, next) {
        case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "["), UInt8(ascii: "\"")),
            (UInt8(ascii: "["), UInt8(ascii: "{")):
            return .json
        default: return nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    /// The refusal, with what to do.
    var problem: FileProblem {
        FileProblem("csv.kind", "the file is \(rawValue), not CSV", help: help)
    }

    private var help: String {
        switch self {
        case .excel, .openDocument, .oldOffice:
            "Open it and save the sheet as \"CSV UTF-8\", one file for each sheet"
        case .zip, .gzip: "Unpack it and put the table itself into the folder"
        case .pdf, .html, .xml, .json:
            "Ask the publisher for the table as CSV, or save it as one"
        }
    }
}
