internal import CSodium

/// SHA-256 over bytes that arrive in pieces.
///
/// - Source: FIPS 180-4 (2015), computed by libsodium.
public struct SHA256: Sendable {
    private var state: crypto_hash_sha256_state

    /// Begins with no bytes.
    public init() {
        state = crypto_hash_sha256_state()
        _ = unsafe crypto_hash_sha256_init(&state)
    }

    /// Adds the next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        _ = unsafe crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// The digest of everything added so far, as 64 lower-case hexadecimal digits.
    public func hex() -> String {
        var copy = state
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        _ = unsafe crypto_hash_sha256_final(&copy, &digest)
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digest of the bytes at once.
    public static func hex(of bytes: [UInt8]) -> String {
        var digest = SHA256()
        digest.update(bytes)
        return digest.hex()
    }
}
