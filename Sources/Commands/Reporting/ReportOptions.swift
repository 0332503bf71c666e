package import Domain

/// What is asked of a report besides what every command over a workspace is told.
package struct ReportOptions: Hashable, Sendable {
    /// Only the bodies that rank best have pages, so many; `nil` for no such limit.
    package var top: Int?
    /// Ids or titles of bodies that have pages; with ``top`` both have.
    package var bodies: [String]
    /// Whether papers are marked *final*.
    package var isFinal: Bool
    /// The day that papers bear.
    package var issued: Day?
    /// Whether bodies have pages and no papers.
    package var isWithoutConclusions: Bool
    /// Whether nothing is told of where ranks would lie if choices had been made otherwise.
    package var isWithoutRobustness: Bool
    /// Whether nothing is told of what the next stage or band takes.
    package var isWithoutImprovement: Bool
    /// What an analyst assumes in the place of the edition's alternatives; `nil` for those.
    package var alternatives: String?

    /// Pages and papers for all bodies, as drafts for comment, unless said otherwise.
    package init(
        top: Int? = nil, bodies: [String] = [], isFinal: Bool = false, issued: Day? = nil,
        isWithoutConclusions: Bool = false, isWithoutRobustness: Bool = false,
        isWithoutImprovement: Bool = false, alternatives: String? = nil
    ) {
        self.top = top
        self.bodies = bodies
        self.isFinal = isFinal
        self.issued = issued
        self.isWithoutConclusions = isWithoutConclusions
        self.isWithoutRobustness = isWithoutRobustness
        self.isWithoutImprovement = isWithoutImprovement
        self.alternatives = alternatives
    }

    /// The words that ask for it; the folder has the name of an example, because a report is the
    /// same wherever it lies.
    var words: [String] {
        var words = ["--report", "report"]
        if let top { words += ["--top", "\(top)"] }
        if !bodies.isEmpty { words += ["--body", bodies.joined(separator: ",")] }
        if isFinal { words.append("--final") }
        if let issued { words += ["--issued", issued.description] }
        if isWithoutConclusions { words.append("--without-conclusions") }
        if isWithoutRobustness { words.append("--no-robustness") }
        if isWithoutImprovement { words.append("--no-improvement") }
        if let alternatives { words += ["--alternatives", alternatives] }
        return words
    }
}
