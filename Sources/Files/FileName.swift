/// The rule for names within a folder: plain parts with `/` between them.
///
/// It looks at bytes, as the system does: a character hides a slash under a mark that combines.
enum FileName {
    /// The parts, or why the name is refused.
    static func parts(of name: String) -> Result<[String], Refusal> {
        guard !name.isEmpty else { return .failure(Refusal("it is empty")) }
        guard !name.utf8.contains(0) else { return .failure(Refusal("it holds a NUL character")) }
        guard !name.contains("://") else {
            return .failure(Refusal("it is an address; only files of the folder are read"))
        }
        guard name.utf8.first != UInt8(ascii: "/") else {
            return .failure(Refusal("it begins at the root of the system, not of the folder"))
        }
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
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
