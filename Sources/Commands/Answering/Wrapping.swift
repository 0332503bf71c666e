/// Breaks lines that a terminal would break in the middle of words.
enum Wrapping {
    /// The narrowest terminal that is cared for.
    static let narrowest = 40

    /// The line in pieces of at most so many characters, broken at spaces where there are any.
    ///
    /// What follows stands beneath the text of the first piece: behind its leading word where
    /// that is a title set apart by spaces, otherwise two characters further in.
    static func lines(_ line: String, width: Int) -> [String] {
        guard line.count > width, width >= narrowest else { return [line] }
        let indent = min(indent(of: line), width / 2)
        var lines: [String] = []
        var rest = line[...]
        // The rest is never counted as a whole: a text may be as long as a file.
        while let limit = rest.index(
            rest.startIndex, offsetBy: lines.isEmpty ? width : width - indent,
            limitedBy: rest.endIndex), limit < rest.endIndex
        {
            let start = rest.firstIndex { $0 != " " } ?? rest.startIndex
            let space = rest[..<rest.index(after: limit)].lastIndex(of: " ")
            let cut = space.map { $0 > start ? $0 : limit } ?? limit
            let piece = rest[..<cut]
            let end = piece.lastIndex { $0 != " " }.map(piece.index(after:)) ?? piece.endIndex
            lines.append(margin(lines.isEmpty ? 0 : indent) + piece[..<end])
            rest = rest[cut...].drop { $0 == " " }
        }
        lines.append(margin(lines.isEmpty ? 0 : indent) + rest)
        return lines
    }

    private static func margin(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// As in `  Rests on    Order 7`: the place of the text behind a title of one or two words.
    private static func indent(of line: String) -> Int {
        let leading = line.prefix { $0 == " " }.count
        let title = line.dropFirst(leading).prefix(16)
        if let gap = title.gap {
            let behind = title[gap...].prefix { $0 == " " }.count
            return leading + title.distance(from: title.startIndex, to: gap) + behind
        }
        return leading + 2
    }
}

extension Substring {
    /// Where two spaces in a row begin.
    fileprivate var gap: Index? {
        zip(indices, indices.dropFirst()).first { self[$0] == " " && self[$1] == " " }?.0
    }
}
