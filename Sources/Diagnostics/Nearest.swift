/// The known word that a mistyped one most likely stood for.
public enum Nearest {
    /// Finds the nearest of the known words by the number of letters to change, add,
    /// leave out or swap.
    ///
    /// - Returns: `nil` when none is near: more than a third of the letters of the longer word
    ///   differ, or in a word of one or two letters more than one, or all of them. Of several
    ///   equally near the first in the given order. Letters after the hundredth do not count.
    public static func word(to word: String, among known: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased().unicodeScalars.prefix(100))
        var best: (word: String, distance: Int)?
        for candidate in known {
            let letters = Array(candidate.lowercased().unicodeScalars.prefix(100))
            let longer = max(letters.count, typed.count)
            let allowed = min(max(1, longer / 3), longer - 1, (best?.distance ?? .max) - 1)
            guard abs(letters.count - typed.count) <= allowed else { continue }
            let found = distance(typed, letters)
            if found <= allowed { best = (candidate, found) }
        }
        return best?.word
    }

    /// Optimal string alignment distance, which counts a swap of neighbours as one.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let change = left[row - 1] == right[column - 1] ? 0 : 1
                var least = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
                if row > 1, column > 1, left[row - 1] == right[column - 2],
                    left[row - 2] == right[column - 1]
                {
                    least = min(least, beforeLast[column - 2] + 1)
                }
                current[column] = least
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
