package import Explanation
package import Locales
internal import Methodology
package import Robustness
internal import Scoring

/// Says in words how what lies beneath a node hangs together.
package struct CoherenceWording: Sendable {
    let coherence: Coherence
    let wording: Wording
    private let texts: Phrases

    /// The wording of a node's coherence in a language.
    package init(_ coherence: Coherence, _ wording: Wording) {
        self.coherence = coherence
        self.wording = wording
        texts = Phrases(wording.locale)
    }

    /// How many things are to be thought of.
    package var finding: Phrase {
        let (name, count) = (wording.nodeName(coherence.node), coherence.warnings.count)
        guard count == 0 else { return texts.coherenceFound(name: name, warnings: count) }
        return coherence.isTold
            ? texts.coherenceGood(name: name) : texts.coherenceUntold(name: name)
    }

    /// Which child of the node differs most in what it weighs and what follows from it; `nil`
    /// where that cannot be told.
    package var weighing: Phrase? {
        let parts: [(node: Int, weight: Double, influence: Double)] =
            coherence.elements.compactMap { element in
                guard element.parent == coherence.node, let weight = element.weightInParent,
                    let influence = element.influenceOnParent
                else { return nil }
                return (element.node, weight, influence.linear)
            }
        let sum = parts.reduce(0) { $0 + $1.influence }
        guard parts.count > 1, sum > 0 else { return nil }
        func gap(_ part: (node: Int, weight: Double, influence: Double)) -> Double {
            (part.influence / sum - part.weight).magnitude
        }
        guard let widest = parts.max(by: { gap($0) < gap($1) }) else { return nil }
        return texts.coherenceWeighs(
            name: wording.nodeName(widest.node), weight: .share(widest.weight, wording.locale),
            influence: .share(widest.influence / sum, wording.locale),
            node: wording.nodeName(coherence.node))
    }

    /// A thing to think about.
    package func told(_ warning: Coherence.Warning) -> Phrase {
        switch warning {
        case .values(let node, let concern): return told(node, concern)
        case .opposed(let one, let other, let correlation):
            return texts.coherenceOpposed(
                one: wording.nodeName(one), other: wording.nodeName(other),
                correlation: figure(correlation))
        case .againstParent(let node, let parent, let correlation):
            return texts.coherenceAgainst(
                one: wording.nodeName(node), whole: wording.nodeName(parent),
                correlation: figure(correlation))
        case .alike(let one, let other, let correlation):
            return texts.coherenceAlike(
                one: wording.nodeName(one), other: wording.nodeName(other),
                correlation: figure(correlation))
        }
    }

    private func told(_ node: Int, _ concern: Summary.Concern) -> Phrase {
        let name = wording.nodeName(node)
        let summary = coherence.indicators.first { $0.node == node }?.summary
        switch concern {
        case .fewValues:
            return texts.coherenceFewValues(
                name: name, share: .share(summary?.availableShare ?? 0, wording.locale))
        case .manyZeros:
            return texts.coherenceManyZeros(
                name: name, share: .share(1 - (summary?.nonZeroShare ?? 0), wording.locale))
        case .fewDistinct:
            return texts.coherenceFewDistinct(
                name: name, different: summary?.unique ?? 0, values: summary?.available ?? 0)
        case .outliers: return texts.coherenceOutliers(name: name)
        }
    }

    /// With two digits after the point, or with as many, up to six, as show its sign.
    private func figure(_ number: Double) -> Phrase {
        let shown = (2...6).lazy.map(number.rounded(digits:)).first { Double($0) != 0 }
        return .figure(
            exact: number.plainDigits, shown: wording.locale.decimal(shown ?? number.plainDigits))
    }
}
