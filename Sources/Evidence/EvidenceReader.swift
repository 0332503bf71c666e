public import Diagnostics
public import Domain

/// Reads the tables of a workspace into ``Evidence``, all problems at once.
public struct EvidenceReader {
    private let package: DataPackage
    private let source: any Source
    private let schema: EvidenceSchema
    private let share: EvidenceShare
    private let threads: Int?
    private var limits: CSVLimits
    private(set) var log: DiagnosticLog
    /// The rows to leave out; `nil` where errors are refused.
    private let rejecting: Rejecting?
    /// The rows that were left out, by file.
    private(set) var rejected: [String: RejectedRows] = [:]
    /// The inputs that each file in wide form has a column for.
    private(set) var inputs: [String: [String]] = [:]
    private var files: [Evidence.File]
    private var leftOut: [LeftOut] = []
    /// All bodies of the workspace.
    private var everyBody: [Body] = []
    /// Those that this edition reads.
    private var bodies: [Body] = []
    private var provenances: ProvenanceIndex
    private var periods: Set<Int32> = []

    /// Reads everything that the package names.
    ///
    /// - Parameters:
    ///   - package: The descriptor.
    ///   - source: The folder that it was read from.
    ///   - schema: What the methodology expects.
    ///   - share: Which part of the workspace is read and judged by it.
    ///   - threads: At most so many at a time; `nil` uses all cores. The result does not depend
    ///     on it.
    /// - Returns: The evidence, `nil` when there are errors, and everything that is wrong.
    public static func read(
        _ package: DataPackage, from source: any Source, schema: EvidenceSchema,
        share: EvidenceShare = .whole, threads: Int? = nil
    ) -> (evidence: Evidence?, log: DiagnosticLog) {
        read(
            package, from: source, schema: schema, share: share, threads: threads,
            limits: CSVLimits())
    }

    static func read(
        _ package: DataPackage, from source: any Source, schema: EvidenceSchema,
        share: EvidenceShare = .whole, threads: Int?, limits: CSVLimits
    ) -> (evidence: Evidence?, log: DiagnosticLog) {
        var reader = EvidenceReader(package, source, schema, share, threads, limits)
        let evidence = reader.evidence()
        return (reader.log.hasErrors ? nil : evidence, reader.log.naming(package.resources))
    }

    init(
        _ package: DataPackage, _ source: any Source, _ schema: EvidenceSchema,
        _ share: EvidenceShare, _ threads: Int?, _ limits: CSVLimits,
        rejecting: Rejecting? = nil
    ) {
        self.package = package
        self.source = source
        self.schema = schema
        self.share = share
        self.threads = threads
        self.limits = limits
        self.rejecting = rejecting
        log = DiagnosticLog()
        files = [Evidence.File(name: DataPackage.file, hash: package.hash)]
        provenances = ProvenanceIndex(Provenance(status: package.status))
        log = emptyLog
    }

    /// `nil` when there are errors.
    mutating func evidence() -> Evidence? {
        checkRoles()
        for resource in package.resources where resource.role == .bodies {
            guard readBodies(resource) else { return nil }
        }
        let known = KnownBodies(bodies, among: everyBody, share)
        let schema = schema
        let wide = readInputs(.wideInputs) { WideInputs($0, $1, schema, known, &$2) }
        let long = readInputs(.longInputs) { LongInputs($0, $1, schema, known, &$2) }
        for (file, parts) in wide {
            inputs[file] = (parts.first?.inputs ?? []).map { schema.inputs[$0].id }
        }
        checkCoverage(wide, hasLong: !long.isEmpty)
        var records: [[RecordsReader]?] = []
        for table in schema.tables.indices { records.append(readRecords(table, known)) }
        let decisions = readDecisions(known)
        let reforms = readReforms()
        let measures = readMeasures(known)
        let planned = readPlan(of: measures)
        for (_, parts) in wide { for part in parts { periods.formUnion(part.periods) } }
        for (_, parts) in long {
            for part in parts { periods.formUnion(part.entries.map(\.period)) }
        }
        for parts in records {
            for part in parts ?? [] { periods.formUnion(part.records.distinctPeriods) }
        }
        let units = Units(periods, form: schema.periodForm, bodies: bodies.count)
        guard hasRoom(for: units) else { return nil }

        var assembly = InputAssembly(schema, units, bodies, share, threads: threads, log: emptyLog)
        for (file, parts) in wide { assembly.add(parts, file: file, &provenances) }
        for (file, parts) in long { assembly.add(parts, file: file, &provenances) }
        log.add(assembly.log)
        let tables = assemble(records, units)
        var deciding = Deciding(schema, units, bodies, share, log: emptyLog)
        for (file, parts) in decisions { deciding.add(parts, file: file) }
        log.add(deciding.log)
        guard !log.hasErrors else { return nil }
        let decided = deciding.applied(to: assembly.columns(), &provenances)
        return Evidence(
            bodies: bodies, periods: units.periods, inputs: decided.inputs, tables: tables,
            provenances: provenances.entries, files: files.sorted { $0.name < $1.name },
            leftOut: leftOut.sorted { $0.file < $1.file }, decisions: decided.decisions,
            reforms: reforms, measures: measures.measures,
            measuresFile: package.resources.first { $0.role == .measures }?.path,
            plannedMeasures: planned, schema: schema)
    }

