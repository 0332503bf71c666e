internal import Expressions

extension Program {
    /// A function over several values of a body; blanks are skipped.
    func over(_ function: Aggregate, _ parts: Range<Int>, _ work: inout Work) -> Double {
        var (sum, count) = (0.0, 0)
        for part in parts {
            let value = work.registers[lists[part]]
            if let blank = Blank(value) {
                if blank == .failed { return value }
                continue
            }
            work.parts[count] = value
            work.order[count] = count
            count += 1
            sum += value
        }
        guard count > 0 else { return Blank.missing.value }
        let number = Double(count)
        switch function {
        case .sum, .count: return sum
        case .average: return sum / number
        case .sampleDeviation, .populationDeviation:
            let isSample = function == .sampleDeviation
            guard !isSample || count > 1 else { return Blank.missing.value }
            var squares = 0.0
            for index in 0..<count {
                let distance = work.parts[index] - sum / number
                squares += distance * distance
            }
            return (squares / (isSample ? number - 1 : number)).squareRoot()
        case .least, .greatest, .median:
            Sorting.sort(&work.order, count: count, by: work.parts)
            let (low, high) = ((count - 1) / 2, count / 2)
            return switch function {
            case .least: work.parts[work.order[0]]
            case .greatest: work.parts[work.order[count - 1]]
            default: (work.parts[work.order[low]] + work.parts[work.order[high]]) / 2
            }
        }
    }
}
