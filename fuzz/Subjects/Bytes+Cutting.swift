extension [UInt8] {
    /// What stands before the first occurrence of a mark, and what stands behind it.
    func cut(at mark: [UInt8]) -> [[UInt8]] {
        var start = 0
        while start + mark.count <= count {
            if self[start...].starts(with: mark) {
                return [Array(self[..<start]), Array(self[(start + mark.count)...])]
            }
            start += 1
        }
        return [self]
    }
}
