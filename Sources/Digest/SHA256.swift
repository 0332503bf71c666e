internal import CCrypto

/// SHA-256 over bytes that arrive in pieces.
///
/// - Source: FIPS 180-4 (2015), computed by OpenSSL's libcrypto.
public struct SHA256: Sendable {
    private var state: SHA256_CTX

    /// Begins with no bytes.
    public init() {
        state = SHA256_CTX()
        _ = unsafe SHA256_Init(&state)
    }

    /// Adds the next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        _ = unsafe SHA256_Update(&state, bytes, bytes.count)
    }

    /// The digest of everything added so far, as 64 lower-case hexadecimal digits.
    public func hex() -> String {
        var copy = state
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = unsafe SHA256_Final(&digest, &copy)
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
