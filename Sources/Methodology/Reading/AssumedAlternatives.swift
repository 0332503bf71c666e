public import Diagnostics
public import Domain

extension EditionReader {
    /// Reads alternatives that an analyst assumes in the place of those of an edition.
    ///
    /// Short: `weights:25%`, `weights:equal`, `aggregate:arithmetic,geometric`, `missing:zero,worst`,
    /// `score:min-max,rank`, `leave-one-out`, `bounds`, `pass-marks:10%`, several with semicolons
    /// between them. Or all that stands under `alternatives` in an edition, within braces.
    ///
    /// - Parameters:
    ///   - text: As it was written.
    ///   - name: What the text is called in the places of errors, as in `--alternatives`.
    ///   - source: The folder of the edition.
    ///   - main: As for ``read(from:main:)``.
    /// - Returns: The alternatives, `nil` when there are errors; and everything that was found.
    public static func alternatives(
        assumed text: String, called name: String, from source: any Source,
        main: String = "edition.yaml"
    ) -> (alternatives: Alternatives?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        guard let files = EditionFiles.read(from: source, main: main, log: &log),
            let yaml = YAMLReader.read(Array(inBraces(text).utf8), file: name, log: &log)
        else { return (nil, log) }
        let (plan, found) = read(files, log, isTrial: true, assuming: yaml)
        return (plan?.alternatives, found)
    }

    /// What was written short, as it stands in an edition.
    private static func inBraces(_ text: String) -> String {
        guard !text.drop(while: \.isWhitespace).hasPrefix("{") else { return text }
        let parts = text.split(separator: ";").map { part in
            let pieces = part.split(separator: ":", maxSplits: 1).map(trimmed)
            guard pieces.count == 2 else { return "\(pieces.first ?? ""): yes" }
            switch (pieces[0], pieces[1]) {
            case ("weights", "equal"): return "weights: {equal: yes}"
            case ("weights", let each): return "weights: {each: \(each)}"
            case ("pass-marks", let each): return "pass-marks: \(each)"
            case (let key, let words): return "\(key): [\(words)]"
            }
        }
        return "{\(parts.joined(separator: ", "))}"
    }

    private static func trimmed(_ text: Substring) -> String {
        let end = text.lastIndex { !$0.isWhitespace }
        return end.map { String(text[...$0].drop(while: \.isWhitespace)) } ?? ""
    }
}
