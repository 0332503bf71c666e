internal import Explanation
internal import JSON

extension Trace {
    /// The trace for programs, indented, without a line end.
    func json(_ wording: Wording) -> String {
        var json = JSONWriter(isIndented: true)
        write(wording, to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
