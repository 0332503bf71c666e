package import Explanation
internal import Domain
internal import Locales
internal import Methodology

/// What pages about a difference of two editions tell: the changes, and what they move.
package struct DifferenceReport: Sendable {
    /// What is told in one language.
    package struct Told: Sendable {
        /// The tag of the language.
        package let tag: String
        /// The changes in words.
        package let difference: DifferenceWording
        /// What they move in evidence; `nil` where none was named.
        package let impact: ImpactWording?

        /// In one language.
        package init(
            _ tag: String, _ difference: DifferenceWording, _ impact: ImpactWording? = nil
        ) {
            self.tag = tag
            self.difference = difference
            self.impact = impact
        }
    }

    /// Once for each language, the same in all.
    package let told: [Told]
    /// The program's version, as in `0.6.0`.
    package let version: String
    /// The command that makes the same, as it would be typed.
    package let command: String

    /// A report about a difference.
    package init(_ told: [Told], version: String, command: String) {
        self.told = told
        self.version = version
        self.command = command
    }

    /// As in `teaching/2025 – teaching/2026`.
    var title: String {
        guard let difference = told.first?.difference.difference else { return "" }
        return "\(difference.old.identity.name) – \(difference.new.identity.name)"
    }

    /// The files of all its pages: names and bytes.
    package var files: [(name: String, bytes: [UInt8])] {
        told.flatMap { told in
            let page = DifferencePage(self, told)
            return [
                (Address.difference.path(in: told.tag), page.bytes),
                (Address.difference.path(in: told.tag, as: .csv), page.csv),
                (Address.difference.path(in: told.tag, as: .json), page.json),
            ]
        }
    }
}
