internal import AssessmentSupport
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
internal import Scoring

extension FuzzSubject {
    /// A formula: read for a body and for a record; a sound one is also computed.
    public static let formula = FuzzSubject(name: "formula") { bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        _ = isSound(text, level: 0)
        if isSound(text, level: nil) { compute(text) }
    }

    private static func isSound(_ text: String, level: Int?) -> Bool {
        var log = DiagnosticLog()
        let source = FormulaText(text, at: Place(file: "edition.yaml", line: 1, column: 1))
        let formula = Formula.read(
            source, in: bench.scope, level: level, expecting: .any, literals: .any, node: nil,
            log: &log)
        precondition((formula == nil) == log.hasErrors, "a formula is read or refused")
        return formula != nil
    }

    /// Puts it into an edition as the value of a node.
    private static func compute(_ text: String) {
        let quoted = text.replacing("'", with: "''")
        let files = MemorySource(["edition.yaml": bench.edition(value: quoted)])
        let (plan, log) = EditionReader.read(from: files)
        precondition((plan == nil) == log.hasErrors, "an edition is read or refused")
        guard let plan else { return }
        let made = Assessment.make(plan, bench.evidence)
        precondition((made.assessment == nil) == made.log.hasErrors, "figures come out or are told")
    }

    private static let bench = FormulaBench()
}
