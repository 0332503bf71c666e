internal import Locales

extension HTMLWriter {
    /// A phrase: figures for programs, links, formulas and other languages are marked.
    mutating func phrase(_ phrase: Phrase, _ setting: Setting) {
        for part in phrase.parts {
            switch part {
            case .text(let words): text(words)
            case .code(let words): element("code", text: words)
            case .figure(let exact, let shown): figure(exact, shown)
            case .reference(let reference, let name, let tag):
                link(name, tag, reference, setting)
            case .foreign(let words, let tag):
                element("span", ["lang": tag, "dir": "auto"], text: words)
            }
        }
    }

    /// A figure: its exact value for programs, and what people see.
    ///
    /// - Parameters:
    ///   - exact: Plain digits or a fraction, as the CSV has it; a grade where there is one.
    ///   - shown: As the language writes it.
    ///   - place: `<body> <node> <period> <column>` of an outcome's figure; `nil` for others.
    ///   - kind: A class, as in `lost`.
    mutating func figure(
        _ exact: String, _ shown: String, at place: String? = nil, kind: String? = nil
    ) {
        element("data", ["value": exact, "data-at": place, "class": kind], text: shown)
    }

    /// A link with a phrase in it; the phrase alone where there is nowhere to lead.
    mutating func link(_ phrase: Phrase, to target: String?, _ setting: Setting) {
        guard let target else { return self.phrase(phrase, setting) }
        element("a", ["href": target]) { $0.phrase(phrase.withoutLinks, setting) }
    }

    private mutating func link(
        _ name: String, _ tag: String?, _ reference: Phrase.Reference, _ setting: Setting
    ) {
        guard let target = setting.link(to: reference) else {
            return isolated(name, tag, reference)
        }
        element("a", ["href": target]) { $0.isolated(name, tag, reference) }
    }

    /// Names of bodies may run in either direction and stand in the middle of sentences.
    private mutating func isolated(
        _ name: String, _ tag: String?, _ reference: Phrase.Reference
    ) {
        if case .body = reference { return element("bdi", ["lang": tag], text: name) }
        guard tag != nil else { return text(name) }
        element("span", ["lang": tag, "dir": "auto"], text: name)
    }
}

extension Phrase {
    /// The same with names in the place of links, for where a link stands around it.
    var withoutLinks: Phrase {
        Phrase(
            parts.map { part in
                guard case .reference(_, let name, let tag) = part else { return part }
                return tag.map { .foreign(name, tag: $0) } ?? .text(name)
            })
    }
}
