internal import Arithmetic
internal import Digest
internal import Domain

/// The bytes whose SHA-256 is the hash of evidence.
///
/// They say what is known, where it comes from and how far it was checked, and nothing of how
/// it was handed in: not the names and encodings of files, not the order of rows and columns,
/// not whether inputs were wide or long, not an input for which nothing is known.
///
/// UTF-8 lines that end in LF, their parts separated by one space. A *text* is its length in
/// bytes, a colon and its bytes, so no text can be taken for something else; `-` is a text that
/// is absent. Order is always by the bytes of UTF-8.
///
///     apparatus-evidence 1
///     provenance STATUS SOURCE PROOF              each in use once, in the order of these lines;
///                                                 numbered from 0
///     body ID KIND PARENT GROUP FROM TO n LANGUAGE TEXT … n PREDECESSOR …
///                                                 by id; languages and predecessors in order;
///                                                 FROM and TO are days or -
///     input ID                                    by id, only those with a line below them
///     period PERIOD                               earliest first, only those with a line below
///     BODY VALUE NUMBER                           by id; the number is the provenance's
///     table ID FIELD …                            by id, only those with a line below them;
///                                                 fields by id
///     period PERIOD                               as above
///     BODY KEY … VALUE … NUMBER                   by body and key, the keys of parents first
///     decision BODY PERIOD input|node ID WORD VALUE BEFORE NUMBER REASON BASIS WHO DATE
///                                                 in the order of these lines; VALUE is what is set,
///                                                 BEFORE what was handed in and its provenance, or -
///     reform ID n LANGUAGE TEXT …                 by id; languages in order
///     MEASURE OWNER FROM TO n LANGUAGE TEXT … n CRITERION …
///                                                 by id; languages and criteria in order; TO is
///                                                 a day or -
///     measure ID COST CURRENCY FINISH OWNER EVIDENCE n LANGUAGE TEXT … n NEED … n EXCLUDED …
///                                                 by id; languages and ids in order
///     BODY ON EFFECT                              in the order of these lines; BODY is - for every
///                                                 one, EFFECT `add` or `to` and a VALUE
///     planned MEASURE SINCE OWNER DUE             by measure, then period; DUE is a day or -
///
/// A VALUE is `n` and plain digits, `c` and the code's word as text, `p` and the period, `d` and
/// the day, `t` and a text, `ftrue` or `ffalse`; or a blank: `u` no data, `w` withheld,
/// `a` not applicable. Ids, kinds, keys, headings, statuses and languages are texts.
struct CanonicalForm {
    private let evidence: Evidence
    private let schema: EvidenceSchema
    private var digest = SHA256()
    private var buffer: [UInt8] = []
    /// The number of each provenance among those in use.
    private var numbers: [Int: Int] = [:]
    /// The positions of bodies by id.
    private let order: [Int]

    /// The hash of evidence.
    static func hash(_ evidence: Evidence) -> String {
        var form = CanonicalForm(evidence)
        form.write()
        form.digest.update(form.buffer)
        return form.digest.hex()
    }

    private init(_ evidence: Evidence) {
        self.evidence = evidence
        schema = evidence.schema
        order = evidence.bodies.indices.sorted {
            evidence.bodies[$0].id.utf8.lexicographicallyPrecedes(evidence.bodies[$1].id.utf8)
        }
    }

    private mutating func write() {
        append("apparatus-evidence 1\n")
        writeProvenances()
        for position in order { write(evidence.bodies[position]) }
        for input in Self.sorted(schema.inputs.map(\.id)) { write(input: input) }
        for table in Self.sorted(schema.tables.map(\.id)) { write(table: table) }
        writeDecisions()
        for reform in evidence.reforms.sorted(by: { [$0.id].precedes([$1.id]) }) { write(reform) }
        for measure in evidence.measures.sorted(by: { [$0.id].precedes([$1.id]) }) {
            write(measure)
        }
        writePlan()
        flush()
    }

    private static func sorted(_ ids: [String]) -> [Int] {
        ids.indices.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
    }

    // MARK: Provenances and bodies

    private mutating func writeProvenances() {
        var used = Set<UInt32>()
        for input in evidence.inputs {
            for unit in input.rows.indices where input.column.presence(at: unit) != .unknown {
                used.insert(input.provenance[unit])
            }
        }
        for table in evidence.tables { used.formUnion(table.provenance.distinct) }
        for case let before? in evidence.decisions.map(\.before)
        where before.cell.presence(at: 0) != .unknown {
            used.insert(before.provenance)
        }
        var lines: [(line: [UInt8], position: Int)] = []
        for position in used {
            let provenance = evidence.provenances[Int(position)]
            let start = buffer.count
            append("provenance")
            for part in [provenance.status.rawValue, provenance.source, provenance.proof] {
                append(" ")
                append(text: part)
            }
            append("\n")
            lines.append((Array(buffer[start...]), Int(position)))
            buffer.removeSubrange(start...)
        }
        lines.sort { $0.line.lexicographicallyPrecedes($1.line) }
        for (number, line) in lines.enumerated() {
            numbers[line.position] = number
            buffer += line.line
        }
    }

