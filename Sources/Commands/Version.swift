/// The program's version, as `--version` says it and every report bears it.
enum Version {
    static let current = "0.1.0"
}
