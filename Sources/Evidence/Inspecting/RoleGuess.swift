internal import Diagnostics
internal import Domain

/// What the table of a file seems to hold, as a methodology expects it.
struct RoleGuess {
    /// What it holds.
    enum Role: Hashable {
        case bodies
        case wideInputs
        case longInputs
        /// The records of the table at that position.
        case records(Int)
        /// Nothing that is known.
        case other
    }

    /// A heading that a role knows.
    struct Target {
        let name: String
        let isRequired: Bool
        /// The field whose values stand there; `nil` for ids, keys and periods.
        var field: Field?
    }

    let role: Role
    let targets: [Target]
    /// For each target, the column that seems to hold it, and whether only its name is alike.
    private(set) var columns: [(column: Int, isLoose: Bool)?]

    /// The role whose headings are there, most of them.
    init(_ file: Inspection, _ schema: EvidenceSchema?, bodies: Set<String>) {
        let roles: [Role] =
            [.bodies]
            + (schema == nil
                ? [] : [.longInputs] + (schema?.tables.indices.map { .records($0) } ?? []))
            + [.wideInputs]
        var best = RoleGuess(.other, [], [])
        var most = 0.3
        for role in roles {
            let targets = Self.targets(of: role, schema, file)
            let guess = RoleGuess(
                role, targets, Self.columns(for: targets, file, schema, bodies))
            let score = guess.score(file)
            if score > most { (best, most) = (guess, score) }
        }
        self = best
    }

    private init(
        _ role: Role, _ targets: [Target], _ columns: [(column: Int, isLoose: Bool)?]
    ) {
        self.role = role
        self.targets = targets
        self.columns = columns
    }

    /// The column of a target.
    func column(_ name: String) -> Int? {
        targets.firstIndex { $0.name == name }.flatMap { columns[$0]?.column }
    }

    /// The share of what only this role knows that is there.
    private func score(_ file: Inspection) -> Double {
        func share(_ names: [String]) -> Double {
            let there = names.count { column($0) != nil }
            return names.isEmpty ? 0 : Double(there) / Double(names.count)
        }
        switch role {
        case .bodies:
            // A body stands in a table of bodies once; a table about bodies repeats them.
            let ids = column("id").map { file.columns[$0] }
            let isUnique = ids.map { $0.distinct == $0.filled && !$0.isCut } ?? false
            return share(["id", "kind"]) == 1 && isUnique ? 1 : 0
        case .longInputs: return share(["input", "value"]) == 1 ? 1 : 0
        case .wideInputs, .records:
            // Without the keys of its table no row is a record.
            let keys = targets.filter { $0.field == nil && $0.isRequired }.map(\.name)
            let fields = targets.filter { $0.field != nil }.map(\.name)
            let share = share(fields)
            if role == .wideInputs { return share }
            return keys.dropFirst(2).allSatisfy { column($0) != nil } ? max(share, 0.4) : share / 2
        case .other: return 0
        }
    }

    // MARK: Headings

    private static func targets(
        of role: Role, _ schema: EvidenceSchema?, _ file: Inspection
    ) -> [Target] {
        let subject = [
            Target(name: RowSubjectReader.body, isRequired: true),
            Target(name: schema?.periodColumn ?? "period", isRequired: true),
        ]
        func fields(_ fields: [Field]) -> [Target] {
            fields.map { Target(name: $0.id, isRequired: !$0.isOptional, field: $0) }
        }
        switch role {
        case .bodies:
            let titles = file.columns.map(\.name).filter { $0.hasPrefix("title.") }
            return [
                Target(name: "id", isRequired: true), Target(name: "kind", isRequired: true),
            ]
                + (titles + (titles.isEmpty ? ["title"] : []) + [
                    "parent", "group", "from", "to", "predecessors",
                ]).map { Target(name: $0, isRequired: false) }
        case .longInputs:
            return subject
                + ["input", "value"].map { Target(name: $0, isRequired: true) }
        case .records(let table):
            guard let schema else { return [] }
            let keys = RecordPath(table, schema).headings
            return subject + keys.map { Target(name: $0, isRequired: true) }
                + fields(schema.tables[table].fields)
        case .wideInputs:
            guard let schema else { return subject + numbers(file) }
            return subject + fields(schema.inputs)
        case .other: return []
        }
    }

