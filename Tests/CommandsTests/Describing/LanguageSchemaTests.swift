import Foundation
import JSON
import TestSupport
import Testing

@testable import Commands
@testable import Methodology

/// `tools/check-schema` holds the schemas to editions; here it is looked whether they are whole.
struct LanguageSchemaTests {
    private static func schema(_ document: Language.Document) throws -> [String: Any] {
        let answer = Schema.answer(document, .none)
        return try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.bytes)) as? [String: Any])
    }

    @Test(arguments: Language.Document.allCases)
    func `every reference leads to a definition`(document: Language.Document) throws {
        let schema = try Self.schema(document)
        let definitions = try #require(schema["$defs"] as? [String: Any])
        let text = Schema.answer(document, .none).output.text
        let names = text.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.1) }

        #expect(names.count > 100)
        #expect(Set(names).subtracting(definitions.keys) == [])
        // A name that stands twice hides one of the two.
        #expect(definitions.count == Language.elements.count + LanguageSchema.scalars.count)
    }

    @Test func `every key of the language says what it means`() throws {
        let definitions = try #require(try Self.schema(.edition)["$defs"] as? [String: Any])
        for element in Language.elements {
            let name = element.name.replacing(" ", with: "-")
            let definition = try #require(definitions[name] as? [String: Any])
            let properties = try #require(definition["properties"] as? [String: [String: Any]])
            let silent = properties.filter { $0.value["description"] == nil }.keys.sorted()
            #expect(silent == [], "\(element.name): docs/language.md does not explain these keys")
        }
    }

    @Test func `what a page says of a key is found in both kinds of tables`() {
        let page = LanguagePage(
            """
            | key of pot | must be there | what it says |
            |---|---|---|
            | `lid`, `rim` | yes | a [lid](lids.md#all), as in `round` or `"flat"` |

            | in | key | what it says |
            |---|---|---|
            | `lid` | `knob` | how a\\|b is held |

            | key of any element | what it says |
            |---|---|
            | `note` | more |
            """)

        #expect(page.words(for: "rim", of: "pot") == "a lid, as in `round` or `\"flat\"`")
        #expect(page.words(for: "knob", of: "lid") == "how a|b is held")
        #expect(page.words(for: "note", of: "pot") == "more")
        #expect(page.words(for: "knob", of: "pot") == nil)
    }

    @Test(arguments: [
        ("the id, as in `\"2025\"` or `\"2023-24\"`; stable", ["2025", "2023-24"]),
        ("as in `a`, `b` and `c`", ["a", "b", "c"]), ("as in winter", []), ("`none`", []),
    ])
    func `words name their examples`(words: String, examples: [String]) {
        #expect(LanguagePage.examples(in: words) == examples)
    }
}
