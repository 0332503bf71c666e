internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What of an edition has a value that can be supposed: inputs that are numbers or flags, and the
/// values of leaves.
struct Subjects {
    let assessment: Assessment

    private var plan: Plan { assessment.plan }

    /// The ids of all of them, inputs first.
    var ids: [String] {
        plan.schema.inputs.map(\.id)
            + plan.nodes.indices.filter(isLeaf).map { plan.nodes[$0].id }
    }

    private func isLeaf(_ node: Int) -> Bool {
        plan.nodes[node].children.isEmpty && !plan.nodes[node].isHeading
    }

    /// The input or the leaf with an id; an input where both have it.
    ///
    /// - Throws: ``Refusal`` for an id that is not there, or is of something without such a value.
    func find(_ id: String) throws(Refusal) -> SupposedValue.Subject {
        if let input = plan.schema.inputs.firstIndex(where: { $0.id == id }) {
            let type = plan.schema.inputs[input].type
            guard type.isNumeric || type == .flag else {
                throw Refusal(
                    .wrongCommand, "what-if.type",
                    "\"\(id)\" is a \(type), and only numbers and flags can be supposed",
                    help: "Name a leaf that rests on it, or change the evidence of a copy")
            }
            return .input(input)
        }
        guard let node = plan.node(id) else {
            throw Refusal(
                .wrongCommand, "what-if.id",
                "\(plan.identity.name) has no input and no leaf \"\(id)\"",
                help: Nearest.word(to: id, among: ids).map { "Did you mean \"\($0)\"?" }
                    ?? "There are \(Words.some(ids, atMost: 20)); another methodology of the "
                    + "workspace is named with --edition")
        }
        guard isLeaf(node) else {
            let beneath = leaves(of: node).map { plan.nodes[$0].id }
            throw Refusal(
                .wrongCommand, "what-if.id",
                "\"\(id)\" has no value of its own: it comes from what stands beneath it",
                help: "Name one of \(Words.some(beneath, atMost: 20))")
        }
        guard plan.nodes[node].coding.isEmpty else {
            throw Refusal(
                .wrongCommand, "what-if.type",
                "the value of \"\(id)\" is a code, and only numbers and flags can be supposed",
                help: "Name another leaf, or change the evidence of a copy")
        }
        return .leaf(node)
    }

    private func leaves(of node: Int) -> [Int] {
        isLeaf(node) ? [node] : plan.nodes[node].children.flatMap(leaves)
    }

    /// Its id.
    func id(_ subject: SupposedValue.Subject) -> String {
        switch subject {
        case .input(let input): plan.schema.inputs[input].id
        case .leaf(let node): plan.nodes[node].id
        }
    }

    /// Its title and its id, as in `Complete files (files)`; the id alone where it has no title.
    func name(_ subject: SupposedValue.Subject, _ wording: Wording) -> String {
        let title =
            switch subject {
            case .input(let input): plan.schema.inputs[input].title
            case .leaf(let node): plan.nodes[node].texts.title
            }
        return wording.text(title).map { "\($0) (\(id(subject)))" } ?? id(subject)
    }

    /// The value now; `nil` where there is none that could change.
    func value(_ subject: SupposedValue.Subject, at unit: Int) -> SupposedValue.Level? {
        switch subject {
        case .input(let input):
            let column = assessment.evidence.inputs[input].column
            if case .flags(let flags) = column.values, column.presence(at: unit) == .known {
                return .flag(flags[unit])
            }
            return column.number(at: unit).map { .number($0) }
        case .leaf(let node):
            guard assessment.setOutcome(of: node, at: unit) == nil else { return nil }
            return assessment.ownValue(of: node, at: unit).map { .number($0) }
        }
    }

    /// The input's declaration; `nil` for a leaf.
    func field(_ subject: SupposedValue.Subject) -> Field? {
        guard case .input(let input) = subject else { return nil }
        return plan.schema.inputs[input]
    }
}

extension SupposedValue.Level {
    /// As it is written in files.
    var text: String {
        switch self {
        case .number(let number): number.description
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    /// As the language of a wording writes it, in English without marks between thousands.
    func told(_ wording: Wording) -> String {
        guard case .number(let number) = self else { return text }
        let digits = number.description
        return wording.locale == .english ? digits : wording.locale.decimal(digits)
    }
}
