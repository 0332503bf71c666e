/// The aggregate that compares bodies in pairs by the children in which each is better.
extension Inner {
    /// Takes as many steps as there are children times bodies times bodies.
    func outrank(
        _ settings: Settings, _ columns: [Column], into column: inout Column, _ work: inout Work
    ) {
        let (bodies, count) = (column.scores.count, children.count)
        for body in column.scores.indices {
            column.marks[body] = gather(body, combining, settings, columns, &work)
            for child in 0..<count {
                let isCounted = column.marks[body] == .score && work.effective[child] > 0
                work.matrix[child * bodies + body] = isCounted ? work.parts[child] : .nan
            }
        }
        for override in path.overrides where !override.mark.hasScore {
            column.marks[override.body] = override.mark
            for child in 0..<count { work.matrix[child * bodies + override.body] = .nan }
        }
        for body in column.scores.indices {
            column.scores[body] =
                column.marks[body] == .score ? standing(of: body, bodies, &work) : .nan
        }
        column.settle()
    }

    /// How many bodies it outranks, less how many outrank it.
    private func standing(of body: Int, _ bodies: Int, _ work: inout Work) -> Double {
        for other in 0..<bodies { (work.sums[other], work.values[other]) = (0, 0) }
        for child in children.indices {
            let (own, weight) = (work.matrix[child * bodies + body], work.weights[child])
            guard !own.isNaN else { continue }
            for other in 0..<bodies {
                let difference = own - work.matrix[child * bodies + other]
                guard !difference.isNaN else { continue }
                work.values[other] += weight
                // Scores that differ by their own rounding alone are the same.
                guard difference.magnitude > Rule.snap * max(own.magnitude, 1) else { continue }
                work.sums[other] += difference > 0 ? weight : -weight
            }
        }
        var standing = 0.0
        for other in 0..<bodies where work.sums[other].magnitude > Rule.snap * work.values[other] {
            standing += work.sums[other] > 0 ? 1 : -1
        }
        return standing
    }
}
