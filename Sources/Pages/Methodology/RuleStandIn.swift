internal import Explanation
internal import Locales
internal import Methodology

/// Takes the place of the wording of rules until that is there.
struct RuleWording {
    let plan: Plan
    init(_ plan: Plan, language: String?) { self.plan = plan }
    func rule(of node: Int) -> [Paragraph] {
        let rule = plan.nodes[node].texts.rule.map { [Paragraph(.value, "Rule", lines: [.code($0)])] }
        return rule ?? []
    }
}
