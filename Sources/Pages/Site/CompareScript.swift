internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// The figures by which any two bodies are compared, as a script: a page that was opened from a
/// disk may load a script and nothing else.
///
///     apparatusCompare({"nodes":[["total","Total"]],
///       "bodies":[["rivers","Ministry of Rivers",[["61.25","61.3"],"missing"]]]});
///
/// A cell is the exact figure and how it is shown, or a word for why there is none.
enum CompareScript {
    /// The most nodes, so that the script stays small.
    static let mostNodes = 20

    static func bytes(_ context: PageContext) -> [UInt8] {
        let assessment = context.assessment
        let nodes = nodes(assessment)
        let bodies = assessment.evidence.bodies
        let document = JSON.object([
            JSON.Member(
                "nodes",
                .list(
                    nodes.map { node in
                        .list([
                            .text(assessment.plan.nodes[node].id),
                            .text(context.wording.node(node)),
                        ])
                    })),
            JSON.Member(
                "bodies",
                .list(
                    bodies.indices.map { body in
                        .list([
                            .text(bodies[body].id), .text(context.wording.body(body)),
                            .list(nodes.map { cell(context, $0, context.unit(body)) }),
                        ])
                    })),
        ])
        return call("apparatusCompare", with: document)
    }

    /// The nodes on top and those beneath them, the upper ones first.
    static func nodes(_ assessment: Assessment) -> [Int] {
        let plan = assessment.plan
        var (found, level): ([Int], [Int]) = ([], plan.roots)
        while found.count < mostNodes, !level.isEmpty {
            found += level.filter { assessment.columns[$0] != nil && !plan.nodes[$0].isHeading }
            level = level.flatMap { plan.nodes[$0].children }
        }
        return Array(found.prefix(mostNodes))
    }

    private static func cell(_ context: PageContext, _ node: Int, _ unit: Int) -> JSON {
        let assessment = context.assessment
        guard let column = assessment.columns[node] else { return .text("") }
        guard let score = column.score(at: unit),
            let shown = context.report.display.score(of: node, at: unit)
        else { return .text(context.wording.stateWord(column.states[unit])) }
        return .list([.text(score.description), .text(context.locale.decimal(shown))])
    }

    /// A call of a function with a value that no text within can end.
    ///
    /// - Source: ECMA-262 (2019), 12.4: U+2028 and U+2029 may stand in strings; older programs
    ///   take them for line ends.
    static func call(_ function: String, with value: JSON) -> [UInt8] {
        var bytes = Array("\(function)(".utf8)
        let text = value.bytes()
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "<") {
                bytes += "\\u003c".utf8
            } else if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
                text[index + 2] == 0xA8 || text[index + 2] == 0xA9
            {
                bytes += (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
                index += 2
            } else {
                bytes.append(byte)
            }
            index += 1
        }
        return bytes + ");\n".utf8
    }
}
