/// Items of a size and a price, some of which have to come to a size at the least price.
///
/// Bodies with their staff, to cover a share of all staff; or, sizes and prices by turns, bodies to be
/// left out so that the rest keeps to the budget.
struct SearchCover {
    /// A block that holds with one of its sets.
    struct Item {
        var size: Int64
        var price: Int64
        let block: Int32
        let set: Int32

        /// Weight and price are above 0.
        init(block: Int, weight: Int64, set: Int, price: Int64) {
            (size, self.price) = (weight, price)
            (self.block, self.set) = (Int32(block), Int32(set))
        }
    }

    /// What covers, by positions in the items.
    struct Found {
        let price: Int64
        let taken: [Int]
    }

    /// Whether the price is the size, and the weight the price.
    var isPricedByWeight = false
    private(set) var items: [Item] = []
    /// Of all sizes.
    private(set) var total: Int64 = 0

    /// Forgets all items, and has these.
    mutating func begin(with items: [Item]) {
        self.items.removeAll(keepingCapacity: true)
        total = 0
        for item in items { add(item) }
    }

    mutating func add(_ item: Item) {
        var item = item
        if isPricedByWeight { (item.size, item.price) = (item.price, item.size) }
        items.append(item)
        total += item.size
    }

    /// What no cover costs less than: items from the cheapest for their size, the last one in part,
    /// rounded up; `nil` where all together do not suffice.
    mutating func least(_ size: Int64) -> Int64? {
        guard size > 0 else { return 0 }
        guard total >= size else { return nil }
        var (low, high, left, sum) = (0, items.count, size, Int64(0))
        // Everything before `low` is taken; the item in part is within `low..<high`.
        while high - low > 1 {
            let (pivot, before, price) = part(low, high)
            if before >= left {
                high = pivot
            } else if before + items[pivot].size >= left {
                return sum + price + items[pivot].partly(left - before)
            } else {
                left -= before + items[pivot].size
                sum += price + items[pivot].price
                low = pivot + 1
            }
        }
        return sum + items[low].partly(left)
    }

    /// Puts what is cheaper for its size than an item in the middle before it.
    ///
    /// - Returns: Where the item is, and what the ones before it come to, from `low`.
    private mutating func part(_ low: Int, _ high: Int) -> (pivot: Int, size: Int64, price: Int64) {
        items.swapAt((low + high) / 2, high - 1)
        let last = items[high - 1]
        var (place, size, price) = (low, Int64(0), Int64(0))
        for index in low..<high - 1 where items[index].isCheaper(than: last) {
            size += items[index].size
            price += items[index].price
            if index != place { items.swapAt(index, place) }
            place += 1
        }
        items.swapAt(place, high - 1)
        return (place, size, price)
    }

    /// Orders items for ``SearchPacking``, those that are as cheap by a number of each.
    mutating func sort(by numbers: [Int]) {
        let order = items.indices.sorted {
            items[$0].isCheaper(than: items[$1])
                || !items[$1].isCheaper(than: items[$0]) && numbers[$0] < numbers[$1]
        }
        items = order.map { items[$0] }
    }
}

extension SearchCover.Item {
    /// The price of a part of its size, rounded up.
    func partly(_ part: Int64) -> Int64 {
        let (whole, rest) = (Int128(price) * Int128(part)).quotientAndRemainder(
            dividingBy: Int128(size))
        return Int64(rest > 0 ? whole + 1 : whole)
    }

    func isCheaper(than other: SearchCover.Item) -> Bool {
        let (left, right) = (
            price.multipliedFullWidth(by: other.size), other.price.multipliedFullWidth(by: size)
        )
        return left.high == right.high ? left.low < right.low : left.high < right.high
    }
}
