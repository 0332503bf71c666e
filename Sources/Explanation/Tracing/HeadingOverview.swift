internal import Domain
internal import Evidence
public import Locales
internal import Methodology
internal import Scoring

/// What stands beneath a heading of the scorecard, which has no score of its own.
public struct HeadingOverview: Sendable {
    /// The heading's position.
    private let node: Int
    /// The body and period.
    private let unit: Int
    private let wording: Wording
    private let display: Display

    private var assessment: Assessment { wording.assessment }
    private var phrases: Phrases { wording.phrases }

    /// An overview of a heading for a body and period.
    public init(_ node: Int, at unit: Int, _ wording: Wording, _ display: Display) {
        self.node = node
        self.unit = unit
        self.wording = wording
        self.display = display
    }

    /// Who, and which heading.
    public var heading: [Phrase] {
        let name: Phrase =
            "\(wording.nodeName(node)) (\(Phrase.code(assessment.plan.nodes[node].id)))"
        return [
            wording.bodyAndPeriod(of: unit),
            wording.named(name, Phrase(phrases.headingOver)),
        ]
    }

    /// A row for each node beneath: name, id, score, band, rank, and how it came about.
    public var table: PhraseTable {
        var table = PhraseTable([
            PhraseTable.Column(""), PhraseTable.Column(phrases.columnId),
            PhraseTable.Column(phrases.columnScore, isRight: true),
            PhraseTable.Column(phrases.columnBand),
            PhraseTable.Column(phrases.columnRank, isRight: true),
            PhraseTable.Column(phrases.columnHow),
        ])
        add(assessment.plan.nodes[node].children, depth: 0, to: &table)
        return table
    }

    private func add(_ nodes: [Int], depth: Int, to table: inout PhraseTable) {
        for node in nodes {
            let rank = assessment.rank(of: node, at: unit)
            table.add(
                [
                    wording.nodeName(node), .code(assessment.plan.nodes[node].id),
                    wording.score(of: node, at: unit, display) ?? "–",
                    wording.bandName(of: node, at: unit) ?? Phrase([]),
                    rank.map { wording.figure($0) } ?? Phrase([]), how(node),
                ], depth: depth)
            add(assessment.plan.nodes[node].children, depth: depth + 1, to: &table)
        }
    }

    /// As in `26 / 41 × 100`, or why there is no score.
    private func how(_ node: Int) -> Phrase {
        if assessment.plan.nodes[node].isHeading { return Phrase([]) }
        if let reason = wording.reasonPhrase(of: node, at: unit) {
            let state = assessment.columns[node]?.states[unit] ?? .missing
            return state == .score
                ? reason : wording.named(Phrase(wording.stateWord(state)), reason)
        }
        let steps = Trace(assessment, node: node, at: unit).steps
        for case .supposed(let value, let known) in steps {
            return phrases.supposedInPlace(
                value: wording.figure(value), known: wording.figure(known))
        }
        for step in steps {
            if let told = how(step) { return told }
        }
        return Phrase([])
    }

    private func how(_ step: Trace.Step) -> Phrase? {
        switch step {
        case .value(let substitution, _): .code(substitution.text(phrases))
        case .aggregate(let made, let rule, _):
            phrases.kindOfChildren(
                kind: Phrase(wording.kindName(of: rule.kind)),
                children: wording.figure(made.children.count))
        case .ladder(let rungs):
            rungs.last.map { rung in
                rung.when.map { .code($0.text(phrases)) } ?? Phrase(phrases.otherwiseAlone)
            }
        case .checklist(_, let items, _):
            phrases.requirementsHold(
                met: wording.figure(items.count { $0.verdict == .met }),
                all: wording.figure(items.count))
        default: nil
        }
    }
}

extension Wording {
    /// As in `Ministry of Rivers (rivers), 2025`.
    func bodyAndPeriod(of unit: Int) -> Phrase {
        let body = assessment.body(of: unit)
        let id = Phrase.code(assessment.evidence.bodies[body].id)
        return "\(bodyName(body)) (\(id)), \(periodName(of: unit))"
    }

    /// Which edition and which evidence an explanation was made from, a line for each.
    public var origins: [String] {
        let identity = assessment.plan.identity
        let (edition, evidence) = (phrases.fromEdition, phrases.fromEvidence)
        let width = max(edition.count, evidence.count) + 2
        func head(_ name: String) -> String {
            name + String(repeating: " ", count: width - name.count)
        }
        return [
            "\(head(edition))\(identity.name), sha256 \(identity.hash)",
            "\(head(evidence))sha256 \(assessment.evidence.hash)",
        ]
    }
}
