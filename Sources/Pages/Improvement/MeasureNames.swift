internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales

/// What the measures on a page are called: by their titles, and by their ids as well where several
/// of them have one title.
struct MeasureNames {
    private let words: ImprovementWording
    private let repeated: Set<Phrase>

    /// The names of measures that are shown together, each once.
    init(_ measures: [Measure], _ words: ImprovementWording) {
        var seen: Set<Phrase> = []
        repeated = Set(measures.map(words.measure).filter { !seen.insert($0).inserted })
        self.words = words
    }

    /// What one is called.
    func name(_ measure: Measure) -> Phrase {
        let title = words.measure(measure)
        return repeated.contains(title) ? "\(title) (\(Phrase.code(measure.id)))" : title
    }

    /// What several are called.
    func names(_ measures: [Measure]) -> Phrase {
        measures.map(name).joined(separator: words.texts.semicolon)
    }
}
