import AssessmentSupport
import Domain
import Explanation
import Foundation
import Locales
import Methodology
import TestSupport
import Testing

/// The rules of editions in words.
@Suite struct RuleWordingTests {
    @Test(
        arguments: [
            "teaching/2025", "teaching/2026", "incise/2019", "kz-2022-goals/2022",
            "ca-results/2016-17", "kz-954/2025",
        ], Described.languages)
    func `the rules of an edition are as recorded`(edition: String, language: String) throws {
        let rules = RuleWording(try Examples.plan(edition), language: language)
        let name = edition.replacingOccurrences(of: "/", with: "-")

        expectGolden(Described.text(rules), "\(name).\(language).txt")
    }

    @Test(arguments: Described.languages)
    func `every construct of the language is told`(language: String) throws {
        let texts = try Described.examples.enumerated().map { number, text in
            let rules = RuleWording(try Described.plan(text), language: language)
            return "# Example \(number + 1)\n" + Described.text(rules)
        }

        expectGolden(texts.joined(separator: "\n"), "examples.\(language).txt")
    }

    // MARK: Nothing is left out

    /// What the plan holds about a node, by the topic under which it has to be told.
    private func parts(of node: Int, in plan: Plan) -> Set<Paragraph.Topic> {
        let rule = plan.nodes[node]
        var topics: Set<Paragraph.Topic> = rule.texts.basis.isEmpty ? [] : [.basis]
        if rule.texts.definition != nil { topics.insert(.meaning) }
        if rule.texts.note != nil { topics.insert(.note) }
        if !rule.texts.assessors.isEmpty { topics.insert(.assessors) }
        if rule.isHeading { return topics.union([.value]) }
        topics.formUnion([.missing, .bounds])
        if rule.appliesWhen != nil { topics.insert(.applies) }
        if !rule.corrections.isEmpty { topics.insert(.correction) }
        if !rule.parameters.isEmpty { topics.insert(.parameters) }
        if rule.treatment != nil { topics.insert(.treated) }
        if rule.isAssumed { topics.insert(.assumptions) }
        if !rule.isGraded { topics.insert(.rounded) }
        if plan.bands?.nodes.contains(node) ?? false { topics.insert(.bands) }
        if plan.ranking?.nodes.contains(node) ?? false { topics.insert(.ranking) }
        switch rule.content {
        case .heading: break
        case .formula: topics.formUnion([.value, .score])
        case .ladder: topics.insert(.ladder)
        case .checklist: topics.insert(.checklist)
        case .aggregate(let aggregate):
            topics.insert(.aggregate)
            if aggregate.coverage != nil { topics.insert(.coverage) }
            if aggregate.kind.hasWeights { topics.insert(.weights) }
        }
        return topics
    }

    private func check(_ plan: Plan, _ language: String) {
        let rules = RuleWording(plan, language: language)
        for node in plan.nodes.indices {
            let told = rules.rule(of: node)
            let missing = parts(of: node, in: plan).subtracting(told.map(\.topic))
            #expect(missing.isEmpty, "\(plan.nodes[node].id)")
            expectWords(told, plan.nodes[node].id)
        }
        for paragraphs in [rules.edition(), rules.handIn()] {
            expectWords(paragraphs, plan.identity.name)
        }
    }

    private func expectWords(_ paragraphs: [Paragraph], _ name: String) {
        for paragraph in paragraphs {
            #expect(!paragraph.title.isEmpty && !paragraph.contents.isEmpty, "\(name)")
            for case .line(let phrase, _) in paragraph.contents {
                #expect(!phrase.plain.isEmpty, "\(name), \(paragraph.title)")
            }
            for case .table(let table) in paragraph.contents {
                #expect(!table.rows.isEmpty, "\(name), \(paragraph.title)")
                #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
            }
        }
    }

    @Test(arguments: Described.editions, Described.languages)
    func `every part of every rule of a shipped edition has words`(
        edition: String, language: String
    ) throws {
        check(try Examples.plan(edition), language)
    }

    @Test(arguments: Described.languages)
    func `every part of every rule of the examples has words`(language: String) throws {
        #expect(Described.examples.count > 30)
        for text in Described.examples { check(try Described.plan(text), language) }
    }

    // MARK: In the language

