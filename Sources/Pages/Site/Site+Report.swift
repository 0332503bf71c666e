internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

extension Site {
    /// The files of a report, in all its languages.
    ///
    /// - Parameters:
    ///   - report: What is told.
    ///   - threads: At most so many for a large file; `nil` uses all cores.
    package init(_ report: Report, threads: Int? = nil) {
        let contexts = report.languages.map { PageContext(report, $0) }
        self.init(
            large: contexts.flatMap { Self.results($0, threads) },
            single: Self.assets + Self.front(contexts) + contexts.flatMap(Self.pages),
            bodies: BodyFiles(report, contexts))
    }

    /// The page on top of the reports of several editions.
    ///
    /// - Parameter editions: The folder that each lies in, with a slash at its end, and its report.
    package init(_ editions: [(folder: String, report: Report)]) {
        let contexts = editions.compactMap { folder, report in
            report.languages.first.map { (folder, PageContext(report, $0)) }
        }
        self.init(
            single: Self.assets + [
                Single(Address.root.path(in: "")) { FrontPage.bytes(contexts) }
            ])
    }

    /// The pages about a difference of editions.
    package init(_ report: DifferenceReport) {
        let files = report.files.map { file in Single(file.name) { file.bytes } }
        let tags = report.told.map(\.tag)
        self.init(
            single: Self.assets + files + [
                Single(Address.root.path(in: "")) {
                    FrontPage.bytes(report.title, tags, to: .difference)
                }
            ])
    }

    /// The look of the pages, and what they can do where scripts are on.
    static var assets: [Single] {
        let names = ["style.css": Address.style, "script.js": Address.script]
        return Texts.all.compactMap { path, text in
            let address = path.split(separator: "/").last.flatMap { names[String($0)] }
            return address.map { Single($0.path(in: "")) { Array(text.utf8) } }
        }
    }

    private static func front(_ contexts: [PageContext]) -> [Single] {
        [Single(Address.root.path(in: "")) { FrontPage.bytes(contexts) }]
    }

    /// The results beside the overview: those of all nodes in every period that the edition holds
    /// for, as JSON of a large edition those that the overview shows.
    private static func results(_ context: PageContext, _ threads: Int?) -> [File] {
        let all = ResultSelection(context.assessment)
        let shown = context.report.overviewResults
        let name = { Address.overview.path(in: context.tag, as: $0) }
        return [
            File(name(.csv), ResultCSV.document(all, context.plainWording, threads: threads)),
            File(name(.json), ResultJSON.file(shown, context.plainWording, threads: threads)),
        ]
    }

    /// The pages of one language but those of bodies, with their data.
    private static func pages(_ context: PageContext) -> [Single] {
        let tag = context.tag
        let compare = Single(Address.compareScript.path(in: tag)) { CompareScript.bytes(context) }
        return [Single(Address.overview.path(in: tag)) { OverviewPage.bytes(context) }]
            // One body is compared with no other.
            + (context.assessment.evidence.bodies.count > 1 ? [compare] : [])
            + page(.methodology, tag) { form in
                switch form {
                case .page: MethodologyPage.bytes(context)
                case .csv: MethodologyPage.csv(context)
                case .json: MethodologyPage.json(context)
                }
            }
            + page(.data, tag) { form in
                switch form {
                case .page: DataPage.bytes(context)
                case .csv: DataPage.csv(context)
                case .json: DataPage.json(context)
                }
            } + robustness(context) + leagues(context) + lists(context) + stages(context)
            + reforms(context) + improvement(context)
            + plans(context) + effort(context)
    }

    /// How sure the ranks are; nothing where nothing is told of it.
    private static func robustness(_ context: PageContext) -> [Single] {
        guard context.report.robustness.hasPage else { return [] }
        return page(.robustness, context.tag) { form in
            switch form {
            case .page: RobustnessPage.bytes(context)
            case .csv: RobustnessPage.data(context).csv
            case .json: RobustnessPage.data(context).json
            }
        }
    }

