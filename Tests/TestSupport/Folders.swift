public import Foundation
public import Testing

/// Folders that tests read from.
public enum Folders {
    /// The root of the project.
    public static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of data sets beside the project.
    private static let shared = project.deletingLastPathComponent().appending(path: "shared/data")

    /// Whether the data sets are there; tests that need them say so with
    /// `.enabled(if: Folders.hasSharedData, Folders.needsSharedData)`.
    public static let hasSharedData = FileManager.default.fileExists(atPath: shared.path)

    /// Why a test is skipped.
    public static let needsSharedData: Comment = "needs the data sets beside the project"

    /// The bytes of a file of the data sets, as in `rounding/expected/r_4.2.2_round.csv`.
    public static func sharedData(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: shared.appending(path: name)))
    }
}
