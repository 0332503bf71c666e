public struct Fixed: Hashable, Sendable {
    public let raw: Int128
    public init(raw: Int128) { self.raw = raw }
}
