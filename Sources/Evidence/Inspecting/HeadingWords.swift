/// What headings are called in files of others.
enum HeadingWords {
    /// Small letters and digits only, so that `Fiscal Year` is `fiscal_year`.
    static func plain(_ heading: String) -> String {
        String(heading.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static let periods: Set<String> = [
        "period", "year", "fiscalyear", "fiscalyr", "fy", "reportingperiod", "reportingyear",
        "год", "отчетныйгод", "отчётныйгод", "период", "отчетныйпериод", "отчётныйпериод", "жыл",
        "кезең", "exercice", "annee", "année", "quarter", "month", "квартал", "месяц",
    ]
    private static let bodies = [
        "body", "bodyid", "bodycode", "organization", "organizationid", "organisation",
        "organisationid", "orgid", "org", "department", "departmentid", "deptid", "ministry",
        "agency", "institution", "institutionid", "entity", "code", "id", "код", "кодоргана",
        "орган",
        "ведомство", "министерство", "организация", "бин", "коды", "органкоды", "мекеме",
        "country", "countrycode", "iso3",
    ]
    private static let others: [String: [String]] = [
        "id": ["id", "code", "bodyid", "код", "кодоргана", "orgid", "departmentid", "коды"],
        "kind": ["kind", "type", "category", "вид", "тип", "видоргана", "түрі"],
        "title": ["title", "name", "название", "наименование", "атауы"],
        "parent": ["parent", "parentid", "родитель", "вышестоящий"],
        "group": ["group", "группа", "топ"],
        "from": ["from", "since", "начало", "с"], "to": ["to", "until", "конец", "по"],
        "input": ["input", "indicator", "показатель", "көрсеткіш"],
        "value": ["value", "значение", "мәні"],
        "source": ["source", "источник"], "proof": ["proof", "подтверждение"],
    ]

    /// Whether a heading is that of a column of periods.
    static func isPeriod(_ heading: String) -> Bool { periods.contains(plain(heading)) }

    /// How well a heading names the body, the best first; `nil` where it does not.
    static func rankAsBody(_ heading: String) -> Int? { bodies.firstIndex(of: plain(heading)) }

    /// Whether a heading is another word for one of the program's own.
    static func isAnother(_ heading: String, for own: String) -> Bool {
        others[own]?.contains(plain(heading)) ?? false
    }
}
