internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

extension MethodologyLayout {
    /// What a body hands in; told by the wording of rules.
    func handIn(_ page: inout HTMLWriter) {}
}
