internal import Arithmetic
public import Diagnostics
public import Domain
internal import Expressions

/// Reads an edition into a plan, or says everything that is wrong with it.
public struct EditionReader {
    var reader = Reader()
    let files: EditionFiles
    /// The edition as one group of keys.
    let root: Object
    var lists: [String: [String]] = [:]
    var sources: [String: Plan.SourceEntry] = [:]
    var form = PeriodForm.year
    var kinds: [String] = []
    var scale = Node.Scale(least: .zero, greatest: .hundred)
    var rounding: RoundingLevels?
    var grades: Grades?
    /// The marks that missing rules give.
    var marks: Set<String> = []
    /// Whether it has been told that the grades seem to stand best first.
    var isOrderDoubted = false
    var lookups: [String: Lookup] = [:]
    /// Where tables of grades are declared, by id.
    var lookupPlaces: [String: Place] = [:]
    /// The tables of grades that aggregates name.
    var usedLookups: Set<String> = []
    var parameters: [Plan.Parameter] = []
    var scope: Scope
    var computed: [[Plan.ComputedField]] = []
    /// For each computed field, what it uses.
    var fieldUses: [[Uses]] = []
    /// For each computed field, what its formula can come to.
    var computedRanges: [[Divisors.ComputedRange]] = []
    var checks: [Plan.Check] = []
    var drafts: [Draft] = []
    /// The stages, where their list has no faults.
    var stageList: [Stages.Stage] = []
    /// What is said of stages, where it has no faults.
    var stages: WrittenStages?
    /// The thresholds of the node that is read.
    var readThresholds: Criterion.Thresholds?
    /// The bands as they are written, where they fit the scale.
    var readBandRanges: (nodes: [Int], figures: Plan.Rounded?, ranges: [WrittenRange])?
    /// What holds wherever the rule of the node that is read is looked at.
    var applies: [Formula] = []
    /// The indicator files that the scorecard names, in its order.
    var indicatorFiles: [String] = []
    /// What those files hold, repetitions written out.
    var indicatorDocuments: [YAML] = []
    /// What the rules use.
    var used = Uses()
    var isAdopted = false
    /// What numbers within a step are.
    var arithmetic = NumberKind.decimal
    /// On what the edition rests, and its nodes where they say nothing else.
    var basis: [Plan.Citation] = []
    var periodColumn = "period"
    var inForceFrom: Day?
    var inForceTo: Day?
    /// Whether the days from and to which the edition holds are what the edition says.
    var isForceRead = false
    /// Where inputs and parameters are declared, for error texts.
    var inputPlaces: [String: Place] = [:]
    /// One for each of ``parameters``.
    var parameterPlaces: [Place] = []
    /// Where the value of a parameter is said to be unknown, first in the file.
    var firstGap: (place: Place, parameter: String)?
    var status: Plan.Identity.Status?

    /// Whether the edition is only tried, and may declare what nothing uses.
    var isTrial = false
    /// Alternatives that an analyst assumes in the place of the edition's.
    var assumed: YAML?
    /// Names whose declarations have mistakes.
    var faulty: Set<String> = []

    /// Inputs, parameters and tables by position, lists by name, and names that could not be
    /// read.
    struct Uses {
        var inputs: Set<Int> = []
        var parameters: Set<Int> = []
        var tables: Set<Int> = []
        var lists: Set<String> = []
        var peers = false
        /// What a faulty formula names is not called unused as well.
        var words: Set<String> = []

        mutating func formUnion(_ other: Uses) {
            inputs.formUnion(other.inputs)
            parameters.formUnion(other.parameters)
            tables.formUnion(other.tables)
            lists.formUnion(other.lists)
            peers = peers || other.peers
            words.formUnion(other.words)
        }
    }

    /// How scores are rounded, and where.
    struct RoundingLevels {
        let rounded: Plan.Rounded
        let levels: Set<String>
    }

    /// Reads the edition in a folder, or in one file of it.
    ///
    /// - Parameters:
    ///   - source: The folder.
    ///   - main: The file to begin with; a name other than `edition.yaml` stands alone, with
    ///     its test cases beside it.
    /// - Returns: The plan, `nil` when there are errors; and everything that was found.
    public static func read(
        from source: any Source, main: String = "edition.yaml"
    ) -> (plan: Plan?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        guard let files = EditionFiles.read(from: source, main: main, log: &log) else {
            return (nil, log)
        }
        return read(files, log)
    }