    private mutating func write(_ body: Body) {
        append("body")
        for part in [body.id, body.kind, body.parent, body.group] {
            append(" ")
            append(text: part)
        }
        for day in [body.from, body.to] { append(" \(day.map(\.description) ?? "-")") }
        append(body.title)
        append(body.predecessors)
        append("\n")
        flush()
    }

    private mutating func append(_ title: LanguageMap) {
        let texts = title.texts.sorted {
            [$0.language, $0.text].precedes([$1.language, $1.text])
        }
        append(" \(texts.count)")
        for text in texts {
            append(" ")
            append(text: text.language)
            append(" ")
            append(text: text.text)
        }
    }

    private mutating func append(_ ids: [String]) {
        append(" \(ids.count)")
        for id in ids.sorted(by: { [$0].precedes([$1]) }) {
            append(" ")
            append(text: id)
        }
    }

    // MARK: Inputs and records

    private mutating func write(input number: Int) {
        let input = evidence.inputs[number]
        let field = schema.inputs[number]
        var isBegun = false
        for (period, name) in evidence.periods.enumerated() {
            var isPeriodBegun = false
            for body in order {
                let unit = period * evidence.bodies.count + body
                guard input.column.presence(at: unit) != .unknown else { continue }
                if !isBegun { begin("input", [field.id]) }
                if !isPeriodBegun { append("period \(name)\n") }
                (isBegun, isPeriodBegun) = (true, true)
                append(text: evidence.bodies[body].id)
                append(input.column, field, at: unit)
                end(input.provenance[unit])
            }
        }
    }

    private mutating func write(table number: Int) {
        let table = evidence.tables[number]
        guard table.count > 0 else { return }
        let fields = schema.tables[number].fields
        let fieldOrder = Self.sorted(fields.map(\.id))
        let paths = paths(of: number)
        begin("table", [schema.tables[number].id] + fieldOrder.map { fields[$0].id })
        for (period, name) in evidence.periods.enumerated() {
            var isBegun = false
            for body in order {
                let unit = period * evidence.bodies.count + body
                for record in table.unitOffsets[unit]..<table.unitOffsets[unit + 1] {
                    if !isBegun { append("period \(name)\n") }
                    isBegun = true
                    append(text: evidence.bodies[body].id)
                    for (part, records) in paths {
                        append(" ")
                        append(part, at: records.map { Int($0[record]) } ?? record)
                    }
                    for field in fieldOrder {
                        append(table.columns[field], fields[field], at: record)
                    }
                    end(table.provenance[record])
                }
            }
        }
    }

    /// The parts of keys by which records are named, those of the outermost table first: each
    /// with the records, of the table it stands in, that the table's records belong to.
    private func paths(of number: Int) -> [(part: KeyColumn, records: [UInt32]?)] {
        let table = evidence.tables[number]
        let own = table.keys.parts.map { (part: $0, records: [UInt32]?.none) }
        guard let parent = schema.tables[number].parent, parent < number,
            table.parentOffsets.count > 1
        else { return own }
        var parents: [UInt32] = []
        parents.reserveCapacity(table.count)
        for above in 0..<(table.parentOffsets.count - 1) {
            for _ in table.parentOffsets[above]..<table.parentOffsets[above + 1] {
                parents.append(UInt32(truncatingIfNeeded: above))
            }
        }
        return paths(of: parent).map { part, records in
            (part: part, records: records.map { $0.taking(parents) } ?? parents)
        } + own
    }

    private mutating func begin(_ word: String, _ ids: [String]) {
        append(word)
        for id in ids {
            append(" ")
            append(text: id)
        }
        append("\n")
    }

    private mutating func end(_ provenance: UInt32) {
        append(" \(numbers[Int(provenance)] ?? 0)\n")
        flush()
    }

    private mutating func append(_ column: Column, _ field: Field, at row: Int) {
        append(" ")
        switch column.presence(at: row) {
        case .unknown: return append("u")
        case .withheld: return append("w")
        case .notApplicable: return append("a")
        case .known: break
        }
        switch column.values {
        case .numbers(let numbers):
            append("n")
            numbers[row].write(to: &buffer)
        case .codes(let codes):
            append("c")
            if case .code(let words) = field.type { append(text: words[Int(codes[row])]) }
        case .periods(let periods):
            append("p\(Period(schema.periodForm, index: Int(periods[row])))")
        case .dates(let days): append("d\(Day(number: days[row]))")
        case .texts(let texts):
            append("t")
            append(text: texts[row])
        case .flags(let flags): append(flags[row] ? "ftrue" : "ffalse")
        }
    }

    // MARK: Decisions