    /// Reads a table and keeps the hash of its file.
    private mutating func read<Rows: RowReader>(
        _ resource: DataPackage.Resource, _ prepare: (Heading, inout DiagnosticLog) -> Rows?
    ) -> [Rows]? {
        let reader = TableReader(
            resource, source, threads: threads, limits: limits, bodies: everyBody.map(\.id),
            rejection: rejecting.map { RowRejection(resource, schema, $0) })
        guard let table = reader.read(log: &log, prepare) else { return nil }
        files.append(table.file)
        limits.cells -= table.cells
        if let leftOut = table.leftOut { self.leftOut.append(leftOut) }
        rejected[resource.path, default: RejectedRows()].add(table.rejected)
        return table.parts
    }

    private var emptyLog: DiagnosticLog {
        rejecting == nil ? DiagnosticLog() : DiagnosticLog(keeping: Rejects.kept)
    }

    private mutating func readInputs<Rows: RowReader>(
        _ role: DataPackage.Resource.Role,
        _ prepare: (Heading, DataPackage.Resource, inout DiagnosticLog) -> Rows?
    ) -> [(file: String, parts: [Rows])] {
        var tables: [(file: String, parts: [Rows])] = []
        // Where no inputs are needed, the table itself was refused.
        guard !schema.inputs.isEmpty else { return [] }
        for resource in package.resources where resource.role == role {
            let parts = read(resource) { prepare($0, resource, &$1) }
            if let parts { tables.append((resource.path, parts)) }
        }
        return tables
    }

    private mutating func readDecisions(
        _ known: KnownBodies
    ) -> [(file: String, parts: [DecisionRows])] {
        let rows = limits.rows
        limits.rows = min(rows, limits.decisions)
        defer { limits.rows = rows }
        var tables: [(file: String, parts: [DecisionRows])] = []
        for resource in package.resources where resource.role == .decisions {
            let parts = read(resource) { [schema] in
                DecisionRows($0, resource, schema, known, &$1)
            }
            if let parts { tables.append((resource.path, parts)) }
        }
        return tables
    }

    private mutating func readReforms() -> [Reform] {
        let table = readOnly(.reforms) { ReformRows($0, $1, &$2) }
        guard let table else { return [] }
        return ReformsChecker.reforms(
            table.parts.flatMap(\.entries), file: table.file, schema, share, log: emptyLog, &log)
    }

    /// The measures, and the ids of all that were handed in, also of those that were refused; `nil`
    /// where the table could not be read.
    private mutating func readMeasures(
        _ known: KnownBodies
    ) -> (measures: [Measure], names: Set<String>?) {
        guard package.resources.contains(where: { $0.role == .measures }) else { return ([], []) }
        let targets = MeasureTargets(schema, share)
        let table = readOnly(.measures) { MeasureRows($0, $1, targets, known, &$2) }
        guard let table else { return ([], nil) }
        let entries = table.parts.flatMap(\.entries)
        var own = emptyLog
        let measures = MeasuresChecker.measures(
            entries, file: table.file, leftOut: rejected[table.file]?.details ?? [], log: emptyLog,
            &own)
        log.add(own)
        return (measures, Set(entries.map(\.measure)))
    }

