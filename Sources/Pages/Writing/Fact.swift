internal import Locales

/// A name and what is said of it.
struct Fact {
    let name: String
    let value: Phrase
}

extension HTMLWriter {
    /// Names and what is said of each.
    mutating func facts(_ facts: [Fact], _ setting: Setting) {
        element("dl", ["class": "facts"]) { page in
            for fact in facts { page.pair(fact.name) { $0.phrase(fact.value, setting) } }
        }
    }
}
