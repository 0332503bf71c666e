internal import Locales

/// A page that is being written: its surroundings, and which file of the report it is.
struct Setting {
    /// The report and the language.
    let context: PageContext
    /// The page.
    let address: Address

    /// A page of a report.
    init(_ context: PageContext, at address: Address) {
        self.context = context
        self.address = address
    }

    /// The links that stand on the page.
    var links: Links { context.links(from: address) }

    /// Whether the page is a paper, whose tables a narrow page sets row by row.
    var isPaper: Bool {
        if case .conclusion = address { true } else { false }
    }

    /// Where what a phrase refers to is told; `nil` where this report does not.
    func link(to reference: Phrase.Reference) -> String? {
        context.link(from: address, to: reference)
    }
}
