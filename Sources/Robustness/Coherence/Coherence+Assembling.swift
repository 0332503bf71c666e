internal import Arithmetic
internal import Evidence
internal import Methodology
public import Scoring

extension Coherence {
    /// Looks at the scores beneath a node.
    ///
    /// Fails where the node was not computed, is a heading, has nothing beneath it or is applicable
    /// to no body, and where the edition does not hold for the period.
    ///
    /// - Parameters:
    ///   - assessment: The official results.
    ///   - node: The position of a node with children.
    ///   - period: The position of a period.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    public init?(_ assessment: Assessment, node: Int, period: Int, threads: Int? = nil) {
        let plan = assessment.plan
        guard plan.nodes.indices.contains(node), !plan.nodes[node].children.isEmpty,
            assessment.scoredPeriods.contains(period), let top = assessment.columns[node]
        else { return nil }
        let bodies = assessment.evidence.bodies.indices.filter { body in
            top.states[assessment.unit(body: body, period: period)] != .notApplicable
        }
        guard !bodies.isEmpty, !plan.nodes[node].isHeading else { return nil }
        let tree = ElementTree(assessment, node: node, period: period, bodies: bodies)
        let scores = tree.nodes.map(tree.scores)
        let columns = Dictionary(uniqueKeysWithValues: zip(tree.nodes, scores))
        (self.node, self.period, self.bodies) = (node, period, bodies)
        indicators = tree.indicators.map { indicator in
            Indicator(node: indicator, summary: Summary(tree.values(of: indicator)))
        }
        availability = bodies.indices.map { Availability(tree.values(ofBody: $0)) }
        let compared = tree.compared
        correlations = CorrelationTable(
            compared, compared.compactMap { columns[$0] }, threads: threads)
        elements = tree.elements(columns)
        let made = Parallel.map(tree.inner.count, chunk: 1, threads: threads) { range in
            tree.group(tree.inner[range.lowerBound], columns)
        }
        groups = made
        do throws(Study.Diagnostics) {
            let removing = try Removing(assessment, node: node, period: period)
            removals = removing.all(tree.nodes.filter { $0 != node }, bodies, threads: threads)
            obstacles = []
        } catch {
            (removals, obstacles) = ([], error.all)
        }
    }
}