    /// Reads the edition in files that were parsed.
    ///
    /// - Parameters:
    ///   - files: By the names of an edition that is a folder.
    ///   - log: What was found when they were parsed.
    ///   - repeated: Lists over which something was repeated that is written out already.
    ///   - isTrial: Whether it is no harm that nothing uses an input, parameter or table.
    ///   - alternatives: What stands in the place of the edition's own.
    /// - Returns: As ``read(from:main:)``.
    static func read(
        _ files: EditionFiles, _ log: DiagnosticLog, repeated: Set<String> = [],
        isTrial: Bool = false, assuming alternatives: YAML? = nil
    ) -> (plan: Plan?, log: DiagnosticLog) {
        var log = log
        guard let document = files.documents[EditionFiles.main] else { return (nil, log) }
        var reader = Reader()
        let lists = readLists(document, &reader)
        var repetition = Repetition(lists: lists)
        let expanded = repetition.expand(document)
        reader.log.add(repetition.log)
        guard !repetition.isExceeded, let root = reader.object(expanded, .edition) else {
            log.add(reader.log)
            return (nil, log)
        }
        log.add(reader.log)
        reader.log = log
        var edition = EditionReader(
            reader: reader, files: files, root: root, lists: lists,
            scope: Scope(
                schema: EvidenceSchema(
                    periodForm: .year, periodColumn: "period", inputs: [], tables: [])))
        edition.used.lists = repetition.used.union(repeated)
        edition.isTrial = isTrial
        edition.assumed = alternatives
        let plan = edition.plan(document: expanded)
        return (edition.reader.log.hasErrors ? nil : plan, edition.reader.log.sorted())
    }

    /// The files that ``read(from:main:)`` reads, to be copied.
    ///
    /// - Returns: The name that each has in an edition that is a folder, and its bytes.
    /// - Throws: The first file that cannot be read.
    public static func files(
        from source: any Source, main: String
    ) throws(SourceError) -> [(role: String, bytes: [UInt8])] {
        var files: [(role: String, bytes: [UInt8])] = []
        for name in try EditionFiles.names(in: source, main: main) {
            let bytes = try source.bytes(of: name, limit: YAMLReader.longest)
            files.append((EditionFiles.role(of: name, main: main), bytes))
        }
        return files
    }

    private static func readLists(_ document: YAML, _ reader: inout Reader) -> [String: [String]] {
        var lists: [String: [String]] = [:]
        let yaml = document.entries?.first { $0.key == "lists" }?.value
        if let yaml, yaml.entries == nil {
            reader.fail(
                "edition.shape", yaml.place, "lists need keys, and \(yaml.shape) stands there",
                help: "Write each list under its id, as in steps: [form, decision]")
        }
        for entry in yaml?.entries ?? [] {
            guard let id = reader.identifier(entry.key, "the list", at: entry.keyPlace) else {
                continue
            }
            let members = reader.identifiers(entry.value, "the list \"\(id)\"")
            reader.checkDistinct(members, "the member", at: entry.value.place)
            reader.checkFilled(entry.value, "the list \"\(id)\"")
            guard reader.hasRoom(for: members.count, "members", at: entry.value.place) else {
                continue
            }
            if !members.isEmpty { lists[id] = members }
        }
        return lists
    }

