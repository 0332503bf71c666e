/// How far a value has been checked.
public enum EvidenceStatus: String, CaseIterable, Hashable, Sendable {
    /// Taken from an official publication.
    case published
    /// Checked by an evaluator.
    case verified
    /// Handed in and not checked.
    case reported

    /// Whether an official result may rest on it.
    public var isVerified: Bool { self != .reported }
}

/// Where a value comes from, besides its file and row.
public struct Provenance: Hashable, Sendable {
    /// How far it has been checked.
    public let status: EvidenceStatus
    /// The publication or register it was taken from, as written.
    public let source: String?
    /// The document that proves it, as written.
    public let proof: String?

    /// Makes a provenance from its parts.
    public init(status: EvidenceStatus, source: String? = nil, proof: String? = nil) {
        self.status = status
        self.source = source
        self.proof = proof
    }
}