    private mutating func writeDecisions() {
        var lines: [[UInt8]] = []
        for decision in evidence.decisions {
            let start = buffer.count
            write(decision)
            lines.append(Array(buffer[start...]))
            buffer.removeSubrange(start...)
        }
        lines.sort { $0.lexicographicallyPrecedes($1) }
        for line in lines { buffer += line }
        flush()
    }

    private mutating func write(_ decision: Decision) {
        let body = evidence.bodies[decision.unit % evidence.bodies.count]
        append("decision ")
        append(text: body.id)
        append(" \(evidence.periods[decision.unit / evidence.bodies.count]) ")
        switch decision.subject {
        case .input(let input): write(decision, aboutInput: input)
        case .node(let node): write(decision, aboutNode: schema.nodes[node])
        }
        for part in [decision.reason, decision.basis, decision.who] {
            append(" ")
            append(text: part)
        }
        append(" \(decision.date)\n")
    }

    private mutating func write(_ decision: Decision, aboutInput input: Int) {
        let field = schema.inputs[input]
        append("input ")
        append(text: field.id)
        append(" \(decision.kind.rawValue)")
        if decision.kind == .set {
            append(evidence.inputs[input].column, field, at: decision.unit)
        } else {
            append(" -")
        }
        guard let before = decision.before, before.cell.presence(at: 0) != .unknown else {
            return append(" - -")
        }
        append(before.cell, field, at: 0)
        append(" \(numbers[Int(before.provenance)] ?? 0)")
    }

    private mutating func write(_ decision: Decision, aboutNode node: NodeSchema) {
        append("node ")
        append(text: node.id)
        append(" \(decision.kind.rawValue) ")
        if let score = decision.score {
            let grade = node.grades.enumerated().first { Fixed($0.offset) == score }?.element
            append(grade == nil ? "n\(score)" : "c")
            if let grade { append(text: grade) }
        } else {
            append("-")
        }
        append(" - -")
    }

    // MARK: Reforms

    private mutating func write(_ reform: Reform) {
        append("reform ")
        append(text: reform.id)
        append(reform.title)
        append("\n")
        for measure in reform.measures.sorted(by: { [$0.id].precedes([$1.id]) }) {
            append(text: measure.id)
            append(" ")
            append(text: measure.owner)
            append(" \(measure.from) \(measure.to.map(\.description) ?? "-")")
            append(measure.title)
            append(measure.criteria)
            append("\n")
            flush()
        }
    }

    // MARK: Measures and plans

    private mutating func write(_ measure: Measure) {
        append("measure ")
        append(text: measure.id)
        append(" \(measure.cost) ")
        append(text: measure.currency)
        append(" \(measure.finish)")
        for text in [measure.owner, measure.evidence] {
            append(" ")
            append(text: text)
        }
        append(measure.title)
        append(measure.needs)
        append(measure.excludes)
        append("\n")
        let actions = measure.actions.map(Self.parts).sorted { $0.precedes($1) }
        for parts in actions { append(parts.joined(separator: " ") + "\n") }
        flush()
    }

    /// The parts of the line of a value that a measure changes.
    private static func parts(_ action: Measure.Action) -> [String] {
        func text(_ text: String) -> String { "\(text.utf8.count):\(text)" }
        let body = if case .body(let id) = action.reach { text(id) } else { "-" }
        let effect =
            switch action.effect {
            case .adds(let number): "add n\(number)"
            case .reaches(.number(let number)): "to n\(number)"
            case .reaches(.flag(let flag)): flag ? "to ftrue" : "to ffalse"
            }
        return [body, text(action.target), effect]
    }

    private mutating func writePlan() {
        let rows = evidence.plannedMeasures.sorted { left, right in
            left.measure == right.measure
                ? left.since < right.since : [left.measure].precedes([right.measure])
        }
        for row in rows {
            append("planned ")
            append(text: row.measure)
            append(" \(row.since) ")
            append(text: row.owner)
            append(" \(row.due.map(\.description) ?? "-")\n")
            flush()
        }
    }

    // MARK: Bytes

    private mutating func append(_ text: String) { buffer.append(contentsOf: text.utf8) }

    private mutating func append(text: String?) {
        guard let text else { return append("-") }
        append("\(text.utf8.count):")
        append(text)
    }

    private mutating func append(_ part: KeyColumn, at row: Int) {
        append("\(part.length(at: row)):")
        part.forEachByte(at: row) { buffer.append($0) }
    }

    private mutating func flush() {
        guard buffer.count >= 1 << 16 else { return }
        digest.update(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

extension [String] {
    /// Whether these parts come before others, part by part by the bytes of their UTF-8.
    fileprivate func precedes(_ other: [String]) -> Bool {
        for (left, right) in zip(self, other) {
            if left.utf8.lexicographicallyPrecedes(right.utf8) { return true }
            if right.utf8.lexicographicallyPrecedes(left.utf8) { return false }
        }
        return count < other.count
    }
}
