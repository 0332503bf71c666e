/// Those that are ranked among each other at a node, and where its bands begin.
package struct Field: Sendable {
    /// The position of the node.
    package let node: Int
    /// For each group, its bodies that have an official rank, as positions in ``Model/bodies``.
    package let groups: [[Int]]
    /// The official ranks by the order of ``Model/bodies``; 0 where there is none.
    package let official: [Int32]
    /// How many bands there are; 0 where the node has none.
    package let bandCount: Int
    /// The official bands by the order of ``Model/bodies``; -1 where there is none.
    package let officialBands: [Int]

    /// Ranks scores as the edition does; those within 10⁻⁹ of the range of a group count as tied.
    ///
    /// - Parameters:
    ///   - scores: By the order of ``Model/bodies``; NaN for none.
    ///   - ranks: Of the same length; receives 0 for bodies without a score or an official rank.
    ///   - order: Memory for the work; any content.
    package func rank(_ scores: [Double], into ranks: inout [Int32], _ order: inout [Int]) {}

    /// The position of the band a score falls into; `nil` for NaN, and where there are no bands.
    package func band(of score: Double) -> Int? { nil }
}
