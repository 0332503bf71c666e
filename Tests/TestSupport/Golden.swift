import Foundation
public import Testing

/// Compares a text with the golden file of that name in the folder `Golden` beside the test.
///
/// With `RECORD=1` in the environment the file is written and the test fails all the same, so
/// that nobody records by mistake.
///
/// - Parameters:
///   - text: Without clock, path of this machine or locale in it.
///   - name: The file's name, with its folders within `Golden`.
///   - filePath: The test's own file, beside which `Golden` lies.
///   - sourceLocation: Where a difference is reported.
public func expectGolden(
    _ text: String, _ name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let golden = URL(filePath: filePath).deletingLastPathComponent()
        .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        record(text, at: golden, sourceLocation)
        return
    }
    let expected = try? String(contentsOf: golden, encoding: .utf8)
    if let problem = goldenProblem(text, name, expected) {
        Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation)
    }
}

/// What is wrong with a text whose golden file holds `expected`; `nil` when nothing is.
func goldenProblem(_ text: String, _ name: String, _ expected: String?) -> String? {
    guard let expected else { return "there is no golden file \(name); RECORD=1 writes it" }
    guard text != expected else { return nil }
    return "\(name) differs from the golden file in \(firstDifference(expected, text))"
}

private func record(_ text: String, at golden: URL, _ sourceLocation: SourceLocation) {
    do {
        try FileManager.default.createDirectory(
            at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: golden, atomically: true, encoding: .utf8)
        Issue.record("recorded \(golden.lastPathComponent)", sourceLocation: sourceLocation)
    } catch {
        Issue.record("cannot record: \(error)", sourceLocation: sourceLocation)
    }
}

/// As in `line 3: expected "a", got "b"`.
func firstDifference(_ expected: String, _ text: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(left.count, right.count) {
        let old = index < left.count ? "\"\(left[index])\"" : "the end"
        let new = index < right.count ? "\"\(right[index])\"" : "the end"
        if old != new { return "line \(index + 1): expected \(old), got \(new)" }
    }
    return "nothing"
}
