/// The functions of the language, by the names spreadsheets use.
public struct Function: Hashable, Sendable {
    /// In capitals; formulas may write it in any case.
    public let name: String
    /// How it is called, as in `IF(condition, then, otherwise)`.
    public let usage: String
    /// What it yields, in one sentence without a full stop.
    public let meaning: String
    /// Whether only editions with `arithmetic: double` have it.
    public let needsDouble: Bool

    init(name: String, usage: String, meaning: String, needsDouble: Bool = false) {
        self.name = name
        self.usage = usage
        self.meaning = meaning + (needsDouble ? "; only with `arithmetic: double`" : "")
        self.needsDouble = needsDouble
    }

    /// Every function, in the order of the reference.
    public static let all: [Function] = [
        Function(
            name: "IF", usage: "IF(condition, then, otherwise)",
            meaning: "The second where the condition is true, the third where it is false; "
                + "a blank where it cannot be told"),
        Function(
            name: "COUNT", usage: "COUNT(table WHERE condition)",
            meaning: "How many records there are (that meet the condition); 0 over nothing"),
        Function(
            name: "SUM", usage: "SUM(table.field WHERE condition)",
            meaning: "The sum of the values that are known"),
        Function(
            name: "AVERAGE", usage: "AVERAGE(table.field WHERE condition)",
            meaning: "The arithmetic mean of the values that are known"),
        Function(
            name: "MIN", usage: "MIN(table.field) or MIN(a, b)",
            meaning: "The least of the values that are known"),
        Function(
            name: "MAX", usage: "MAX(table.field) or MAX(a, b)",
            meaning: "The greatest of the values that are known"),
        Function(
            name: "MEDIAN", usage: "MEDIAN(table.field WHERE condition)",
            meaning: "The middle one of the values that are known; of an even number the mean "
                + "of the two in the middle"),
        Function(
            name: "ALL", usage: "ALL(list = \"Y\") or ALL(table.field = \"Y\")",
            meaning: "Whether the condition holds for every member of the list or every record"),
        Function(
            name: "ANY", usage: "ANY(list = \"Y\") or ANY(table.field = \"Y\")",
            meaning: "Whether the condition holds for a member of the list or a record"),
        Function(
            name: "AND", usage: "AND(condition, condition)",
            meaning: "Whether all conditions hold; the same as condition AND condition"),
        Function(
            name: "OR", usage: "OR(condition, condition)",
            meaning: "Whether a condition holds; the same as condition OR condition"),
        Function(
            name: "ROUND", usage: "ROUND(x, digits) or ROUND(x, digits, \"half-up\")",
            meaning: "The number rounded to so many digits after the point, in the edition's mode "
                + "where none is named"),
        Function(
            name: "ABS", usage: "ABS(x)", meaning: "The number without its sign"),
        Function(
            name: "PREVIOUS", usage: "PREVIOUS(x) or PREVIOUS(x, 2)",
            meaning: "What x was for the body one period, or so many periods, before"),
        Function(
            name: "PERIODS", usage: "PERIODS(table, 3) or PERIODS(x, 3)",
            meaning: "Within a function: the records or the values of so many periods, the "
                + "present one the last"),
        Function(
            name: "SQRT", usage: "SQRT(x)",
            meaning: "The square root of a number of 0 and above", needsDouble: true),
        Function(
            name: "LN", usage: "LN(x)",
            meaning: "The logarithm to the base e of a number above 0", needsDouble: true),
        Function(
            name: "EXP", usage: "EXP(x)", meaning: "The power of e", needsDouble: true),
        Function(
            name: "POWER", usage: "POWER(x, exponent)",
            meaning: "The first number to the power of the second", needsDouble: true),
        Function(
            name: "STDEV", usage: "STDEV(table.field WHERE condition)",
            meaning: "The standard deviation of the values that are known, with the divisor n - 1",
            needsDouble: true),
        Function(
            name: "STDEVP", usage: "STDEVP(table.field WHERE condition)",
            meaning: "The standard deviation of the values that are known, with the divisor n",
            needsDouble: true),
        Function(
            name: "SCORE", usage: "score(id)",
            meaning: "The score of another node of the same body"),
        Function(
            name: "GRADE", usage: "grade(id)",
            meaning: "The grade of another node of the same body; a better grade is greater"),
    ]

    private static let average = "AVERAGE(table.field) or AVERAGE(x OVER bodies)"
    private static let deviation = "STDEV(table.field) or STDEV(x OVER bodies)"

    /// Functions of spreadsheets that the language says otherwise.
    static let otherwise = [
        "LOG": "LN(x) / LN(base)", "LOG10": "LN(x) / LN(base)",
        "GEOMEAN": "EXP(AVERAGE(LN(x)))", "HARMEAN": "1 / AVERAGE(1 / x)",
        "VAR": "STDEV(x) * STDEV(x)", "VARP": "STDEVP(x) * STDEVP(x)",
        "STANDARDIZE": "(x - AVERAGE(x OVER bodies)) / STDEV(x OVER bodies)",
        "MEAN": average, "AVG": average, "STDDEV": deviation, "STD": deviation,
        "STDEV.S": deviation, "STDEV.P": "STDEVP(table.field) or STDEVP(x OVER bodies)",
        "COUNTIF": "COUNT(table WHERE condition)", "COUNTIFS": "COUNT(table WHERE condition)",
        "COUNTA": "COUNT(table.field)", "SUMIF": "SUM(table.field WHERE condition)",
        "SUMIFS": "SUM(table.field WHERE condition)",
        "AVERAGEIF": "AVERAGE(table.field WHERE condition)",
        "AVERAGEIFS": "AVERAGE(table.field WHERE condition)",
        "ISBLANK": "x IS UNKNOWN, or x IS NOT KNOWN for a blank of any kind",
        "ISNUMBER": "x IS KNOWN",
        "IFERROR": "IF(b > 0, a / b, 0), or a / b with empty: at the node",
    ]

    /// Functions of the language's design that this version does not compute yet.
    static let later: Set<String> = ["RANK", "PERCENTILE"]
}
