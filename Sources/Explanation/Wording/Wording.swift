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
    /// The language of titles, and of our own words.
    public let spoken: SpokenLanguage
    /// Whether days stand as in sentences, as in `2 March 2026`; otherwise as in files and narrow
    /// tables.
    public var hasLongDays = false
    /// Whether inputs and formulas are told by titles and in words; otherwise as they stand in
    /// the files.
    public var usesTitles = false
    /// Our own words.
    let phrases: Phrases

    /// A wording for an assessment.
    public init(_ assessment: Assessment, language: String? = nil) {
        self.assessment = assessment
        spoken = SpokenLanguage(language)
        phrases = Phrases(spoken.locale)
    }

    /// The language of our own words.
    public var locale: Locale { spoken.locale }

    /// The rules of the edition in the same language.
    var rules: RuleWording { RuleWording(assessment.plan, language: spoken.asked) }

    /// A formula, or the part of it that stands in a range of its text.
    func told(_ formula: Formula, _ range: Range<Int>? = nil, table: Int? = nil) -> Phrase {
        let code = Phrase.code(range.map(formula.source.slice) ?? formula.source.text)
        let part = range.flatMap { range in formula.expression.first { $0.range == range } }
        guard usesTitles, let expression = range == nil ? formula.expression : part else {
            return code
        }
        return FormulaWording(rules: rules, table: table).words(expression) ?? code
    }

    /// The node's title, or its id.
    public func node(_ position: Int) -> String {
        let node = assessment.plan.nodes[position]
        return node.texts.title?.text(in: spoken.asked) ?? node.id
    }

    /// The body's title, or its id.
    public func body(_ position: Int) -> String {
        let body = assessment.evidence.bodies[position]
        return body.title.text(in: spoken.asked) ?? body.id
    }

    /// A text in the language.
    public func text(_ map: LanguageMap?) -> String? { map?.text(in: spoken.asked) }

    /// The band's title, or its id; `nil` where there is no band.
    public func band(of node: Int, at unit: Int) -> String? {
        assessment.band(of: node, at: unit).map { text($0.title) ?? $0.id }
    }

    /// The period of the edition's form with an index.
    func period(_ index: Int) -> String {
        Period(assessment.plan.schema.periodForm, index: index).description
    }

    /// The period that a unit belongs to.
    func period(of unit: Int) -> String {
        assessment.evidence.periods[assessment.period(of: unit)].description
    }
}
