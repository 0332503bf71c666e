internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What the page about the methodology says, made from the plan alone.
struct MethodologyModel {
    let context: PageContext
    /// The rules in words.
    let rules: RuleWording
    /// What holds for the edition as a whole.
    private let edition: [Paragraph]

    init(_ context: PageContext) {
        self.context = context
        rules = RuleWording(context.assessment.plan, language: context.tag)
        edition = rules.edition()
    }

    var plan: Plan { context.assessment.plan }
    var texts: Phrases { context.phrases }

    /// What the methodology is called.
    var title: Phrase { rules.phrase(plan.identity.title) ?? Phrase(plan.identity.name) }

    /// Topics that have a section of their own.
    private static let ofSections: Set<Paragraph.Topic> = [
        .assumptions, .bands, .ranking, .objections,
    ]

    /// What stands in the first section.
    var general: [Paragraph] { edition.filter { !Self.ofSections.contains($0.topic) } }

    /// Paragraphs of a topic without their titles, which the section's heading says.
    func paragraphs(_ topic: Paragraph.Topic) -> [Paragraph] {
        edition.filter { $0.topic == topic }.map { Paragraph($0.topic, "", $0.contents) }
    }

    /// Whether something was chosen without a source, or is not known.
    var hasAssumptions: Bool {
        plan.nodes.contains(where: \.isAssumed)
            || plan.parameters.contains { parameter in
                parameter.isAssumed || parameter.values.contains { $0.value == nil }
            }
    }

    /// What something rests on, each leading to its source.
    func citations(_ citations: [Plan.Citation]) -> Phrase {
        citations.map(rules.citation).joined(separator: texts.semicolon)
    }
}
