public import Domain
internal import Evidence
internal import Expressions
public import Locales
internal import Methodology
public import Scoring

/// Says in words what an assessment holds, in one language.
public struct Wording: Sendable {
    /// What is spoken of.
    public let assessment: Assessment
    /// The language of titles, as in `fr`; where a text lacks it, the first one written.
    public let language: String?
    /// The language of our own words: English where we do not speak that of the titles.
    public let locale: Locale
    /// Our own words.
    let phrases: Phrases

    /// A wording for an assessment.
    public init(_ assessment: Assessment, language: String? = nil) {
        self.assessment = assessment
        self.language = language
        locale = language.flatMap { Locale(tag: $0) } ?? .english
        phrases = Phrases(locale)
    }

    /// The node's title, or its id.
    public func node(_ position: Int) -> String {
        let node = assessment.plan.nodes[position]
        return node.texts.title?.text(in: language) ?? node.id
    }

    /// The body's title, or its id.
    public func body(_ position: Int) -> String {
        let body = assessment.evidence.bodies[position]
        return body.title.text(in: language) ?? body.id
    }

    /// A text in the language.
    public func text(_ map: LanguageMap?) -> String? { map?.text(in: language) }

    /// The band's title, or its id; `nil` where there is no band.
    public func band(of node: Int, at unit: Int) -> String? {
        assessment.band(of: node, at: unit).map { text($0.title) ?? $0.id }
    }

    /// As in `order 28 (order-28), clause 7`.
    func citation(_ citation: Plan.Citation) -> String {
        CitationWording.text(citation, assessment.plan.sources[citation.source], language)
    }

    /// The period of the edition's form with an index.
    func period(_ index: Int) -> String {
        Period(assessment.plan.schema.periodForm, index: index).description
    }

    /// The period that a unit belongs to.
    func period(of unit: Int) -> String {
        assessment.evidence.periods[assessment.period(of: unit)].description
    }

    /// What a blank goes back to, as in `headcount` or `the score of Answers in time`.
    func origin(_ origin: Origin) -> String {
        let schema = assessment.plan.schema
        switch origin {
        case .input(let input): return schema.inputs[input].id
        case .field(let table, let field):
            return "\(schema.tables[table].id).\(schema.tables[table].fields[field].id)"
        case .computed(let table, let field):
            return "\(schema.tables[table].id).\(assessment.plan.computed[table][field].id)"
        case .parameter(let parameter):
            return "the parameter \(assessment.plan.parameters[parameter].id)"
        case .score(let node):
            let word = assessment.plan.nodes[node].isGraded ? "grade" : "score"
            return "the \(word) of \(self.node(node))"
        case .nothing(let function): return "a value for \(function) to work on"
        case .group: return "the body's group"
        case .period(let index): return "what was to be handed in for \(period(index))"
        case .unscored(let index): return "the score of \(period(index))"
        case .earlier(let origin, let unit): return "\(self.origin(origin)) in \(period(of: unit))"
        }
    }
}
