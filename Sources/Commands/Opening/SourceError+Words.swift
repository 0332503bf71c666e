internal import Domain

extension SourceError.Reason {
    /// Why something that was just there cannot be read, to stand behind a colon.
    var words: String {
        switch self {
        case .absent: "it is not there any more"
        case .unreadable(let words), .refused(let words): words
        case .tooLarge(let limit): "it has more than \(limit) bytes"
        }
    }
}
