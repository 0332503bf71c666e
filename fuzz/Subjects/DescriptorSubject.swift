internal import Diagnostics
internal import Domain
internal import Evidence
internal import JSON

extension FuzzSubject {
    /// The JSON of a descriptor; what is read as JSON is also written and read again.
    public static let descriptor = FuzzSubject(name: "descriptor") { bytes in
        let (value, problems) = PlacedJSON.read(bytes, file: "a.json")
        precondition(value != nil || problems.hasErrors, "JSON is read or refused")
        if let value, !problems.hasErrors { readAgain(value) }
        var files = Dictionary(uniqueKeysWithValues: tables.map { ($0, [UInt8]()) })
        files["datapackage.json"] = bytes
        let (package, log) = DataPackage.read(from: MemorySource(bytes: files))
        precondition((package == nil) == log.hasErrors, "a descriptor is read or refused")
    }

    /// The files of which the seeds speak.
    private static let tables = [
        "bodies.csv", "data/services.csv", "inputs.csv", "letters.csv", "money.csv", "opened.csv",
        "services.csv", "staff.csv",
    ]

    private static func readAgain(_ value: PlacedJSON) {
        let plain = value.plain
        for isIndented in [false, true] {
            let written = plain.bytes(isIndented: isIndented)
            let (again, log) = PlacedJSON.read(written, file: "b.json", limit: .max)
            precondition(!log.hasErrors && again?.plain == plain, "what was written is read")
        }
    }
}
