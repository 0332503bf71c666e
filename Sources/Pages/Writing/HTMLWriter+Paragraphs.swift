internal import Explanation
internal import Locales

extension HTMLWriter {
    /// Paragraphs, each beneath its title; one without a title goes on from the one before.
    ///
    /// - Parameters:
    ///   - paragraphs: In their order.
    ///   - setting: The page, for what they refer to.
    mutating func paragraphs(_ paragraphs: [Paragraph], _ setting: Setting) {
        for paragraph in paragraphs {
            if !paragraph.title.isEmpty {
                element("p", ["class": "topic"]) { page in
                    page.element("strong", text: paragraph.title)
                }
            }
            contents(paragraph, setting)
        }
    }

    /// Lines that belong to one above stand in a list beneath it.
    private mutating func contents(_ paragraph: Paragraph, _ setting: Setting) {
        var position = 0
        let contents = paragraph.contents
        while position < contents.count {
            switch contents[position] {
            case .table(let rows):
                table(rows, caption: paragraph.title, setting)
                position += 1
            case .line(let phrase, depth: 0):
                element("p") { $0.phrase(phrase, setting) }
                position += 1
            case .line(_, let depth):
                position = list(contents, from: position, depth: depth, setting)
            }
        }
    }

    /// The lines of a depth or deeper, from a position on, as a list.
    ///
    /// - Returns: The position of what does not belong to it.
    private mutating func list(
        _ contents: [Paragraph.Content], from start: Int, depth: Int, _ setting: Setting
    ) -> Int {
        var position = start
        element("ul") { page in
            while position < contents.count, case .line(let phrase, let own) = contents[position],
                own >= depth
            {
                position += 1
                page.element("li") { page in
                    page.phrase(phrase, setting)
                    if position < contents.count, case .line(_, let next) = contents[position],
                        next > own
                    {
                        position = page.list(contents, from: position, depth: next, setting)
                    }
                }
            }
        }
        return position
    }
}
