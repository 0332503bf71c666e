/// The rule for names within a folder: plain parts with `/` between them.
enum FileName {
    /// The parts, or why the name is refused.
    static func parts(of name: String) -> Result<[String], Refusal> {
        guard !name.isEmpty else { return .failure(Refusal("it is empty")) }
        guard !name.utf8.contains(0) else { return .failure(Refusal("it holds a NUL character")) }
        guard !name.contains("://") else {
            return .failure(Refusal("it is an address; only files of the folder are read"))
        }
        guard !name.hasPrefix("/") else {
            return .failure(Refusal("it begins at the root of the system, not of the folder"))
        }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for part in parts {
            switch part {
            case "": return .failure(Refusal("it has an empty part"))
            case ".", "..": return .failure(Refusal("it has the part \"\(part)\""))
            default: break
            }
        }
        return .success(parts)
    }

    /// Why a name is refused, in words.
    struct Refusal: Error {
        let words: String

        init(_ words: String) { self.words = words }
    }
}