    private mutating func readPlan(
        of measures: (measures: [Measure], names: Set<String>?)
    ) -> [PlannedMeasure] {
        let table = readOnly(.plan) { [schema, share] in PlanRows($0, $1, schema, share, &$2) }
        guard let table else { return [] }
        let rows = table.parts.flatMap(\.entries)
        var own = emptyLog
        PlanChecker(rows, file: table.file, measures.measures, names: measures.names)
            .check(&own)
        log.add(own)
        return rows
    }

    /// Reads the one table of a role that people write by hand; `nil` where there is none, or it
    /// could not be read.
    private mutating func readOnly<Rows: RowReader>(
        _ role: DataPackage.Resource.Role,
        _ prepare: (Heading, DataPackage.Resource, inout DiagnosticLog) -> Rows?
    ) -> (file: String, parts: [Rows])? {
        guard let resource = package.resources.first(where: { $0.role == role }) else { return nil }
        let rows = limits.rows
        limits.rows = min(rows, limits.decisions)
        defer { limits.rows = rows }
        return read(resource) { prepare($0, resource, &$1) }.map { (resource.path, $0) }
    }

    private mutating func readBodies(_ resource: DataPackage.Resource) -> Bool {
        let earlier = log.counts
        let parts = read(resource) { BodiesReader($0, resource, &$1) }
        guard let parts else { return false }
        everyBody = BodiesChecker.bodies(
            parts.flatMap(\.entries), file: resource.path, log: emptyLog, &log)
        bodies = share.takesAll ? everyBody : everyBody.filter { share.takes($0.kind) }
        guard everyBody.isEmpty else { return true }
        // Rows that were refused have been told.
        guard log.counts == earlier else { return false }
        log.error(
            "bodies.none", at: Place(file: resource.path), "there are no bodies",
            help: "Write a row for each body that is assessed")
        return false
    }

    private mutating func readRecords(_ table: Int, _ known: KnownBodies) -> [RecordsReader]? {
        guard let resource = resource(of: table) else { return nil }
        var others: [String: String] = [:]
        var fields: [(DataPackage.Resource, [RecordsReader])] = []
        for more in package.resources where more.role == .fields(schema.tables[table].id) {
            let parts = read(more) { [schema] in
                RecordsReader($0, more, table: table, schema, known, others: others, &$1)
            }
            guard let parts else { continue }
            fields.append((more, parts))
            for field in parts.first?.held ?? [] {
                others[schema.tables[table].fields[field].id] = more.path
            }
        }
        let records = read(resource) { [schema] in
            RecordsReader($0, resource, table: table, schema, known, others: others, &$1)
        }
        guard var records, !fields.isEmpty else { return records }
        let joined = RecordFields(records, table: table, schema, known, file: resource.path)
        for (more, parts) in fields { joined.add(parts, from: more, to: &records, &log) }
        return records
    }

    private mutating func assemble(_ records: [[RecordsReader]?], _ units: Units) -> [RecordTable] {
        let assembly = RecordAssembly(
            schema: schema, units: units, bodies: bodies, share: share, threads: threads)
        var ordered: [RecordAssembly.Ordered?] = []
        for (number, parts) in records.enumerated() {
            let parent = schema.tables[number].parent.flatMap { $0 < number ? ordered[$0] : nil }
            ordered.append(
                parts.map { parts in
                    assembly.table(
                        number, parts.map { ($0.records, provenances.join($0.provenances)) },
                        file: resource(of: number)?.path, parent: parent, &log)
                })
        }
        return ordered.compactMap { $0?.table }
    }

    /// The resource that holds the records of a table.
    private func resource(of table: Int) -> DataPackage.Resource? {
        let role = DataPackage.Resource.Role.records(schema.tables[table].id)
        return package.resources.first { $0.role == role }
    }

    // MARK: Checks of the whole

