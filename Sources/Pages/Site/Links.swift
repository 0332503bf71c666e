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
        let here = page.path(in: tag).split(separator: "/")
        let there = target.path(in: other, as: form).split(separator: "/")
        if here == there, !fragment.isEmpty { return fragment }
        let common = zip(here.dropLast(), there.dropLast()).prefix { $0 == $1 }.count
        let up = here.count - 1 - common
        return String(repeating: "../", count: up)
            + there.dropFirst(common).joined(separator: "/") + fragment
    }
}
