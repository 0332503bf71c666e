internal import Arithmetic
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Points lost as they stand on pages and papers.
extension PageContext {
    /// The digits after the point with which points of a node are printed: those of the edition,
    /// or as many as its printed score has, so that a score and what was lost add up.
    func pointDigits(of node: Int, at unit: Int) -> Int {
        let shown = report.display.score(of: node, at: unit) ?? ""
        let parts = shown.split(separator: ".")
        return max(assessment.plan.display.digits, parts.count == 2 ? parts[1].count : 0)
    }

    /// Printed points, with what they are exactly.
    func points(_ printed: PrintedPoints, digits: Int) -> Phrase {
        points(printed.points, exact: printed.line.points.description, digits: digits)
    }

    /// Printed points, and the fraction that they are exactly.
    func points(_ points: Fixed, exact: String, digits: Int) -> Phrase {
        .figure(exact: exact, shown: shown(points, digits: digits))
    }

    /// Points with so many digits, as the language writes them.
    func shown(_ points: Fixed, digits: Int) -> String {
        locale.decimal(Display.text(points, digits: digits))
    }

    /// What the maximum of single elements would bring to a value that is no sum of them.
    func gains(_ line: PointsLost, digits: Int) -> [(name: Phrase, points: Phrase)] {
        line.gains.map { gain in
            let rounded = (try? gain.points.rounded(to: digits, .halfUp)) ?? .zero
            return (
                wording.nodeName(gain.node),
                points(rounded, exact: gain.points.description, digits: digits)
            )
        }
    }
}
