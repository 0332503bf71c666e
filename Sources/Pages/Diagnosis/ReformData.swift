internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Reforms as data: a line for each measure and criterion, with what moved since the reform began.
struct ReformData {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    var csv: [UInt8] { table.csv }

    var json: [UInt8] { table.json("measures", context) }

    private var table: DataTable {
        var table = DataTable([
            "reform", "reform_title", "measure", "title", "owner", "from", "to", "criterion",
            "since", "bodies_up", "bodies_down", "bodies_same", "bodies_unknown", "mean_before",
            "mean_now", "system_before", "system_now",
        ])
        for model in ReformModel.all(context) {
            for measure in model.reform.measures {
                let head: [String?] = [
                    model.reform.id, model.title.plain, measure.id,
                    context.wording.text(measure.title), measure.owner, measure.from.description,
                    measure.to?.description,
                ]
                let criteria: [String?] = measure.criteria.isEmpty ? [nil] : measure.criteria
                for criterion in criteria {
                    table.add(head + [criterion] + cells(criterion, model))
                }
            }
        }
        return table
    }

    private func cells(_ criterion: String?, _ model: ReformModel) -> [String?] {
        let node = criterion.flatMap(context.assessment.plan.node)
        guard let before = model.progress.before,
            let found = model.progress.criteria.first(where: { $0.node == node })
        else { return Array(repeating: nil, count: 9) }
        let (mean, system) = (found.mean?.movement, found.system?.movement)
        return [
            context.periods[before], String(found.count(.up)), String(found.count(.down)),
            String(found.count(.still)), String(found.unknown), mean?.before?.description,
            mean?.now?.description, system?.before?.description, system?.now?.description,
        ]
    }
}
