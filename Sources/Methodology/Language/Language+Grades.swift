internal import Expressions

/// Grades in the place of scores.
extension Language {
    /// A grade that is handed in, that a value earns, or the best whose requirement holds.
    static let grade = WrittenForm.any([
        .choice([
            ("from", .formula), ("bands", .list(.element("grade band"))),
            ("quota", .element("quota")),
        ]), .keyed(.formula),
    ])

    static let grades = [
        LanguageElement(
            "grades", .grades, required: ["id", "order"], ["id": .id, "order": .list(.text)]),
        LanguageElement(
            "grade band", .gradeBand, required: ["grade"],
            rules: [.oneAtMost(of: ["below", "to"])],
            ["grade": .text, "from": .decimal, "below": .decimal, "to": .decimal]),
        LanguageElement(
            "quota", .quota, required: ["over", "shares", "counts", "ties"],
            [
                "over": .word(Population.Reach.self), "better": .words(["higher", "lower"]),
                "shares": .list(.element("share")),
                "counts": .word(Node.Comparison.Quota.Counts.self),
                "ties": .word(Node.Comparison.Quota.Ties.self),
            ]),
        LanguageElement(
            "share", .quotaShare, required: ["grade", "share"], ["grade": .text, "share": .exact]),
        LanguageElement(
            "lookup", .lookup, required: ["rows"], ["rows": .keyed(.text)]),
        LanguageElement(
            "missing grade", .missingGrade, required: ["grade"], ["grade": .text, "mark": .text]),
    ]
}
