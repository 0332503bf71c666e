/// One reader that is handed whatever comes.
///
/// `read` returns for every input, within moments, and what it returns agrees with what it tells:
/// something came out, or an error was told. It stops the program where they disagree.
public struct FuzzSubject: Sendable {
    /// The name of its folders in `fuzz/corpus` and `fuzz/finds`.
    public let name: String
    /// Reads bytes and lets go of what came out.
    public let read: @Sendable ([UInt8]) -> Void

    /// All of them.
    public static let all = [formula, edition, table, descriptor]
}
