internal import Explanation
internal import Locales

/// What every page is around its own parts: a document in a language, with the look and the script.
struct Document {
    /// The language of its words, and of the titles in it.
    let spoken: SpokenLanguage
    /// What the browser shows.
    let title: String
    /// The links of the page.
    let links: Links

    /// The whole page.
    ///
    /// - Parameter body: Writes what stands in the body, the main part with the id `main`.
    /// - Returns: HTML in UTF-8.
    func bytes(_ body: (inout HTMLWriter) -> Void) -> [UInt8] {
        let texts = Phrases(spoken.locale)
        var page = HTMLWriter()
        page.doctype()
        page.element("html", ["lang": spoken.tag]) { page in
            page.line()
            head(&page)
            page.line()
            page.element(
                "body", ["data-sorted-up": texts.sortedUp, "data-sorted-down": texts.sortedDown]
            ) { page in
                page.element("a", ["class": "skip", "href": "#main"], text: texts.skipToContent)
                page.line()
                body(&page)
            }
        }
        page.line()
        return page.bytes
    }

    private func head(_ page: inout HTMLWriter) {
        page.element("head") { page in
            page.empty("meta", ["charset": "utf-8"])
            page.element("title", text: title)
            page.empty(
                "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            page.empty("link", ["rel": "stylesheet", "href": links.to(.style)])
            page.element("script", ["src": links.to(.script), "defer": ""], text: "")
        }
    }
}

/// Parts that pages of all kinds have.
extension HTMLWriter {
    /// The same page in the other languages; nothing where there is one.
    mutating func languages(_ tags: [String], _ links: Links, _ texts: Phrases) {
        guard tags.count > 1 else { return }
        element("nav", ["class": "languages", "aria-label": texts.language]) { page in
            page.element("ul") { page in
                for tag in tags {
                    page.element("li") { page in
                        page.language(tag, to: links.inLanguage(tag), isHere: tag == links.tag)
                    }
                }
            }
        }
    }

    /// A link to a page in a language, by the name its speakers give it.
    mutating func language(_ tag: String, to link: String, isHere: Bool = false, title: String = "")
    {
        let name = Locale(tag: tag)?.ownName ?? tag
        element(
            "a",
            [
                "href": link, "hreflang": tag, "lang": tag,
                "aria-current": isHere ? "true" : nil,
            ], text: title.isEmpty ? name : "\(name): \(title)")
    }

    /// Links to what lies beside the page as data.
    mutating func dataLinks(_ links: Links, _ texts: Phrases) {
        element("p", ["class": "data-links"]) { page in
            page.text(texts.dataOfThisPage + texts.colon)
            page.element("a", ["href": links.data(as: .csv)], text: "CSV")
            page.text(", ")
            page.element("a", ["href": links.data(as: .json)], text: "JSON")
        }
    }

    /// A name and what belongs to it, in a list of such pairs.
    mutating func pair(_ name: String, _ content: (inout HTMLWriter) -> Void) {
        element("div") { page in
            page.element("dt", text: name)
            page.element("dd", [:], content)
        }
    }
}
