internal import Arithmetic
internal import Domain

/// The elements of the language with the shape of everything that stands under their keys.
///
/// Keys come from the vocabulary that the reader knows, words from the types that it reads
/// into. What a key means stands in `docs/language.md`.
package enum Language {
    /// What a document is.
    package enum Document: String, CaseIterable, Sendable {
        /// `edition.yaml`, or an edition of one file.
        case edition
        /// A file of the folder `indicators`.
        case indicator
        /// `sources.yaml`.
        case sources
        /// A file of test cases.
        case test

        /// What the whole file holds.
        package var shape: WrittenForm {
            switch self {
            case .edition: .element("edition")
            case .indicator: .element("indicator")
            case .sources: .named(.element("source"))
            case .test: .anyNumber(.element("test case"))
            }
        }
    }

    /// Every element, those of editions first.
    package static let elements: [LanguageElement] =
        editions + evidence + nodes + scores + grades + aggregates + alternatives + stages
        + cases

    static let rounded = WrittenForm.element("display")
    /// What ranks and bands look at.
    static let figures = WrittenForm.any([.words(["unrounded"]), rounded])

    private static let editions = [
        LanguageElement(
            "edition", .edition,
            required: [
                "apparatus", "methodology", "edition", "status", "in-force", "applies-to", "period",
                "rounding",
            ],
            rules: [
                .one(of: ["scorecard", "scorecards"]), .oneAtMost(of: ["scorecard", "scorecards"]),
                .one(of: ["scale", "grades"]),
            ],
            [
                "apparatus": .words(["1"]), "methodology": .id, "edition": .id,
                "status": .word(Plan.Identity.Status.self), "owner": .languageMap,
                "languages": .list(.language), "in-force": .element("in-force"),
                "applies-to": .list(.id), "period": .element("period"),
                "arithmetic": .word(NumberKind.self), "scale": .element("scale"),
                "rounding": .any([.words(["none"]), .element("rounding")]), "display": rounded,
                "ranking": .element("ranking"), "lists": .named(.list(.id)),
                "grades": .element("grades"), "lookups": .named(.element("lookup")),
                "inputs": .named(.element("field")), "tables": .named(.element("table")),
                "scorecard": .element("node"), "scorecards": .list(.element("node")),
                "bands": .element("bands"),
                "parameters": .named(.element("parameter")), "peers": .element("peers"),
                "alternatives": .element("alternatives"), "stages": .element("stages"),
                "notice": .element("notice"),
                "sources": .named(.element("source")),
                "checks": .anyNumber(.element("check")),
                "effort": .list(.element("effort check")),
            ]),
        LanguageElement(
            "period", .period, required: ["form"],
            rules: [.belongs("begins", to: "fiscal-year", of: "form")],
            ["form": .word(PeriodForm.Unit.self), "begins": .begin, "column": .id]),
        LanguageElement("in-force", .inForce, ["from": .day, "to": .day]),
        LanguageElement(
            "scale", .scale, required: ["min", "max"], ["min": .plain, "max": .plain]),
        LanguageElement(
            "rounding", .roundingLevels, required: ["mode", "digits", "at"],
            [
                "mode": .word(Rounding.self), "digits": digits,
                "at": .list(.words(["indicator", "inner", "total"])),
            ]),
        LanguageElement(
            "display", .rounded, required: ["mode", "digits"],
            ["mode": .word(Rounding.self), "digits": digits]),
        LanguageElement(
            "ranking", .ranking, required: ["nodes", "best", "ties", "figures", "within"],
            [
                "nodes": .list(.id), "best": .word(Plan.Ranking.Best.self),
                "ties": .word(Plan.Ranking.Ties.self), "figures": figures,
                "within": .word(Plan.Ranking.Within.self),
            ]),
        LanguageElement(
            "bands", .bands, required: ["nodes", "figures", "list"],
            ["nodes": .list(.id), "figures": figures, "list": .anyNumber(.element("band"))]),
        LanguageElement(
            "band", .band, required: ["id"], rules: [.oneAtMost(of: ["below", "to"])],
            ["id": .id, "from": .plain, "below": .plain, "to": .plain]),
        LanguageElement(
            "notice", .notice, required: ["objections"], ["objections": .element("objections")]),
        LanguageElement(
            "objections", .objections, required: ["by", "to", "within", "days"],
            [
                "by": .languageMap, "to": .languageMap, "within": .plain,
                "days": .word(Plan.Notice.Days.self),
            ]),
        LanguageElement("peers", .peers, required: ["by"], ["by": .words(["kind", "group"])]),
        LanguageElement(
            "source", .source,
            ["publisher": .text, "link": .text, "date": .day, "last-checked": .day]),
        LanguageElement(
            "basis", .citation, required: ["source"], ["source": .text, "clause": .text]),
    ]

    /// 0 to 18.
    static let digits = WrittenForm.words((0...18).map { String($0) })

    private static let evidence = [
        LanguageElement(
            "field", .field, required: ["type"],
            rules: [
                .belongs("values", to: "code", of: "type"),
                .belongs("currency", to: "money", of: "type"),
            ],
            [
                "type": .words(Vocabulary.types), "values": .list(.text), "optional": .flag,
                "min": .decimal, "max": .decimal, "currency": .text,
            ]),
        LanguageElement(
            "computed field", .computedField, required: ["value"],
            ["type": .words(Vocabulary.types), "value": .formula]),
        LanguageElement(
            "table", .table, required: ["key"],
            [
                "key": .list(.id), "within": .text,
                "fields": .named(.any([.element("field"), .element("computed field")])),
                "checks": .anyNumber(.element("check")),
            ]),
        LanguageElement(
            "check", .check, required: ["id", "expect"],
            ["id": .id, "when": .formula, "expect": .formula]),
        LanguageElement(
            "effort check", .effortCheck, required: ["id", "plan", "actual", "better"],
            rules: [.needs("revised", oneOf: ["late"]), .needs("late", oneOf: ["revised"])],
            [
                "id": .id, "of": .id, "plan": .id, "actual": .id, "better": .id, "revised": .id,
                "late": .plain, "periods": .plain, "assumed": .flag,
            ]),
        LanguageElement(
            "parameter", .parameter, required: ["unit"],
            rules: [
                .one(of: ["value", "values"]), .oneAtMost(of: ["value", "values"]),
                .oneAtMost(of: ["from", "values"]),
                .belongs("currency", to: "money", of: "unit"),
            ],
            [
                "unit": .words([
                    "points", "number", "share", "percent", "count", "days", "money",
                ]),
                "value": value, "values": .list(.element("dated value")), "from": .day,
                "assumed": .flag, "currency": .text,
            ]),
        LanguageElement(
            "dated value", .datedValue, required: ["from", "value"],
            ["from": .day, "value": value]),
    ]

    private static let value = WrittenForm.any([.exact, .words(["unknown"])])
}