    /// Everything in the order in which one thing needs another.
    private mutating func plan(document: YAML) -> Plan? {
        readVersion()
        readSources()
        let identity = readIdentity()
        readPeriod()
        readArithmetic()
        readScale()
        readRounding()
        marks = Self.marks(in: document)
        for file in files.names where !file.hasSuffix(".test.yaml") {
            if let other = files.documents[file] { marks.formUnion(Self.marks(in: other)) }
        }
        readGrades()
        readLookups()
        let inputs = readInputs()
        readParameters()
        let tables = readTables()
        scope = Scope(
            schema: EvidenceSchema(
                periodForm: form, periodColumn: periodColumn, inputs: inputs,
                tables: tables.map(\.schema)),
            computed: tables.map { _ in [] }, lists: lists,
            parameters: parameters.map { Scope.Parameter(id: $0.id, type: $0.type) },
            kinds: kinds, arithmetic: arithmetic, rounding: rounding?.rounded.mode)
        scope.faulty = faulty
        scope.grades = grades?.order ?? []
        let peers = readPeers()
        checkNames(tables)
        readComputedFields(of: tables)
        readStages()
        readDrafts()
        let dimensions = readCells()
        let nodes = readNodes()
        checkGrades(nodes)
        checkScale(nodes)
        checkAwards(nodes)
        checkUseOfLookups()
        checkTotal()
        checkGaps()
        readChecks(of: tables)
        let effort = readEffort()
        let ranking = readRanking(nodes)
        let bands = readBands(nodes)
        let alternatives = readAlternatives(nodes)
        let notice = readNotice()
        let display = readDisplay()
        // What is wrong with a case is often only a consequence.
        let cases = reader.log.hasErrors ? [] : readCases()
        if !isTrial { checkUse() }
        checkUseOfPeers()
        checkKindsReached(nodes)
        let order = orderNodes(nodes)
        if let order { checkRanges(nodes, order) }
        checkShown([document] + indicatorDocuments)
        guard let identity, let order, !reader.log.hasErrors else { return nil }
        return Plan(
            identity: identity, arithmetic: arithmetic,
            schema: scope.schema.with(nodes.map { $0.schema(computed) }), computed: computed,
            parameters: parameters, nodes: nodes, order: order,
            relative: Self.relative(nodes, order), checks: checks, effort: effort,
            ranking: ranking, bands: bands,
            peers: peers, alternatives: alternatives, stages: planned(dimensions), notice: notice,
            grades: grades,
            display: display, sources: sources,
            citedRules: citedRules(document), cases: cases)
    }

    /// What every element says on which it rests; the edition has no faults.
    private func citedRules(_ document: YAML) -> [Plan.CitedRule] {
        let slugs = indicatorFiles.map(Self.slug)
        let tests = files.names.filter { $0.hasSuffix(".test.yaml") }
        return CitedRules.all(
            in: document,
            indicators: Dictionary(zip(slugs, indicatorDocuments)) { first, _ in first },
            tests: tests.compactMap { files.documents[$0] })
    }

    /// Reads a formula, notes which inputs and parameters it uses.
    mutating func formula(
        _ yaml: YAML, level: Int? = nil, expecting: Formula.Expectation,
        literals: Formula.Literals = .named
    ) -> Formula? {
        guard let text = reader.text(yaml, "the formula") else { return nil }
        let source = FormulaText(text, at: yaml.place, isOnOneLine: yaml.isOnOneLine)
        let formula = Formula.read(
            source, in: scope, level: level, expecting: expecting, literals: literals,
            node: reader.node, log: &reader.log)
        guard let formula else {
            noteWords(of: text)
            return nil
        }
        used.lists.formUnion(formula.lists)
        formula.expression.forEach { part in
            switch part.kind {
            case .records(_, let table, _, _), .quantified(_, let table, _, _):
                used.tables.insert(table)
            case .input(let index): used.inputs.insert(index)
            case .parameter(let index): used.parameters.insert(index)
            case .computed(let table, let index): used.formUnion(fieldUses[table][index])
            case .population(_, let population, _, _):
                used.peers = used.peers || population.reach == .peers
            case .score(let node):
                let place = source.place(at: part.range.lowerBound)
                refuseHeading(node, at: place)
                if !isHeading(node) { checkGraded(node, asGrade: part.type.isCode, at: place) }
            default: break
            }
        }
        return formula
    }

    /// What a faulty formula names, or nearly names, is not called unused as well.
    private mutating func noteWords(of formula: String) {
        guard used.words.count < Reader.most else { return }
        let declared =
            scope.schema.inputs.map(\.id) + parameters.map(\.id) + scope.schema.tables.map(\.id)
            + lists.keys.sorted()
        for word in formula.split(whereSeparator: {
            !($0.isLetter || $0.isNumber || "_-.".contains($0))
        }) {
            let parts = [word] + word.split { $0 == "-" || $0 == "." }
            for part in parts {
                used.words.insert(String(part))
                used.words.formUnion(lists[String(part)] ?? [])
                if let nearest = Nearest.word(to: String(part), among: declared) {
                    used.words.insert(nearest)
                }
            }
        }
    }
}
