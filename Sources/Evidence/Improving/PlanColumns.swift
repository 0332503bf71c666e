/// The columns of a table of planned measures.
package enum PlanColumns {
    /// Those that are read, in the order in which plans are written.
    package static let read = ["measure", "since", "owner", "due"]
    /// Those that are written beside them for readers, and not read; `title` may stand once for
    /// each language, as in `title.en`.
    package static let told = [
        "title", "body", "on", "effect", "cost", "currency", "effective", "needs", "excludes",
        "evidence", "now", "expected", "gained", "points",
    ]
}
