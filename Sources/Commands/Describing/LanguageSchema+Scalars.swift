internal import JSON

extension LanguageSchema {
    /// Ids, also with `{name of list}` or `{name}` in them.
    static let idPattern = #"^(?![.-])([A-Za-z0-9._-]|\{[^{} ]+( of [^{} ]+)?\}){1,64}$"#

    /// The definitions of what stands on one line.
    static let scalars: [JSON.Member] = [
        value("text", #"[^\n]"#, "A value on one line, or several.", anything),
        value("formula", #"\S"#, "A formula, as in a spreadsheet but with names.", anything),
        value("id", idPattern, "1 to 64 letters, digits, dots, underscores, hyphens.", anything),
        value("plain", number(""), "A number with a point for decimals."),
        value("decimal", number("( *%)?"), "A number, or a percentage as in 40 %."),
        value(
            "exact", "^[+-]?" + exactPattern,
            "A number, a fraction as in 2/3, or a percentage as in 40 %."),
        value(
            "not-negative", #"^\+?"# + exactPattern,
            "A number of 0 or more, a fraction as in 2/3, or a percentage as in 40 %."),
        value("day", "^\\d{4}-\(month)-\(dayOfMonth)$", "A day, as in 2024-03-31.", ["string"]),
        value(
            "begin", "^\(month)-(0[1-9]|1\\d|2[0-8])$", "Month and day, as in 04-01.", ["string"]),
        value("language", languagePattern, "A language, as in en, kk or kk-Latn.", ["string"]),
        JSON.Member("flag", .object([JSON.Member("enum", .list(flags))])),
        JSON.Member("texts", texts),
        JSON.Member("evidence", evidence),
    ]

    private static let anything = ["string", "number", "boolean"]
    private static let exactPattern = #"(\d*\.?\d+)( */ *\d+)?( *%)?$"#
    private static let month = "(0[1-9]|1[0-2])"
    private static let dayOfMonth = "(0[1-9]|[12]\\d|3[01])"
    private static let languagePattern = "^[A-Za-z0-9]{2,3}(-[A-Za-z0-9]{1,8})*$"
    private static let flags: [JSON] = [
        .flag(true), .flag(false), .text("true"), .text("false"), .text("yes"), .text("no"),
    ]

    /// At most 20 digits before the point and 18 after it, zeros at either end not counted.
    private static func number(_ unit: String) -> String {
        #"^[+-]?(0*\d{1,20}(\.\d{1,18}0*)?|\.\d{1,18}0*)"# + unit + "$"
    }

    /// A text of that pattern, or what an editor takes it for.
    private static func value(
        _ name: String, _ pattern: String, _ words: String,
        _ types: [String] = ["string", "number"]
    ) -> JSON.Member {
        var members = [
            JSON.Member("description", .text(words)),
            JSON.Member("type", .list(types.map { .text($0) })),
            JSON.Member("pattern", .text(pattern)),
        ]
        if name == "formula" {
            members.append(JSON.Member("maxLength", .number("20000")))
        }
        return JSON.Member(name, .object(members))
    }

    private static let texts = JSON.object([
        JSON.Member("description", .text("A text by language, as in {en: Answers}.")),
        JSON.Member("type", .text("object")),
        JSON.Member(
            "patternProperties", .object([JSON.Member(languagePattern, reference("text"))])),
        JSON.Member("additionalProperties", .flag(false)),
        JSON.Member("minProperties", .number("1")),
    ])

    private static func reference(_ name: String) -> JSON {
        .object([JSON.Member("$ref", .text("#/$defs/\(name)"))])
    }

    /// Inputs by id, and tables by id with their records, nested records within theirs.
    private static let evidence = JSON.object([
        JSON.Member("type", .text("object")),
        JSON.Member(
            "patternProperties",
            .object([
                JSON.Member(
                    idPattern,
                    .object([
                        JSON.Member(
                            "anyOf",
                            .list([
                                .object([
                                    JSON.Member(
                                        "type",
                                        .list(
                                            ["string", "number", "boolean", "null"].map {
                                                .text($0)
                                            }))
                                ]),
                                .object([
                                    JSON.Member("type", .text("array")),
                                    JSON.Member("items", reference("evidence")),
                                ]),
                            ]))
                    ]))
            ])),
        JSON.Member("additionalProperties", .flag(false)),
    ])
}
