/// The links of one page, relative to where it lies, so that they work from any folder.
struct Links: Hashable, Sendable {
    /// The page.
    let page: Address
    /// The tag of its language.
    let tag: String

    /// The links of a page in a language.
    init(from page: Address, in tag: String) {
        self.page = page
        self.tag = tag
    }

    /// A link to another page or file in the same language, or to a place in this page itself.
    func to(_ target: Address, _ anchor: Anchor? = nil, as form: Address.Form = .page) -> String {
        link(target, tag, form, anchor.map { "#" + $0.id } ?? "")
    }

    /// A link to the same page in another language.
    func inLanguage(_ other: String) -> String { link(page, other, .page, "") }

    /// A link to another page in another language, as from the page on top.
    func to(_ target: Address, inLanguage other: String) -> String {
        link(target, other, .page, "")
    }

    /// A link to the page's own data.
    func data(as form: Address.Form) -> String { link(page, tag, form, "") }

    private func link(
        _ target: Address, _ other: String, _ form: Address.Form, _ fragment: String
    ) -> String {
        // Most links of large pages lead to places in the page itself.
        if target == page, other == tag, form == .page, !fragment.isEmpty { return fragment }
        let here = page.path(in: tag).utf8
        let there = target.path(in: other, as: form)
        let slash = UInt8(ascii: "/")
        // What both have in common ends with the last slash that both have.
        var (common, same) = (there.startIndex, 0)
        for (position, (one, other)) in zip(there.utf8.indices, zip(here, there.utf8)) {
            guard one == other else { break }
            same += 1
            if one == slash { common = there.utf8.index(after: position) }
        }
        let up = here.dropFirst(same).count { $0 == slash }
        return String(repeating: "../", count: up) + there[common...] + fragment
    }
}
