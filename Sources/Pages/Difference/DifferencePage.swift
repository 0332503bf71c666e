internal import Domain
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology

/// The page that tells what differs between two editions, and whom it moves.
struct DifferencePage {
    let report: DifferenceReport
    let told: DifferenceReport.Told
    let texts: Phrases

    init(_ report: DifferenceReport, _ told: DifferenceReport.Told) {
        self.report = report
        self.told = told
        texts = Phrases(told.difference.spoken.locale)
    }

    /// The page as HTML.
    var bytes: [UInt8] {
        let (old, new) = (told.difference.difference.old, told.difference.difference.new)
        let title = "\(texts.differenceTitle): \(old.identity.name), \(new.identity.name)"
        return Document(spoken: told.difference.spoken, title: title, links: links).bytes { page in
            header(&page)
            page.line()
            page.element("main", ["id": "main", "tabindex": "-1"]) { page in
                page.element("h1", text: texts.differenceTitle)
                DifferenceLayout(model: DifferenceModel(told, texts)).write(to: &page)
                page.dataLinks(links, texts)
            }
            page.line()
            footer(&page)
        }
    }

    /// Every change, a row for each part that differs.
    var csv: [UInt8] { told.impact?.csv ?? told.difference.csv }

    /// The changes and what they move, as one object.
    var json: [UInt8] {
        let impact = told.impact.map { [JSON.Member("impact", $0.document)] } ?? []
        return JSON.object(told.difference.members + impact).file
    }

    private var links: Links { Links(from: .difference, in: told.tag) }

    // MARK: Around the content

    private func header(_ page: inout HTMLWriter) {
        let identity = told.difference.difference.new.identity
        page.element("header", ["class": "site-header"]) { page in
            page.element("p", ["class": "report-title"]) { page in
                page.unlinked(told.difference.text(identity.title) ?? Phrase(identity.name))
            }
            page.languages(report.told.map(\.tag), links, texts)
        }
    }

    private func footer(_ page: inout HTMLWriter) {
        let (old, new) = (told.difference.difference.old, told.difference.difference.new)
        page.element("footer") { page in
            page.element("dl", ["class": "facts"]) { page in
                for (name, plan) in [(texts.differenceOld, old), (texts.differenceNew, new)] {
                    page.pair(name) { page in
                        page.text(plan.identity.name + " ")
                        page.element("code", ["class": "hash"], text: plan.identity.hash)
                    }
                }
                page.pair(texts.differenceProgram) { $0.text("apparatus " + report.version) }
                page.pair(texts.differenceCommand) { $0.element("code", text: report.command) }
            }
        }
    }
}

extension HTMLWriter {
    /// A phrase that refers to nothing in this report: names stand as text.
    mutating func unlinked(_ phrase: Phrase) {
        for part in phrase.parts {
            switch part {
            case .text(let words): text(words)
            case .reference(_, let words, let tag): element("bdi", ["lang": tag], text: words)
            case .code(let words): element("code", text: words)
            case .figure(let exact, let shown): figure(exact, shown)
            case .foreign(let words, let tag):
                element("span", ["lang": tag, "dir": "auto"], text: words)
            }
        }
    }
}
