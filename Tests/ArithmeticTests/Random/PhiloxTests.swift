@testable internal import Arithmetic
internal import Testing

@Suite struct PhiloxTests {
    /// One known answer: counter and key, and the block.
    struct Answer: Sendable {
        let counter: [UInt32]
        let key: [UInt32]
        let block: [UInt32]
    }

    /// `philox4x32 10` of the file `kat_vectors` of Random123.
    static let known = [
        Answer(
            counter: [0, 0, 0, 0], key: [0, 0],
            block: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        Answer(
            counter: [.max, .max, .max, .max], key: [.max, .max],
            block: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        Answer(
            counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
            key: [0xa409_3822, 0x299f_31d0],
            block: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
    ]

    @Test(arguments: known)
    func `the known answers of its authors come out`(answer: Answer) {
        let (counter, key) = (answer.counter, answer.key)

        let block = Philox.block(
            counter: (counter[0], counter[1], counter[2], counter[3]), key: (key[0], key[1]))

        #expect([block.0, block.1, block.2, block.3] == answer.block)
    }
}
