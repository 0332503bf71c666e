/// What a search makes as small as it can: the price, or the weight of the blocks that do not hold.
enum SearchAim {
    /// The price with which blocks of this weight hold.
    case price(weight: Int64)
    /// The weight that is missed with this price at most.
    case missed(most: Int64)
}

/// A set of measures that the search came to.
struct SearchFind {
    /// What is made small.
    let figure: Int64
    /// Sorted positions.
    let chosen: [Int]
}
