internal import Arithmetic
internal import Diagnostics

/// How the weights of children could be otherwise.
extension EditionReader {
    /// How far each may lie from its own, and whether equal ones are an alternative: one group of
    /// keys, or a list of them for different nodes.
    mutating func readWeightAlternatives(
        _ yaml: YAML, _ nodes: [Node]
    ) -> (noise: [Alternatives.WeightNoise], isEqual: Bool) {
        var isEqual = false
        var noise: [(noise: Alternatives.WeightNoise, place: Place)] = []
        if yaml.items != nil { reader.checkFilled(yaml, "the list under weights") }
        for item in yaml.items ?? [yaml] {
            guard let object = reader.object(item, .weightAlternatives) else { continue }
            if object.entry("each", "equal") == nil {
                reader.fail(
                    "alternatives.empty", item.place, "no alternative for the weights is named",
                    help: "Write each: ±25 %, or equal: yes")
            }
            isEqual = object["equal"].flatMap { reader.flag($0, "equal") } ?? isEqual
            let beneath = beneath(object, nodes)
            let shape = object["noise"].map {
                reader.word($0, "the noise", Alternatives.WeightNoise.Shape.self)
            }
            guard let each = object["each"].flatMap({ spread($0, .weights) }),
                let shape = shape ?? .uniform, let beneath
            else { continue }
            noise.append(
                (
                    Alternatives.WeightNoise(each: each, shape: shape, beneath: beneath.positions),
                    item.place
                ))
        }
        checkApart(noise, nodes)
        return (noise.map(\.noise), isEqual)
    }

    /// The nodes whose children's weights differ; none where one of them is wrong.
    private mutating func beneath(
        _ object: Object, _ nodes: [Node]
    ) -> (positions: [Int]?, Void)? {
        guard let yaml = object["beneath"] else { return (nil, ()) }
        guard let items = reader.items(yaml, "beneath") else { return nil }
        reader.checkFilled(yaml, "the list under beneath")
        var positions: [Int] = []
        for item in items {
            guard let id = reader.identifier(item, "the node"),
                let position = position(ofNode: id, at: item.place)
            else { continue }
            positions.append(position)
            guard nodes.indices.contains(position) else { continue }
            guard case .aggregate(let aggregate) = nodes[position].content,
                aggregate.kind.hasWeights, nodes[position].children.count > 1
            else {
                reader.fail(
                    "alternatives.unused", item.place,
                    "\"\(id)\" does not weigh two children or more",
                    help: "Name nodes whose aggregate has weights, as a weighted-mean")
                continue
            }
        }
        return positions.count == items.count ? (positions, ()) : nil
    }

    /// A node's weights differ in one way only.
    private mutating func checkApart(
        _ noise: [(noise: Alternatives.WeightNoise, place: Place)], _ nodes: [Node]
    ) {
        var seen: Set<Int> = []
        for (noise, place) in noise {
            let positions = noise.beneath ?? Array(nodes.indices)
            if let twice = positions.first(where: { seen.contains($0) }) {
                reader.fail(
                    "alternatives.twice", place,
                    "the weights beneath \"\(drafts[twice].id)\" differ in two ways",
                    help: "List every node once, with beneath: in each of the groups")
            }
            seen.formUnion(positions)
        }
    }

    /// What may lie higher or lower.
    enum Spread: String {
        case weights
        case passMarks = "pass marks"

        fileprivate var help: String {
            switch self {
            case .weights:
                "Write it as in ±25 %: each weight from three to five quarters of its own"
            case .passMarks:
                "Write it as in ±10 %: each pass mark higher or lower by a tenth of the way from "
                    + "floor to full mark"
            }
        }
    }

    /// As in `±25 %`, `25 %` or `1/4`: a part above 0 and below 1.
    mutating func spread(_ yaml: YAML, _ what: Spread) -> Fraction? {
        let help = what.help
        var text = yaml.scalar ?? ""
        for sign in ["±", "+/-", "+-"] where text.hasPrefix(sign) {
            text = String(text.dropFirst(sign.count).drop { $0 == " " })
        }
        let written = YAML(kind: .scalar(text, isPlain: true), place: yaml.place)
        guard yaml.scalar != nil,
            let spread = reader.fraction(written, "how far \(what.rawValue) may lie")
        else {
            if yaml.scalar == nil {
                reader.fail(
                    "alternatives.range", yaml.place,
                    "how far \(what.rawValue) may lie is \(yaml.shape)", help: help)
            }
            return nil
        }
        guard spread.value.sign > 0, spread.value.isLess(than: Interval.one) else {
            reader.fail(
                "alternatives.range", yaml.place,
                "\(what.rawValue) may lie \(text) from their own, which is not between 0 and 100 %",
                help: help)
            return nil
        }
        return spread.value
    }
}
