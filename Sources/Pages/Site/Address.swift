/// What a file of a report is, in whichever language: the only place where file names are made.
enum Address: Hashable, Sendable {
    /// The page on top, which leads to the languages.
    case root
    /// The overview, and the first league tables with it.
    case overview
    /// A further page of the league table of a node, by its id; from 2.
    case league(String, page: Int)
    /// A page of the list of all bodies; from 1.
    case bodies(page: Int)
    /// The page of a body, by its id.
    case body(String)
    /// A dimension of an edition with stages, by its node's id.
    case dimension(String)
    /// The verdicts of all bodies; data alone.
    case verdicts
    /// What was done so that criteria move, and what moved.
    case reforms
    /// What the next stage or band takes: of the whole apparatus, and of each body.
    case improvement
    /// The way of a body to its next stage or band, by its id.
    case path(String)
    /// What was planned, what was expected of it, and what came of it.
    case plan
    /// Plans that ask for little.
    case effort
    /// The paper of a body, by its id.
    case conclusion(String)
    case methodology
    /// How sure the ranks are.
    case robustness
    /// The page about the data.
    case data
    /// What differs between two editions.
    case difference
    /// The figures by which any body is compared with another, as a script.
    case compareScript
    /// The look of all pages.
    case style
    /// What pages can do where scripts are on.
    case script

    /// What of a page is meant: itself, or its data.
    enum Form: String, CaseIterable, Hashable, Sendable {
        case page = "html"
        case csv
        case json
    }

    /// The file's name within the report, with `/` between its parts.
    ///
    /// Ids of bodies and nodes are letters, digits, dots, hyphens and underscores, and begin with
    /// neither dot nor hyphen; a page is told from another by what follows its last hyphen. So no
    /// two addresses have one name.
    ///
    /// - Parameters:
    ///   - tag: The language's tag, as in `kk`.
    ///   - form: Without meaning for what is no page.
    /// - Returns: As in `kk/bodies/rivers.html`.
    func path(in tag: String, as form: Form = .page) -> String {
        switch self {
        case .root: "index." + form.rawValue
        case .style: "assets/style.css"
        case .script: "assets/script.js"
        case .compareScript: tag + "/compare.js"
        case .overview: page(form == .page ? "index" : "overview", tag, form)
        case .league(let node, let page): self.page("league-\(node)-\(page)", tag, form)
        case .bodies(let page): self.page(page > 1 ? "bodies-\(page)" : "bodies", tag, form)
        case .body(let id): page("bodies/" + id, tag, form)
        case .dimension(let id): page("dimension-" + id, tag, form)
        case .verdicts: page("verdicts", tag, form)
        case .reforms: page("reforms", tag, form)
        case .improvement: page("improvement", tag, form)
        case .path(let id): page("paths/" + id, tag, form)
        case .plan: page("plan", tag, form)
        case .effort: page("effort", tag, form)
        case .conclusion(let id): page("conclusions/" + id, tag, form)
        case .methodology: page("methodology", tag, form)
        case .robustness: page("robustness", tag, form)
        case .data: page("data", tag, form)
        case .difference: page("difference", tag, form)
        }
    }

    private func page(_ name: String, _ tag: String, _ form: Form) -> String {
        "\(tag)/\(name).\(form.rawValue)"
    }
}

/// A place within a page that links lead to.
enum Anchor: Hashable, Sendable {
    /// The explanation of a node, by its id.
    case node(String)
    /// A parameter of the methodology page, by its id.
    case parameter(String)
    /// A source that rules cite, by its key.
    case source(String)
    /// A reform, by its id.
    case reform(String)

    /// The `id` of the element: letters, digits, dots, hyphens and underscores alone.
    ///
    /// Keys of sources may be any text: other bytes are written as in `:20`.
    var id: String {
        switch self {
        case .node(let id): "node-" + id
        case .parameter(let id): "parameter-" + id
        case .source(let key): "source-" + Self.plain(key)
        case .reform(let id): "reform-" + Self.plain(id)
        }
    }

    private static func plain(_ key: String) -> String {
        key.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                String(UnicodeScalar(byte))
            default: (byte < 16 ? ":0" : ":") + String(byte, radix: 16)
            }
        }.joined()
    }
}
