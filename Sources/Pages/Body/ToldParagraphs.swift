internal import Arithmetic
internal import Explanation
internal import Locales

/// How a page tells what the terminal tells as well.
extension Paragraph {
    /// Whether it leads from a figure to the same one, as in `90 → 90`.
    var changesNothing: Bool {
        contents.allSatisfy { content in
            guard case .line(let phrase, _) = content else { return false }
            let figures = phrase.parts.compactMap { part -> String? in
                guard case .figure(let exact, _) = part else { return nil }
                return exact
            }
            return figures.count == 2 && figures[0] == figures[1]
        }
    }
}

extension PageContext {
    /// The paragraph with weights that stand in tables as percents, `5/7` as `71.43%`.
    func withPercents(_ paragraph: Paragraph) -> Paragraph {
        guard [.aggregate, .weights, .lost].contains(paragraph.topic) else { return paragraph }
        return Paragraph(
            paragraph.topic, paragraph.title,
            paragraph.contents.map { content in
                guard case .table(let table) = content else { return content }
                var made = PhraseTable(table.columns)
                for row in table.rows { made.add(row.cells.map(inPercent), depth: row.depth) }
                return .table(made)
            })
    }

    private func inPercent(_ cell: Phrase) -> Phrase {
        guard case .figure(let exact, let shown)? = cell.parts.first, cell.parts.count == 1,
            shown.contains("/"), let share = Fraction(parsing: exact)
        else { return cell }
        return percentage(share)
    }

    /// A share in percent, with at most two digits after the point.
    func percentage(_ share: Fraction) -> Phrase {
        guard let hundred = Fraction(parsing: "100"),
            let percent = try? share.multiplied(by: hundred),
            let rounded = try? percent.rounded(to: 2, .halfUp)
        else { return Phrase(share.description) }
        return phrases.percent(
            number: .figure(
                exact: percent.description, shown: locale.decimal(rounded.description)))
    }
}
