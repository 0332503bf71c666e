extension DiagnosticLog {
    /// The same by place, as a reader meets them.
    ///
    /// Those without a place come first; those of one place stay in the order in which they
    /// were added. What was only counted stays counted.
    public func sorted() -> DiagnosticLog {
        let ordered = entries.enumerated().sorted { left, right in
            switch (left.element.place, right.element.place) {
            case (let first?, let second?) where first != second: first < second
            case (nil, .some): true
            case (.some, nil): false
            default: left.offset < right.offset
            }
        }
        return reordered(ordered.map(\.element))
    }
}
