internal import Diagnostics
internal import Domain
internal import Evidence

extension FuzzSubject {
    /// A table of bodies, inputs or records; the first byte says which and how it is written.
    public static let table = FuzzSubject(name: "table") { bytes in
        guard let first = bytes.first else { return }
        let bench = benches[Int(first) % benches.count]
        var files = bench.files
        files[bench.file] = Array(bytes.dropFirst())
        let read = EvidenceReader.read(
            bench.package, from: MemorySource(bytes: files), schema: TableBench.schema, threads: 1)
        precondition((read.evidence == nil) == read.log.hasErrors, "a table is read or refused")
    }

    private static let benches = TableBench.all
}
