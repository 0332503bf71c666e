internal import Digest
internal import Testing

@Suite struct SHA256Tests {
    // FIPS 180-4 with NIST's example values for SHA-256; the empty message is in its SHAVS set.
    static let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    @Test(arguments: vectors.indices)
    func `the published digests come out`(index: Int) {
        let (message, digest) = Self.vectors[index]

        #expect(SHA256.hex(of: Array(message.utf8)) == digest)
    }

    @Test(arguments: vectors.indices, [1, 55, 56, 63, 64, 65, 4096])
    func `pieces of any length give the same digest`(index: Int, length: Int) {
        let (message, expected) = Self.vectors[index]
        // The long message byte by byte says nothing that its first thousand pieces do not.
        let bytes = Array(message.utf8)
        var digest = SHA256()

        var start = 0
        while start < bytes.count {
            let end = min(start + (start < 5000 ? length : 100_000), bytes.count)
            digest.update(Array(bytes[start..<end]))
            start = end
        }

        #expect(digest.hex() == expected)
    }

    @Test func `asking for the digest changes nothing, and copies go their own way`() {
        var first = SHA256()
        first.update(Array("ab".utf8))
        var second = first
        let before = first.hex()
        second.update(Array("c".utf8))
        first.update([])

        #expect(second.hex() == Self.vectors[1].1)
        #expect(first.hex() == before)
        #expect(before == SHA256.hex(of: Array("ab".utf8)))
    }
}
