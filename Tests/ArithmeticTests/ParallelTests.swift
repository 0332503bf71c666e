@testable internal import Arithmetic
internal import Synchronization
internal import Testing

@Suite struct ParallelTests {
    static let threads: [Int?] = [nil, .min, 0, 1, 2, 3, 8, 1000, .max]

    @Test(arguments: threads, [1, 2, 7, 100, 101, 1000, Int.max])
    func `pieces come back in order, whatever the number of threads`(threads: Int?, chunk: Int) {
        let pieces = Parallel.map(101, chunk: chunk, threads: threads) { Array($0) }

        #expect(pieces.flatMap(\.self) == Array(0..<101))
        #expect(pieces.dropLast().allSatisfy { $0.count == chunk })
        #expect(pieces.count == (101 - 1) / chunk + 1)
    }

    @Test func `sums do not depend on the number of threads`() {
        let values = (0..<10_000).map { Fixed($0 - 3000) }
        let sums = [1, 2, 8].map { threads in
            Parallel.map(values.count, chunk: 97, threads: threads) { range in
                var sum = WideSum()
                for index in range { sum.add(values[index], times: Int64(index)) }
                return sum
            }
        }

        #expect(sums[0] == sums[1])
        #expect(sums[0] == sums[2])
    }

    @Test(arguments: [0, -1, .min], threads)
    func `without items there are no pieces`(count: Int, threads: Int?) {
        #expect(Parallel.map(count, chunk: 10, threads: threads) { $0 }.isEmpty)
    }

    @Test(arguments: [0, -5, .min])
    func `a chunk below one counts as one`(chunk: Int) {
        #expect(Parallel.map(3, chunk: chunk, threads: 2) { $0 } == [0..<1, 1..<2, 2..<3])
    }

    @Test func `as many items as there are numbers are cut without overflow`() {
        let pieces = Parallel.map(.max, chunk: .max / 2, threads: 2) { $0 }

        #expect(pieces == [0..<(.max / 2), (.max / 2)..<(.max - 1), (.max - 1)..<(.max)])
    }

    @Test func `failures come back in order as results`() {
        let results = Parallel.map(4, chunk: 1, threads: 4) { range in
            Result { () throws(ArithmeticError) in
                try Fixed.one.divided(by: Fixed(range.lowerBound % 2))
            }
        }

        #expect(results.map { (try? $0.get()) != nil } == [false, true, false, true])
    }

    @Test(arguments: threads, [1, 2, 7, 100, 101, Int.max])
    func `pieces are handed on in order, whatever the number of threads`(
        threads: Int?, chunk: Int
    ) {
        let taken = Mutex<[Int]>([])

        Parallel.stream(101, chunk: chunk, threads: threads) {
            Array($0)
        } taking: { piece in
            taken.withLock { $0 += piece }
        }

        #expect(taken.withLock { $0 } == Array(0..<101))
    }

    @Test(arguments: threads)
    func `nothing is handed on after what takes the pieces has failed`(threads: Int?) {
        let taken = Mutex<[Int]>([])

        #expect(throws: ArithmeticError.overflow) {
            try Parallel.stream(1000, chunk: 1, threads: threads) {
                $0.lowerBound
            } taking: { (piece) throws(ArithmeticError) in
                guard piece < 20 else { throw .overflow }
                taken.withLock { $0.append(piece) }
            }
        }

        #expect(taken.withLock { $0 } == Array(0..<20))
    }

    @Test(arguments: [0, -1, .min], threads)
    func `without items nothing is handed on`(count: Int, threads: Int?) {
        Parallel.stream(count, chunk: 10, threads: threads) {
            $0
        } taking: { _ in
            Issue.record("there is no piece to take")
        }
    }

    @Test func `no more pieces are held than there are threads`() {
        let held = Mutex(0)
        let most = Mutex(0)

        Parallel.stream(500, chunk: 1, threads: 3) { _ in
            let now = held.withLock { count in
                count += 1
                return count
            }
            most.withLock { $0 = max($0, now) }
        } taking: { _ in
            held.withLock { $0 -= 1 }
        }

        #expect(most.withLock { $0 } <= 3)
    }

    @Test(arguments: threads)
    func `drawn items are handed on in their order`(threads: Int?) {
        let drawn = Mutex(0)
        let taken = Mutex<[Int]>([])

        Parallel.stream(threads: threads) {
            drawn.withLock { count in
                count += 1
                return count <= 500 ? count : nil
            }
        } making: {
            $0 * 2
        } taking: { piece in
            taken.withLock { $0.append(piece) }
        }

        #expect(taken.withLock { $0 } == (1...500).map { $0 * 2 })
    }

    @Test(arguments: threads)
    func `what was drawn before drawing failed is still handed on`(threads: Int?) {
        let drawn = Mutex(0)
        let taken = Mutex<[Int]>([])

        #expect(throws: ArithmeticError.overflow) {
            try Parallel.stream(threads: threads) { () throws(ArithmeticError) -> Int? in
                let count = drawn.withLock { count in
                    count += 1
                    return count
                }
                guard count <= 20 else { throw .overflow }
                return count
            } making: {
                $0
            } taking: { (piece) throws(ArithmeticError) in
                taken.withLock { $0.append(piece) }
            }
        }

        #expect(taken.withLock { $0 } == Array(1...20))
    }

    @Test(arguments: threads)
    func `a failure to take comes before a later failure to draw`(threads: Int?) {
        let drawn = Mutex(0)

        #expect(throws: ArithmeticError.divisionByZero) {
            try Parallel.stream(threads: threads) { () throws(ArithmeticError) -> Int? in
                let count = drawn.withLock { count in
                    count += 1
                    return count
                }
                guard count <= 3 else { throw .overflow }
                return count
            } making: {
                $0
            } taking: { (piece) throws(ArithmeticError) in
                guard piece < 3 else { throw .divisionByZero }
            }
        }
    }
}