    private mutating func checkRoles() {
        let tables = schema.tables.map(\.id)
        let needsNoInputs = schema.inputs.isEmpty && share.inputs.isEmpty
        for resource in package.resources {
            switch resource.role {
            case .records(let table) where !tables.contains(table) && !share.tables.contains(table),
                .fields(let table)
            where !tables.contains(table) && !share.tables.contains(table):
                log.error(
                    "package.unknown-table", at: resource.place,
                    "the methodology has no table \(seen(table))",
                    help: Nearest.word(to: table, among: tables).map { "Write \"\($0)\"" }
                        ?? "Take the resource out, or give it the role \"other\"")
            case .wideInputs where needsNoInputs, .longInputs where needsNoInputs:
                log.error(
                    "package.no-inputs-needed", at: resource.place,
                    "the methodology has no inputs",
                    help: "Take the resource out, or give it the role \"other\"")
            default: break
            }
        }
        for resource in package.resources { checkNotations(resource) }
        let held = package.resources.map(\.role)
        for table in tables where !held.contains(.records(table)) {
            log.error(
                "package.missing-table", at: Place(file: DataPackage.file),
                "no resource holds the records of \(table)",
                help:
                    "Add one with \"apparatus\": {\"role\": \"records\", \"table\": \"\(table)\"}; "
                    + "where there are no records, its file has the headings only")
        }
    }

    /// Notations that do not go with the types of the methodology.
    private mutating func checkNotations(_ resource: DataPackage.Resource) {
        if let pattern = resource.form.notations.periods, !pattern.suits(schema.periodForm.unit) {
            log.error(
                "package.notation", at: resource.place,
                "the periods of \(seen(resource.name)) are written \(seen(pattern.text)), which is "
                    + "no \(schema.periodForm.unit.rawValue)",
                help:
                    "Periods are told by such as \(schema.periodForm.example); correct the pattern")
        }
        if let target = resource.badPeriod(schema) {
            log.error(
                "package.notation", at: target.place,
                "every row is about \(seen(target.constant)), which is not a period",
                help: resource.form.notations.periodHelp(schema.periodForm))
        }
        let fields: [Field] =
            switch resource.role {
            case .records(let table), .fields(let table):
                schema.tables.first { $0.id == table }?.fields ?? []
            case .wideInputs: schema.inputs
            case .bodies, .longInputs, .decisions, .reforms, .measures, .plan: []
            }
        for target in resource.form.columns?.targets ?? [] where target.words != nil {
            let isNumber = fields.first { $0.id == target.name }.map { field in
                ColumnBuilder.Kind(field.type) == .numbers
            }
            guard !(isNumber ?? (target.name == "value" && resource.role == .longInputs)) else {
                continue
            }
            log.error(
                "package.notation", at: target.place,
                "\"words\" says what texts are in a column of numbers, and \"\(target.name)\" is none",
                help: "Take it out, or name words under \"markers\"")
        }
    }

    /// A required input that no table has a column for is forgotten rather than unknown.
    private mutating func checkCoverage(
        _ wide: [(file: String, parts: [WideInputs])], hasLong: Bool
    ) {
        guard !hasLong, !log.hasErrors else { return }
        let present = Set(wide.flatMap { $0.parts.first?.inputs ?? [] })
        let columns = package.resources.first { $0.role == .wideInputs && $0.form.columns != nil }?
            .form.columns
        let file =
            wide.count == 1
            ? Place(file: wide[0].file, row: 1, field: nil) : Place(file: DataPackage.file)
        let place = columns?.place ?? file
        for (number, input) in schema.inputs.enumerated()
        where !input.isOptional && !present.contains(number) {
            log.error(
                "package.missing-input", at: place,
                "no table of inputs has the heading \(input.id)",
                help: columns != nil
                    ? "Name it under \"columns\", as in \"\(input.id)\": \"a heading of the file\""
                    : "Add the column; leave out the rows of bodies that handed nothing in")
        }
    }

    private mutating func hasRoom(for units: Units) -> Bool {
        let columns = schema.inputs.count + schema.tables.count + 1
        let (values, isOver) = units.count.multipliedReportingOverflow(by: columns)
        guard isOver || values > limits.values else { return true }
        log.error(
            "evidence.size", at: Place(file: DataPackage.file),
            "\(bodies.count) bodies for \(units.periods.count) periods are more than can be held",
            help: "Split the periods over several workspaces")
        return false
    }
}