    /// What was done so that criteria move; nothing where no reform was handed in.
    private static func reforms(_ context: PageContext) -> [Single] {
        guard context.hasReforms else { return [] }
        return page(.reforms, context.tag) { form in
            switch form {
            case .page: ReformPage.bytes(context)
            case .csv: ReformData(context).csv
            case .json: ReformData(context).json
            }
        }
    }

    /// What the next stage or band takes; nothing where nothing is told of that.
    private static func improvement(_ context: PageContext) -> [Single] {
        guard context.report.improvement != nil else { return [] }
        return page(.improvement, context.tag) { form in
            let made =
                switch form {
                case .page: ImprovementPage.bytes(context)
                case .csv: ImprovementData(context)?.csv
                case .json: ImprovementData(context)?.json
                }
            return made ?? []
        }
    }

    /// Expected against gained; nothing where no plan was handed in.
    private static func plans(_ context: PageContext) -> [Single] {
        guard !context.report.plans.isEmpty else { return [] }
        return page(.plan, context.tag) { form in
            switch form {
            case .page: PlanPage.bytes(context)
            case .csv: PlanData(context).csv
            case .json: PlanData(context).json
            }
        }
    }

    /// Plans that ask for little; nothing where the edition has no checks of effort.
    private static func effort(_ context: PageContext) -> [Single] {
        guard context.report.effort != nil else { return [] }
        return page(.effort, context.tag) { form in
            switch form {
            case .page: EffortPage.bytes(context) ?? []
            case .csv: EffortData(context).csv
            case .json: EffortData(context).json
            }
        }
    }

    /// The pages of the dimensions and the verdicts as data; nothing where there are no stages.
    private static func stages(_ context: PageContext) -> [Single] {
        guard let rule = context.report.diagnosis?.rule else { return [] }
        let tag = context.tag
        let verdicts = [Address.Form.csv, .json].map { form in
            Single(Address.verdicts.path(in: tag, as: form)) {
                let data = context.verdicts
                return (form == .csv ? data?.csv : data?.json) ?? []
            }
        }
        return verdicts
            + rule.dimensions.indices.flatMap { position in
                let id = context.assessment.plan.nodes[rule.dimensions[position].node].id
                return page(.dimension(id), tag) { form in
                    guard let page = DimensionPage(context, position) else { return [] }
                    return switch form {
                    case .page: page.bytes
                    case .csv: DimensionData(page).csv
                    case .json: DimensionData(page).json
                    }
                }
            }
    }

    /// The pages of the list of all bodies.
    private static func lists(_ context: PageContext) -> [Single] {
        let list = BodyList(context)
        return (1...list.pageCount).flatMap { number in
            page(.bodies(page: number), context.tag) { form in
                switch form {
                case .page: list.bytes(page: number)
                case .csv: list.table(onPage: number).csv
                case .json: list.json(onPage: number)
                }
            }
        }
    }

    /// A page and its data.
    private static func page(
        _ address: Address, _ tag: String,
        _ make: @escaping @Sendable (Address.Form) -> [UInt8]
    ) -> [Single] {
        Address.Form.allCases.map { form in
            Single(address.path(in: tag, as: form)) { make(form) }
        }
    }

    /// The further pages of league tables, each with the results that it lists.
    private static func leagues(_ context: PageContext) -> [Single] {
        // Of stages there are pages of dimensions in their place.
        guard context.report.diagnosis == nil else { return [] }
        let (assessment, period) = (context.assessment, context.report.period)
        return context.report.leagues.flatMap { order -> [Single] in
            let node = order.node
            let selection = ResultSelection(assessment, nodes: [node], periods: [period])
            let results = BodyResults(context.plainWording, selection)
            return (2..<max(2, order.pageCount + 1)).flatMap { number -> [Single] in
                let address = Address.league(assessment.plan.nodes[node].id, page: number)
                let bodies: @Sendable () -> [Int] = {
                    Array(order.bodies[order.places(onPage: number)])
                }
                return page(address, context.tag) { form in
                    switch form {
                    case .page: LeaguePage.bytes(context, order, page: number)
                    case .csv: results.csv(bodies())
                    case .json: results.json(bodies())
                    }
                }
            }
        }
    }
}
