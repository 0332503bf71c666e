public import Arithmetic
public import Diagnostics
public import Domain
public import Expressions

/// An edition of a methodology, read, checked and compiled: everything that is needed to score.
///
/// Nodes refer to one another, and formulas to inputs, fields, parameters and nodes, by
/// position. The YAML is not looked at again.
public struct Plan: Sendable {
    /// Which edition it is and on what it rests.
    public internal(set) var identity: Identity
    /// What numbers within a step are.
    public let arithmetic: NumberKind
    /// The period form, inputs and tables that evidence has to follow.
    public let schema: EvidenceSchema
    /// For each table of the schema, its computed fields; one may use those before it.
    public let computed: [[ComputedField]]
    /// Named, dated numbers.
    public internal(set) var parameters: [Parameter]
    /// In the order of the file, every node before its children.
    public let nodes: [Node]
    /// Positions of the nodes, each after everything its score depends on.
    public let order: [Int]
    /// Positions of the nodes whose outcomes depend on other bodies, themselves or through what
    /// they rest on: they have no bounds.
    public let relative: Set<Int>
    /// What is compared with what; findings, not refusals.
    public let checks: [Check]
    /// Where plans are looked at beside what came of them; findings as well.
    public let effort: [EffortCheck]
    /// How scores become ranks; `nil` where the edition ranks nothing.
    public let ranking: Ranking?
    /// Named ranges of scores; `nil` where the edition has none.
    public let bands: Bands?
    /// Who is compared with whom where a rule says `peers`; `nil` where none does.
    public let peers: Peers?
    /// What could reasonably have been said instead; `nil` where the edition names nothing.
    public let alternatives: Alternatives?
    /// The stages of which there is a verdict; `nil` where the edition has none.
    public let stages: Stages?
    /// What a paper tells the body it is about; `nil` where the edition says nothing.
    public let notice: Notice?
    /// The grades that nodes have in the place of scores; `nil` where there are none.
    public let grades: Grades?
    /// How figures are shown; never feeds back.
    public let display: Rounded
    /// The sources that rules cite, by key.
    public let sources: [String: SourceEntry]
    /// Every element that says itself on what it rests, once for each of its citations.
    public let citedRules: [CitedRule]
    /// The edition's test cases.
    public let cases: [TestCase]

    /// The positions of the nodes on top, one for each scorecard.
    public var roots: [Int] { nodes.indices.filter { nodes[$0].parent == nil } }

    /// The position of the node with the id.
    public func node(_ id: String) -> Int? { nodes.firstIndex { $0.id == id } }

    /// The formula element that a computed field stands for.
    public struct ComputedField: Sendable {
        /// Its id.
        public let id: String
        /// Computed for each record.
        public let formula: Formula
    }
}

extension Plan {
    /// Which edition a plan was read from.
    public struct Identity: Sendable {
        /// What the edition rests on.
        public enum Status: String, CaseIterable, Hashable, Sendable {
            /// An act of the methodology's owner.
            case adopted
            /// A draft of its owner.
            case proposed
            /// This project's reading of a published method.
            case restated
            /// A value it needs is not known.
            case incomplete
        }

        /// The id over all editions.
        public let methodology: String
        /// The id of this edition, as in `2023-24`.
        public let edition: String
        /// What people call it.
        public let title: LanguageMap?
        /// What it rests on.
        public let status: Status
        /// Who owns the methodology, as in `Treasury Board of Canada Secretariat`.
        public let owner: LanguageMap?
        /// The source it rests on.
        public let basis: [Citation]
        /// The first day it holds for; `nil` for no limit.
        public internal(set) var from: Day?
        /// The last day it holds for; `nil` for no limit.
        public internal(set) var to: Day?
        /// The kinds of body it applies to, in the order of the file.
        public let kinds: [String]
        /// The languages its texts should be in.
        public let languages: [String]
        /// SHA-256 over its files by name, with LF line ends.
        public let hash: String
        /// Where it says for which days it holds.
        public let place: Place

        /// `methodology/edition`.
        public var name: String { "\(methodology)/\(edition)" }

        /// Whether the period lies wholly within the days the edition holds for.
        public func holds(for period: Period) -> Bool {
            (from.map { $0 <= period.firstDay } ?? true)
                && (to.map { period.lastDay <= $0 } ?? true)
        }
    }

    /// A place in an act or publication that a rule rests on.
    public struct Citation: Hashable, Sendable {
        /// A key of ``Plan/sources``.
        public let source: String
        /// As in `28.7` or `annex 2`.
        public let clause: String?
    }

    /// An act or publication.
    public struct SourceEntry: Hashable, Sendable {
        /// What it is called.
        public let title: LanguageMap?
        /// Who issued it.
        public let publisher: String?
        /// Where it can be read.
        public let link: String?
        /// The day of the act.
        public let date: Day?
        /// The day on which somebody last compared it with the rules.
        public let lastChecked: Day?
    }

    /// A named number of the rules.
    public struct Parameter: Hashable, Sendable {
        /// A value and the day from which it holds.
        public struct Dated: Hashable, Sendable {
            /// The first day; `nil` for always.
            public let from: Day?
            /// Exact; `nil` when the value is not known.
            public let value: Fraction?
            /// On what it rests besides the parameter's own.
            public let basis: [Citation]
        }

        /// Its id.
        public let id: String
        /// What it is called.
        public let title: LanguageMap?
        /// What it is.
        public let type: ValueType
        /// By day, earliest first.
        public internal(set) var values: [Dated]
        /// Whether somebody chose it without a source.
        public let isAssumed: Bool
        /// On what it rests.
        public let basis: [Citation]

        /// The newest value that has begun on the day; `nil` when none has, or it is unknown.
        public func value(on day: Day) -> Fraction? {
            dated(on: day)?.value
        }

        /// The newest value that has begun on the day, with what it rests on.
        public func dated(on day: Day) -> Dated? {
            values.last { $0.from.map { $0 <= day } ?? true }
        }

        /// The citations of the parameter and of its value on the day, each once.
        public func basis(on day: Day) -> [Citation] {
            basis + (dated(on: day)?.basis ?? []).filter { !basis.contains($0) }
        }
    }

    /// A comparison of evidence with what it should be.
    public struct Check: Sendable {
        /// Its id.
        public let id: String
        /// What a failure is called.
        public let title: LanguageMap?
        /// The table whose records are checked; `nil` for the body's inputs.
        public let table: Int?
        /// Which rows are checked; `nil` for all.
        public let when: Formula?
        /// What should hold.
        public let expect: Formula
    }

    /// What the peers of a body have in common with it.
    public enum Peers: String, CaseIterable, Hashable, Sendable {
        /// The kind of body.
        case kind
        /// The group that the list of bodies puts it in.
        case group
    }

    /// Digits after the point and the way to get there.
    public struct Rounded: Hashable, Sendable {
        /// 0…18.
        public let digits: Int
        /// What happens to what is cut off.
        public let mode: Rounding

        /// Digits and mode.
        public init(digits: Int, mode: Rounding) {
            self.digits = digits
            self.mode = mode
        }
    }
}
