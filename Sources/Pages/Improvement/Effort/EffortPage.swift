internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// The page about plans that ask for little: every finding of the reported period, by check.
enum EffortPage {
    /// The page; `nil` where the edition has no checks of effort.
    static func bytes(_ context: PageContext) -> [UInt8]? {
        guard let findings = context.report.effort else { return nil }
        let words = EffortWording(context.wording)
        let frame = Frame(context, at: .effort, title: words.title)
        let tables = EffortTable.all(context, findings)
        return frame.bytes { page in
            page.element("p", ["class": "finding"]) {
                $0.phrase(finding(findings, context, words), frame.setting)
            }
            page.element("p", ["class": "note"]) {
                $0.phrase(words.caution.asSentence, frame.setting)
            }
            for table in tables {
                page.section(words.title(ofCheck: table.check).plain) {
                    table.write(frame.setting, hasBodies: true, to: &$0)
                }
            }
        }
    }

    private static func finding(
        _ findings: [EffortFinding], _ context: PageContext, _ words: EffortWording
    ) -> Phrase {
        guard !findings.isEmpty else { return words.nothing.asSentence }
        let warnings = findings.count { $0.severity == .warning }
        return context.phrases.effortCount(
            findings: findings.count, warnings: context.count(warnings),
            bodies: Set(findings.map { context.assessment.body(of: $0.unit) }).count)
    }
}

/// The findings of one check.
struct EffortTable {
    /// The position of the check.
    let check: Int
    let findings: [EffortFinding]

    /// So many are listed; all are in the data.
    static let most = 500

    /// A table for each check that finds something.
    ///
    /// - Parameters:
    ///   - context: The report and the language.
    ///   - findings: In the order of the checks.
    /// - Returns: In the same order.
    static func all(_ context: PageContext, _ findings: [EffortFinding]) -> [EffortTable] {
        context.assessment.plan.effort.indices.compactMap { check in
            let own = findings.filter { $0.check == check }
            return own.isEmpty ? nil : EffortTable(check: check, findings: own)
        }
    }

    /// Writes how many there are of each kind, and the table.
    func write(_ setting: Setting, hasBodies: Bool, to page: inout HTMLWriter) {
        let (context, texts) = (setting.context, setting.context.phrases)
        let words = EffortWording(context.wording)
        kinds(words, setting, to: &page)
        if findings.count > Self.most {
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.showingSome(shown: Self.most, all: findings.count), setting)
            }
        }
        let hasRecords = findings.contains { !$0.key.isEmpty }
        let hasOrigins = findings.contains { context.origin(of: $0) != nil }
        var columns: [HTMLWriter.Column] = []
        if hasBodies { columns.append(.init(Phrase(texts.body))) }
        if hasRecords { columns.append(.init(Phrase(texts.recordKey))) }
        columns += [
            .init(Phrase(texts.effortSays)), .init(Phrase(texts.effortWeight)),
            .init(Phrase(texts.effortActual), isNumber: true),
        ]
        if hasOrigins { columns.append(.init(Phrase(texts.fileAndRows))) }
        let id = "effort-" + context.assessment.plan.effort[check].id
        page.table(
            id: id, caption: words.title(ofCheck: check), columns, kind: "sortable", setting,
            rows: findings.prefix(Self.most)
        ) { finding, cells in
            let sentence = words.sentence(finding).capital
            var isNamed = false
            if hasBodies {
                isNamed = true
                let body = context.assessment.body(of: finding.unit)
                cells.head { $0.phrase(context.wording.bodyName(body), setting) }
            }
            if hasRecords {
                let key = Phrase.code(finding.key.joined(separator: " "))
                if isNamed {
                    cells.cell { $0.phrase(key, setting) }
                } else {
                    isNamed = true
                    cells.head { $0.phrase(key, setting) }
                }
            }
            if isNamed {
                cells.cell { $0.phrase(sentence, setting) }
            } else {
                cells.head { $0.phrase(sentence, setting) }
            }
            cells.cell { $0.phrase(words.severity(finding.severity), setting) }
            cells.cell { $0.phrase(words.figure(finding.actual), setting) }
            guard hasOrigins else { return }
            cells.cell { page in
                context.origin(of: finding).map {
                    page.phrase(texts.place($0.file, $0.row), setting)
                }
            }
        }
    }

    private func kinds(_ words: EffortWording, _ setting: Setting, to page: inout HTMLWriter) {
        let facts = EffortFinding.Kind.allCases.compactMap { kind -> Fact? in
            let count = findings.count { $0.kind == kind }
            guard count > 0 else { return nil }
            return Fact(name: words.kind(kind).capital.plain, value: setting.context.count(count))
        }
        page.facts(facts, setting)
    }
}

/// What a body's plans ask for, on its own page.
struct BodyEffort {
    private let tables: [EffortTable]
    private let words: EffortWording
    private let setting: Setting

    /// The findings of a body; `nil` where there are none, or the edition does not look.
    init?(_ setting: Setting, at unit: Int) {
        let own = (setting.context.report.effort ?? []).filter { $0.unit == unit }
        guard !own.isEmpty else { return nil }
        tables = EffortTable.all(setting.context, own)
        words = EffortWording(setting.context.wording)
        self.setting = setting
    }

    /// What they are called together.
    var title: String { words.title.plain }

    /// Writes a table for each check.
    func write(to page: inout HTMLWriter) {
        page.element("p", ["class": "note"]) { $0.phrase(words.caution.asSentence, setting) }
        for table in tables { table.write(setting, hasBodies: false, to: &page) }
        page.element("p") { page in
            page.element(
                "a", ["href": setting.links.to(.effort)], text: setting.context.phrases.effortOfAll)
        }
    }
}