    /// Without a methodology every column of numbers may be an input.
    private static func numbers(_ file: Inspection) -> [Target] {
        var names: Set<String> = []
        return file.columns.enumerated().compactMap { position, column in
            guard column.kind == .whole || column.kind == .number else { return nil }
            let letters = column.name.lowercased().map {
                $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_"
            }
            let name = String(
                String(letters).split(separator: "_").joined(separator: "_").prefix(64))
            let isSound = name.first?.isLetter ?? false
            let id = isSound && !names.contains(name) ? name : "column_\(position + 1)"
            names.insert(id)
            return Target(
                name: id, isRequired: false,
                field: Field(
                    id: id, type: .number, isOptional: true,
                    title: LanguageMap([LanguageMap.Entry(language: "", text: column.name)])))
        }
    }

    // MARK: Columns

    private static func columns(
        for targets: [Target], _ file: Inspection, _ schema: EvidenceSchema?, _ bodies: Set<String>
    ) -> [(column: Int, isLoose: Bool)?] {
        let names = file.columns.map(\.name)
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        var free = Set(names.indices.filter { !names[$0].isEmpty && counts[names[$0]] == 1 })
        var found: [(column: Int, isLoose: Bool)?] = targets.map { _ in nil }
        func take(_ target: Int, isLoose: Bool = false, _ isRight: (Int) -> Bool) {
            guard found[target] == nil,
                let column = names.indices.first(where: { free.contains($0) && isRight($0) })
            else { return }
            found[target] = (column, isLoose)
            free.remove(column)
        }
        for (position, target) in targets.enumerated() {
            take(position) { names[$0] == target.name }
        }
        for (position, target) in targets.enumerated() {
            let titles = target.field?.title?.texts.map { HeadingWords.plain($0.text) } ?? []
            let words = Set([HeadingWords.plain(target.name)] + titles).subtracting([""])
            take(position) { words.contains(HeadingWords.plain(names[$0])) }
        }
        for (position, target) in targets.enumerated() where target.field == nil {
            if target.name == RowSubjectReader.body {
                if let column = body(file, free, bodies) { take(position) { $0 == column } }
            } else if target.name == schema?.periodColumn ?? "period" {
                take(position) { HeadingWords.isPeriod(names[$0]) }
                take(position) { file.columns[$0].kind == .period }
            } else {
                take(position) { HeadingWords.isAnother(names[$0], for: target.name) }
            }
        }
        var suggester = Suggester()
        for (position, target) in targets.enumerated()
        where found[position] == nil && target.name.count >= 5 {
            let plain = Dictionary(
                free.map { (HeadingWords.plain(names[$0]), $0) },
                uniquingKeysWith: { first, _ in first })
            let word = suggester.nearest(
                to: HeadingWords.plain(target.name),
                among: plain.keys.filter { $0.count >= 4 }.sorted())
            if let column = word.flatMap({ plain[$0] }) {
                take(position, isLoose: true) { $0 == column }
            }
        }
        return found
    }

    /// The column with the most values that are ids of bodies; otherwise the one that is called so.
    private static func body(_ file: Inspection, _ free: Set<Int>, _ bodies: Set<String>) -> Int? {
        let shares = free.sorted().map { column -> (column: Int, share: Double) in
            let values = file.columns[column].values
            let all = values.values.reduce(0, +)
            let known = values.reduce(0) { $0 + (bodies.contains($1.key) ? $1.value : 0) }
            return (column, Double(known) / Double(max(all, 1)))
        }
        if let best = shares.max(by: { ($0.share, $1.column) < ($1.share, $0.column) }),
            best.share >= 0.5
        {
            return best.column
        }
        return free.sorted().compactMap { column in
            HeadingWords.rankAsBody(file.columns[column].name).map { (column: column, rank: $0) }
        }.min { $0.rank < $1.rank }?.column
    }
}