    /// What the words say in no language of their own: letters of another script.
    private func strangers(_ phrases: [Phrase]) -> [String] {
        phrases.flatMap(\.parts).compactMap { part in
            guard case .text(let words) = part, words.contains(where: { $0.isASCII && $0.isLetter })
            else { return nil }
            return words
        }
    }

    @Test(arguments: ["ru", "kk"])
    func `our own words hold no letter of another script`(language: String) throws {
        let shipped = try Described.editions.map { try Examples.plan($0) }
        for plan in try shipped + Described.examples.map({ try Described.plan($0) }) {
            let rules = RuleWording(plan, language: language)
            let nodes = plan.nodes.indices.flatMap { rules.rule(of: $0) }

            // What an author wrote in the language may name an index or a quantile.
            let authors = Set(authorsTexts(of: plan).compactMap { $0?.text(in: language) })
            let found = strangers(Described.phrases(nodes + rules.edition() + rules.handIn()))
            #expect(found.filter { words in !authors.contains { words.contains($0) } } == [])
        }
    }

    private func authorsTexts(of plan: Plan) -> [LanguageMap?] {
        var all: [LanguageMap?] = [plan.stages?.note, plan.identity.title, plan.identity.owner]
        for texts in plan.nodes.map(\.texts) {
            all += [texts.title, texts.note, texts.definition]
            all += texts.assessors + texts.confidence + texts.source
        }
        all += plan.sources.values.map(\.title)
        all += plan.schema.inputs.map(\.title)
        return all
    }

    @Test func `a title in another language is marked with it`() throws {
        let rules = RuleWording(try Examples.plan("incise/2019"), language: "fr")

        #expect(rules.locale == .french)
        #expect(rules.nodeName(0) == Phrase([.reference(.node(0), "InCiSE Index", tag: "en")]))
    }

    @Test func `in a language we do not speak our words are English, and so are unmarked titles`()
        throws
    {
        let rules = RuleWording(try Examples.plan("teaching/2025"), language: "de")

        #expect(rules.locale == .english)
        #expect(rules.spoken.tag == "en")
        #expect(rules.nodeName(0) == Phrase([.reference(.node(0), "Total")]))
    }

    // MARK: Formulas

    private func words(_ formula: String, _ language: String = "en") throws -> String {
        let plan = try Described.plan(
            """
            apparatus: 1
            methodology: example
            edition: "2024"
            status: restated
            in-force: {from: 2024-01-01}
            applies-to: [ministry]
            period: {form: year}
            scale: {min: -1000000, max: 1000000}
            rounding: none
            inputs:
              a: {type: number, min: 1, max: 9, title: {en: Alpha}}
              b: {type: number, min: 1, max: 9, title: {en: Beta}}
              c: {type: number, min: 1, max: 9, title: {en: Gamma}}
            scorecard:
              id: total
              aggregate: none
              nodes:
                - {id: x, value: '\(formula)', score: as-is}
                - {id: y, value: a + b + c, score: as-is}
            """)
        let rules = RuleWording(plan, language: language)
        return try #require(Described.phrases(rules.rule(of: 1)).first).plain
    }

    @Test(arguments: [
        ("a + b - c", "“Alpha” plus “Beta” minus “Gamma”"),
        ("a - (b - c)", "“Alpha” minus (“Beta” minus “Gamma”)"),
        ("(a + b) / c", "(“Alpha” plus “Beta”) divided by “Gamma”"),
        ("a + b / c", "“Alpha” plus (“Beta” divided by “Gamma”)"),
        ("a / b / c", "“Alpha” divided by “Beta”, divided by “Gamma”"),
        ("a / (b / c)", "“Alpha” divided by (“Beta” divided by “Gamma”)"),
        ("a / b + c", "“Alpha” divided by “Beta”, plus “Gamma”"),
        ("MAX(a - b, 0)", "The greatest of (“Alpha” minus “Beta”; 0)"),
        (
            "IF(a > b OR NOT b >= c, a, 0)",
            "If “Alpha” is above “Beta” or it does not hold that (“Beta” is at least “Gamma”), "
                + "“Alpha”; otherwise 0"
        ),
    ])
    func `words keep together what the formula keeps together`(
        formula: String, expected: String
    ) throws {
        #expect(try words(formula) == expected)
    }

    @Test func `a formula too deep to read is only shown as it is written`() throws {
        let deep = (0..<30).map { _ in "a" }.joined(separator: " + ")

        #expect(try words(deep) == "Computed by this formula")
    }
}
