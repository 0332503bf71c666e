internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// The page about the data: where they come from, what was left out, and how to make all again.
enum DataPage {
    /// The page as HTML.
    static func bytes(_ context: PageContext) -> [UInt8] {
        let frame = Frame(context, at: .data, title: Phrase(context.phrases.data))
        return frame.bytes { page in
            Layout(about: DataAbout(context), setting: frame.setting).write(to: &page)
        }
    }

    /// The files that were read: name, hash, rejected rows.
    static func csv(_ context: PageContext) -> [UInt8] {
        var table = DataTable(["file", "sha256", "rejected_rows"])
        for file in DataAbout(context).files {
            table.add([file.name, file.hash, file.rejected.map { String($0) } ?? ""])
        }
        return table.csv
    }

    /// The same with hashes, licences, sources and the command.
    static func json(_ context: PageContext) -> [UInt8] {
        let (about, report) = (DataAbout(context), context.report)
        let document = JSON.object([
            JSON.Member("edition", ResultJSON.edition(context.wording)),
            JSON.Member("evidence-hash", .text(report.evidenceHash)),
            JSON.Member("program", .text("apparatus " + report.about.version)),
            JSON.Member("command", .text(report.about.command)),
            JSON.Member("licences", .list(about.licences.map(link))),
            JSON.Member("sources", .list(about.sources.map(link))),
            JSON.Member(
                "files",
                .list(
                    about.files.map { file in
                        .object([
                            JSON.Member("name", .text(file.name)),
                            JSON.Member("sha256", .text(file.hash)),
                            JSON.Member("rejected-rows", JSON(file.rejected)),
                            JSON.Member("left-out", .list(file.leftOut.map { .text($0.plain) })),
                        ])
                    })),
            JSON.Member(
                "columns",
                .object(about.columns.map { JSON.Member($0.name, .text($0.meaning)) })),
        ])
        return document.file
    }

    private static func link(_ link: Report.About.Link) -> JSON {
        .object([
            JSON.Member("title", .text(link.title)), JSON.Member("address", JSON(link.address)),
        ])
    }
}

/// Lays the page out.
private struct Layout {
    let about: DataAbout
    let setting: Setting

    private var context: PageContext { about.context }
    private var texts: Phrases { context.phrases }

    func write(to page: inout HTMLWriter) {
        page.element("p", ["class": "finding"], text: texts.datapageLead)
        for standing in about.standings {
            page.element("p", ["class": standing.isOfficial ? "official" : "not-official"]) {
                $0.phrase(standing.sentence, setting)
            }
        }
        downloads(&page)
        licence(&page)
        files(&page)
        again(&page)
        columns(&page)
    }

    private func downloads(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.datapageDownloads)
        page.element("p", text: texts.datapageEachPage)
        if let sentence = about.largeResults {
            page.element("p") { $0.phrase(sentence, setting) }
        }
        page.table(
            id: "downloads", caption: Phrase(texts.datapageDownloads),
            [
                HTMLWriter.Column(Phrase(texts.datapageWhat)), HTMLWriter.Column("CSV"),
                HTMLWriter.Column("JSON"),
            ], setting, rows: about.downloads
        ) { download, row in
            row.head { $0.text(download.name) }
            for form in [Address.Form.csv, .json] {
                let target = setting.links.to(download.address, as: form)
                row.cell { page in
                    page.element("a", ["href": target]) { page in
                        // Each link says by itself where it leads.
                        page.element(
                            "span", ["class": "visually-hidden"], text: download.name + ", ")
                        page.text(form.rawValue.uppercased())
                    }
                }
            }
        }
    }

    private func licence(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.datapageLicence)
        page.element("dl", ["class": "facts"]) { page in
            page.pair(texts.datapageLicenceOf) { page in
                if about.licences.isEmpty { page.text(texts.datapageLicenceNone) }
                links(about.licences, &page)
            }
            if !about.sources.isEmpty {
                page.pair(texts.datapageSourceOf) { links(about.sources, &$0) }
            }
            for fact in about.facts { page.pair(fact.name) { $0.phrase(fact.value, setting) } }
        }
    }

    private func links(_ links: [Report.About.Link], _ page: inout HTMLWriter) {
        for (number, link) in links.enumerated() {
            if number > 0 { page.text("; ") }
            page.outside(link.title, link.address)
        }
    }

    private func files(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.datapageFiles)
        let hasRejected = context.assessment.evidence.rejects != nil
        var columns = [
            HTMLWriter.Column(Phrase(texts.datapageFile)), HTMLWriter.Column("SHA-256"),
        ]
        if hasRejected {
            columns.append(HTMLWriter.Column(Phrase(texts.datapageRejected), isNumber: true))
        }
        page.table(
            id: "files", caption: Phrase(texts.datapageFilesCaption), columns, setting,
            rows: about.files
        ) { file, row in
            row.head { $0.element("code", text: file.name) }
            row.cell { $0.element("code", ["class": "hash"], text: file.hash) }
            if let rejected = file.rejected {
                row.cell { $0.phrase(context.count(rejected), setting) }
            }
        }
        leftOut(&page)
    }

    private func leftOut(_ page: inout HTMLWriter) {
        page.element("h3", text: texts.datapageLeftOut)
        let files = about.files.filter { !$0.leftOut.isEmpty }
        if files.isEmpty, about.rejected == nil {
            return page.element("p", text: texts.datapageLeftOutNone)
        }
        page.element("ul") { page in
            for file in files {
                for sentence in file.leftOut {
                    page.element("li") { page in
                        page.element("code", text: file.name)
                        page.text(": ")
                        page.phrase(sentence, setting)
                    }
                }
            }
            if let rejected = about.rejected {
                page.element("li") { $0.phrase(rejected, setting) }
            }
        }
    }

    private func again(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.datapageAgain)
        page.element("p", text: texts.datapageAgainCommand)
        command(context.report.about.command, &page)
        page.element("p", text: texts.datapageVerifyCommand)
        command("apparatus verify REPORT", &page)
        page.element("h3", text: texts.datapageHashes)
        page.element("dl", ["class": "facts"]) { page in
            page.pair(texts.datapageEditionHash) { page in
                page.element(
                    "code", ["class": "hash"], text: context.assessment.plan.identity.hash)
            }
            page.pair(texts.datapageEvidenceHash) { page in
                page.element("code", ["class": "hash"], text: context.report.evidenceHash)
            }
        }
    }

    private func command(_ command: String, _ page: inout HTMLWriter) {
        page.element("pre", ["tabindex": "0"]) { $0.element("code", text: command) }
    }

    private func columns(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.datapageColumns)
        page.element("p", text: texts.datapageColumnsNote)
        page.table(
            id: "columns", caption: Phrase(texts.datapageColumns),
            [
                HTMLWriter.Column(Phrase(texts.datapageColumn)),
                HTMLWriter.Column(Phrase(texts.datapageMeaning)),
            ], setting, rows: about.columns
        ) { column, row in
            row.head { $0.element("code", text: column.name) }
            row.cell(column.meaning)
        }
    }
}

extension HTMLWriter {
    /// The title of something elsewhere, as a link where its address is one that can be followed.
    mutating func outside(_ title: String, _ address: String?) {
        guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else {
            text(title)
            if let address, address != title { text(" (\(address))") }
            return
        }
        element("a", ["href": address, "rel": "noreferrer"], text: title)
    }
}
