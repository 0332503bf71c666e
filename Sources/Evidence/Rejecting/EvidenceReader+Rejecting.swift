public import Diagnostics
public import Domain

extension EvidenceReader {
    /// How often a workspace is read again because rows that were left out leave others without
    /// what they need.
    static let mostReadings = 16

    /// Reads everything that the package names and leaves out each row in which something is
    /// wrong, for all editions alike.
    ///
    /// The evidence is that of the workspace without these rows. Of rows that exclude one another
    /// the later one is left out; what belongs to a row that was left out is left out with it.
    /// What is wrong with a file as a whole, its headings or the descriptor is an error here too.
    ///
    /// - Parameters:
    ///   - package: The descriptor.
    ///   - source: The folder that it was read from.
    ///   - editions: What each edition expects, and its share.
    ///   - threads: At most so many at a time; `nil` uses all cores. The result does not depend
    ///     on it.
    /// - Returns: For each edition the evidence, `nil` when there are errors, and everything that
    ///   is wrong but the rows; and the rows that were left out.
    public static func readRejecting(
        _ package: DataPackage, from source: any Source,
        editions: [(schema: EvidenceSchema, share: EvidenceShare)], threads: Int? = nil
    ) -> (evidence: [(evidence: Evidence?, log: DiagnosticLog)], rejects: Rejects) {
        readRejecting(
            package, from: source, editions: editions, threads: threads, limits: CSVLimits())
    }

    static func readRejecting(
        _ package: DataPackage, from source: any Source,
        editions: [(schema: EvidenceSchema, share: EvidenceShare)], threads: Int?,
        limits: CSVLimits
    ) -> (evidence: [(evidence: Evidence?, log: DiagnosticLog)], rejects: Rejects) {
        var rejecting = Rejecting()
        var done: [(evidence: Evidence?, log: DiagnosticLog)] = []
        for reading in 1...mostReadings {
            let next = Self.reading(
                package, source, editions, threads, limits, &rejecting)
            done = next.done
            guard next.isNew, !done.contains(where: \.log.hasErrors) else { break }
            if reading == mostReadings { done = done.map { _ in (nil, DiagnosticLog()) } }
        }
        let rejects = RejectsWriting(package, rejecting, editions.map(\.schema)).rejects
        for index in done.indices {
            done[index].evidence?.rejects = rejects
            // Never nothing without a word.
            if done[index].evidence == nil, !done[index].log.hasErrors {
                done[index].log.add(Self.endless)
            }
        }
        return (done, rejects)
    }

    private static func reading(
        _ package: DataPackage, _ source: any Source,
        _ editions: [(schema: EvidenceSchema, share: EvidenceShare)], _ threads: Int?,
        _ limits: CSVLimits, _ rejecting: inout Rejecting
    ) -> (done: [(evidence: Evidence?, log: DiagnosticLog)], isNew: Bool) {
        var isNew = false
        var done: [(evidence: Evidence?, log: DiagnosticLog)] = []
        for (schema, share) in editions {
            var reader = EvidenceReader(
                package, source, schema, share, threads, limits, rejecting: rejecting)
            let evidence = reader.evidence()
            for (file, rows) in reader.rejected {
                // What one edition rejects the others leave out as well.
                if rejecting.add(rows, in: file), editions.count > 1 { isNew = true }
            }
            for (file, inputs) in reader.inputs { rejecting.add(inputs: inputs, of: file) }
            let (isAmong, rest) = rejecting.add(reader.log) { concernsRow($0, package) }
            isNew = isNew || isAmong
            done.append((rest.hasErrors ? nil : evidence, rest.naming(package.resources)))
        }
        return (done, isNew)
    }

    /// Whether an error concerns one row; what cannot be split into rows is no matter of one.
    private static func concernsRow(_ error: Diagnostic, _ package: DataPackage) -> Bool {
        guard let place = error.place, place.isInTable, let row = place.line,
            let resource = package.resources.first(where: { $0.path == place.file })
        else { return false }
        let isOfFile = error.code.hasPrefix("csv.") && error.code != "csv.ragged"
        return !isOfFile && row > resource.form.dialect.headingRow
    }

    private static var endless: DiagnosticLog {
        var log = DiagnosticLog()
        log.error(
            "evidence.rejects", at: Place(file: DataPackage.file),
            "leaving out rows with errors leaves others without what they need, \(mostReadings) "
                + "times over",
            help: "Mend the rows that the rejects name; the bodies' parents first")
        return log
    }
}
