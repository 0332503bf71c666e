/// Stands where a page will come.
enum StubPage {
    static func bytes(_ context: PageContext, at address: Address) -> [UInt8] {
        let links = context.links(from: address)
        var page = HTMLWriter()
        page.doctype()
        page.element("html", ["lang": context.tag]) { page in
            page.element("head") { page in
                page.empty("meta", ["charset": "utf-8"])
                page.element("title", text: address.path(in: context.tag))
                page.empty("link", ["rel": "stylesheet", "href": links.to(.style)])
            }
            page.element("body") { page in
                page.element("a", ["href": links.to(.overview)], text: "Overview")
                page.element("a", ["href": links.data(as: .csv)], text: "CSV")
            }
        }
        return page.bytes
    }
}
