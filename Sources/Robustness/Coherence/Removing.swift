internal import Arithmetic
internal import Methodology
internal import Scoring

/// Runs of a model, in each of which one element beneath a node is left out.
struct Removing: Sendable {
    private let model: Model

    /// Compiles the runs.
    ///
    /// - Throws: What runs cannot compute.
    init(_ assessment: Assessment, node: Int, period: Int) throws(Study.Diagnostics) {
        let alternatives = Alternatives(
            nodes: [node], leavesOneOut: true, place: assessment.plan.nodes[node].place)
        model = try Model(assessment, alternatives, period: period)
    }

    /// What becomes of the node without each of some elements.
    ///
    /// - Parameters:
    ///   - elements: Positions of nodes beneath the node.
    ///   - bodies: Positions in the evidence; scores and ranks come in their order.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: One for each element, in their order.
    func all(_ elements: [Int], _ bodies: [Int], threads: Int?) -> [Removal] {
        let places = Dictionary(
            uniqueKeysWithValues: model.bodies.enumerated().map { ($1, $0) })
        let order = bodies.map { places[$0] }
        return Parallel.map(elements.count, chunk: 8, threads: threads) { range in
            var scratch = model.scratch()
            return range.map { removal(of: elements[$0], order, in: &scratch) }
        }.flatMap { $0 }
    }

    /// What becomes of it without one; `order` holds for each body its place in the model.
    private func removal(
        of element: Int, _ order: [Int?], in scratch: inout Scratch
    ) -> Removal {
        var settings = Settings()
        settings.leftOut = element
        model.run(settings, in: &scratch)
        let (field, scores) = (model.fields[0], scratch.scores[0])
        var ranks = [Int32](repeating: 0, count: scores.count)
        var memory = [Int](repeating: 0, count: scores.count)
        field.rank(scores, into: &ranks, &memory)
        func known(_ ranks: [Int32]) -> [Int?] {
            order.map { place in place.flatMap { ranks[$0] > 0 ? Int(ranks[$0]) : nil } }
        }
        return Removal(
            element: element,
            scores: order.map { place in place.flatMap { scores[$0].isNaN ? nil : scores[$0] } },
            ranks: known(ranks), official: known(field.official))
    }
}
