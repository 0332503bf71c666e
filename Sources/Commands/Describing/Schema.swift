internal import JSON
package import Methodology
internal import Shipped

/// `apparatus schema`: the language as a JSON Schema.
package enum Schema {
    /// The schema of a kind of file, as JSON on standard output.
    package static func answer(_ document: Language.Document, _ terminal: Terminal) -> Answer {
        var answer = Answer(terminal)
        let schema = LanguageSchema(document, page: Shipped.languagePage)
        answer.output.data(schema.json.bytes(isIndented: true) + [UInt8(ascii: "\n")])
        return answer
    }
}
