public import Diagnostics

/// How what lies beneath a node hangs together, in the scores of one period.
///
/// Looked at are the bodies for which the node is applicable. Scores are those that count in the
/// node, filled ones among them; values are the indicators' own before a score was made of them,
/// without those that were filled.
public struct Coherence: Sendable {
    /// The position of the node on top.
    public let node: Int
    /// The position of the period.
    public let period: Int
    /// The positions of the bodies in the evidence, in its order.
    public let bodies: [Int]
    /// The indicators beneath the node, in the order of the edition.
    public let indicators: [Indicator]
    /// What each body has of its own evidence, by the order of ``bodies``.
    public let availability: [Availability]
    /// How far the scores of all elements, and of the node itself, go together.
    ///
    /// Where these are more than a thousand, only those with children are compared; where these
    /// are as well, none.
    public let correlations: CorrelationTable
    /// Nodes with children, the one on top first, in the order of the edition.
    public let groups: [Group]
    /// Everything beneath the node, in the order of the edition.
    public let elements: [Element]
    /// What becomes of the node without each element, in the order of the edition.
    ///
    /// An element that is removed counts as not applicable, and the others beneath its parent share
    /// its weight. Empty where ``obstacles`` say why.
    public let removals: [Removal]
    /// Why the node cannot be computed without elements; empty where it can.
    public let obstacles: [Diagnostic]

    /// An indicator: an element without elements beneath it.
    public struct Indicator: Sendable {
        /// Its position among the nodes.
        public let node: Int
        /// What its values are like; `nil` where no body has one.
        public let summary: Summary?
    }

    /// A node and its children.
    public struct Group: Sendable {
        /// Its position among the nodes.
        public let node: Int
        /// The positions of its children.
        public let children: [Int]
        /// Cronbach's alpha of the children's scores.
        ///
        ///     α = k / (k − 1) · (1 − Σ variances / Σ covariances)
        ///
        /// `nil` of a single child, where two children have fewer than two bodies in common, and
        /// where covariances do not sum to more than 0.
        public let alpha: Double?
        /// The directions in which the children's scores spread; `nil` of a single child, with
        /// fewer than two bodies that have all scores, and where one is constant.
        public let components: PrincipalComponents?
        /// Weights that make children as important as the edition says; `nil` where the node is
        /// no weighted mean, and where ``OptimisedWeights`` finds none.
        public let optimised: OptimisedWeights?
    }

    /// Something beneath the node.
    public struct Element: Sendable {
        /// Its position among the nodes.
        public let node: Int
        /// The position of the node it is a child of.
        public let parent: Int
        /// Its share of the weight of its parent's children, a mean over the bodies; `nil` where
        /// the parent has no weights.
        public let weightInParent: Double?
        /// How far it decides its parent's score; `nil` with fewer than three bodies, or where one
        /// of both is constant.
        public let influenceOnParent: Influence?
        /// Its share of the weight down from the node on top: the product of the shares on the
        /// way; `nil` where one of them is not there.
        public let weight: Double?
        /// How far it decides the score on top; `nil` as for its parent.
        public let influence: Influence?
    }

    /// Something to think about.
    public enum Warning: Hashable, Sendable {
        /// Values of an indicator may say little.
        case values(Int, Summary.Concern)
        /// Two children of one node go against each other: Pearson's correlation is below 0.
        case opposed(Int, Int, Double)
        /// A child goes against the node it is a part of.
        case againstParent(Int, parent: Int, Double)
        /// Two indicators say nearly the same: Pearson's correlation is above 0.9.
        case alike(Int, Int, Double)
    }

    /// What is to be thought of: indicators first, then children of one node, then children and
    /// their node, then indicators that are alike; each in the order of the edition.
    ///
    /// - Source: OECD and Joint Research Centre, Handbook on Constructing Composite Indicators
    ///   (2008), step 4; the limits are those in the audits of the Joint Research Centre.
    public var warnings: [Warning] {
        let values = indicators.flatMap { indicator in
            (indicator.summary?.concerns ?? []).map { Warning.values(indicator.node, $0) }
        }
        // Of two bodies any two scores go together fully, or fully against each other.
        guard bodies.count > 2 else { return values }
        let siblings = groups.flatMap { group in
            pairs(group.children).compactMap { one, other in
                pearson(one, other).flatMap { $0 < 0 ? Warning.opposed(one, other, $0) : nil }
            }
        }
        let upwards = elements.compactMap { element -> Warning? in
            guard let influence = element.influenceOnParent, influence.correlation < 0 else {
                return nil
            }
            return .againstParent(element.node, parent: element.parent, influence.correlation)
        }
        let alike = pairs(indicators.map(\.node)).compactMap { one, other in
            pearson(one, other).flatMap { $0 > 0.9 ? Warning.alike(one, other, $0) : nil }
        }
        return values + siblings + upwards + alike
    }

    /// Whether anything beneath the node could be compared among three bodies or more.
    public var isTold: Bool {
        bodies.count > 2
            && groups.contains { group in
                pairs(group.children).contains { pearson($0, $1) != nil }
            }
    }

    private func pearson(_ one: Int, _ other: Int) -> Double? {
        correlations.of(.pearson, one, other)
    }

    private func pairs(_ nodes: [Int]) -> [(Int, Int)] {
        nodes.indices.flatMap { place in
            nodes[(place + 1)...].map { (nodes[place], $0) }
        }
    }
}
