import Foundation
import TestSupport
import Testing

@testable import Methodology

/// Every key of the vocabulary has a shape, and nothing else has one.
@Suite struct LanguageTests {
    private static let names = Language.elements.map(\.name)

    @Test(arguments: Language.elements.indices)
    func `every key of an element has a shape`(position: Int) {
        let element = Language.elements[position]
        let keys = Set(element.keys)

        let help: Comment =
            "\(element.name): give the key its shape in Sources/Methodology/Language"
        #expect(keys.subtracting(element.shapes.keys) == [], help)
        #expect(Set(element.shapes.keys).subtracting(keys) == [], help)
        #expect(Set(element.required).subtracting(keys) == [], "\(element.name)")
        for key in element.rules.flatMap(\.keys) {
            #expect(keys.contains(key), "a rule of \(element.name) names \(key)")
        }
    }

    @Test func `every element of the vocabulary has its shapes, once`() throws {
        let folder = Folders.project.appending(path: "Sources/Methodology/Reading")
        let source = try ["Vocabulary.swift", "Vocabulary+Stages.swift"].map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }.joined()
        let count = source.matches(of: /= Vocabulary\(/).count

        #expect(Language.elements.count == count, "an element has no shapes, or two")
        #expect(Set(Self.names).count == count)
    }

    @Test func `shapes name elements that there are`() {
        let shapes =
            Language.elements.flatMap(\.shapes.values) + Language.Document.allCases.map(\.shape)
        let named = Set(shapes.flatMap(\.elements))

        #expect(named.subtracting(Self.names) == [])
        #expect(Set(Self.names).subtracting(named) == [], "nothing holds these elements")
    }

    @Test func `every score rule and every aggregate has a shape`() {
        #expect(Language.scoreRules.map(\.key) == Vocabulary.scores + Vocabulary.conditionRules)
        #expect(["none"] + Language.aggregateKinds.map(\.key) == EditionReader.aggregates)
    }
}

extension LanguageElement.Rule {
    /// The keys that it names.
    fileprivate var keys: [String] {
        switch self {
        case .one(let keys), .oneAtMost(let keys): keys
        case .needs(let key, let others): [key] + others
        case .belongs(let key, _, let other): [key, other]
        case .none(let keys, let other, _): keys + [other]
        }
    }
}

extension WrittenForm {
    /// The elements that it names, at any depth.
    fileprivate var elements: [String] {
        switch self {
        case .element(let name): [name]
        case .list(let shape), .anyNumber(let shape), .several(_, let shape), .named(let shape),
            .keyed(let shape):
            shape.elements
        case .choice(let choices): choices.flatMap(\.shape.elements)
        case .any(let shapes): shapes.flatMap(\.elements)
        case .text, .id, .formula, .plain, .decimal, .exact, .weight, .day, .begin, .flag, .words,
            .languageMap, .language, .evidence:
            []
        }
    }
}
