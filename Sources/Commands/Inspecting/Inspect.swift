internal import Diagnostics
internal import Domain
internal import Evidence
internal import Files
internal import JSON
internal import Methodology

/// `apparatus inspect`: what files of others seem to be, and a descriptor to read them by.
package enum Inspect {
    /// Which files are looked at, and for which methodology.
    package struct Request: Hashable, Sendable {
        /// The files, as they were typed.
        package var files: [String]
        /// The edition they are for: a folder, a file, or a shipped one; `nil` for none.
        package var methodology: String?
        /// The descriptor that is written; `nil` for standard output.
        package var file: String?
        /// Whether only the descriptor is written to standard output.
        package var isJSON: Bool

        /// Files, for no methodology and for people unless said otherwise.
        package init(
            _ files: [String], methodology: String? = nil, file: String? = nil,
            isJSON: Bool = false
        ) {
            self.files = files
            self.methodology = methodology
            self.file = file
            self.isJSON = isJSON
        }
    }

    /// Looks at the files and proposes how to read them.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        do throws(Refusal) {
            try checkIsFree(request.file)
            let edition = try request.methodology.map { (name) throws(Refusal) in
                try Self.edition(name)
            }
            let inspections = try inspect(request.files)
            let package = ProposedPackage(
                inspections, methodology: edition?.name, schema: edition?.plan.schema)
            let descriptor = package.document.bytes(isIndented: true) + [UInt8(ascii: "\n")]
            var answer = Answer(terminal)
            if request.isJSON {
                answer.output.data(descriptor)
                return answer
            }
            let page = InspectionPage(
                inspections: inspections, package: package, request: request,
                plan: edition?.plan)
            page.write(to: &answer.output)
            if let file = request.file {
                var written = Page(Ink(hasColour: false))
                written.data(descriptor)
                try OutputFile.write(written, to: file)
                answer.output.line()
                answer.output.line("Wrote \(file)")
            } else {
                answer.output.line()
                answer.output.line("A descriptor to begin with", .heading)
                answer.output.data(descriptor)
            }
            answer.next(page.next)
            return answer
        } catch {
            return Answer(error, terminal)
        }
    }

    /// A descriptor that somebody edited is not written over.
    private static func checkIsFree(_ file: String?) throws(Refusal) {
        guard let file, PathKind.of(file) != .nothing else { return }
        throw Refusal(
            .wrongCommand, "output.exists", "there is already something at \"\(file)\"",
            help: "Name another file with --out, or move that one away; nothing was written")
    }

    /// The edition, and what a descriptor calls it: the name of a shipped one.
    private static func edition(
        _ name: String
    ) throws(Refusal) -> (plan: Plan, name: String?) {
        let location = try EditionLocation.find(name)
        let (plan, complaint) = location.read()
        guard let plan else { throw Refusal(input: [complaint]) }
        return (plan, location.isShipped ? plan.identity.name : nil)
    }

    /// Looks at all files, and tells of all that are no tables.
    private static func inspect(_ files: [String]) throws(Refusal) -> [Inspection] {
        var inspections: [Inspection] = []
        var complaints: [Complaint] = []
        for file in files {
            switch PathKind.of(file) {
            case .nothing:
                throw Refusal(
                    .missing, "inspect.absent", "there is no file \"\(file)\"",
                    help: "Check the path")
            case .folder:
                throw Refusal(
                    .wrongInput, "inspect.folder", "\"\(file)\" is a folder",
                    help: "Name the files in it")
            case .file: break
            }
            let path = SplitPath(file)
            let source = Folder(path.openable)
            let (inspection, log) = Inspector.inspect(path.name, from: source)
            if let inspection { inspections.append(inspection) }
            // What is no table has no lines that could be shown.
            if !log.entries.isEmpty { complaints.append(Complaint(log, prefix: path.folder)) }
        }
        guard complaints.isEmpty else { throw Refusal(input: complaints) }
        return inspections
    }
}
