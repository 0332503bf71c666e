internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

/// What makes a leaf a criterion of a stage.
extension EditionReader {
    /// The criterion; `nil` for any other node.
    mutating func readCriterion(_ draft: Draft) -> Criterion? {
        guard let seat = draft.seat, draft.isLeaf, let stages else { return nil }
        let object = draft.object
        let isDecisive = object["decisive"].flatMap { reader.flag($0, "decisive") } ?? false
        if isDecisive, stages.decisive == nil, let yaml = object["decisive"] {
            reader.fail(
                "stages.decisive", yaml.place,
                "the criterion is decisive, and the stages do not say what that means",
                help: "Write decisive: {below: 40, caps-at: 69.9} under stages:")
        }
        let level = object["level"].flatMap { reader.word($0, "the level", Criterion.Level.self) }
        checkLevel(level, object)
        let proof = object["proof"].map { readProof($0) } ?? []
        if stages.gate != nil, !object.has("proof") {
            _ = reader.need(
                object, "proof", in: "criterion",
                help: "Say what proves it, as in proof: practice; some of: "
                    + Criterion.Proof.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let origin = object["origin"].flatMap { readOrigin($0) }
        if readThresholds != nil, !object.has("origin") {
            reader.fail(
                "criterion.origin", object["score"]?.place ?? object.place,
                "nothing says where the thresholds come from",
                help: "Add origin: with one of: "
                    + Criterion.Origin.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return Criterion(
            dimension: seat.dimension, stage: seat.stage, isDecisive: isDecisive,
            level: level ?? .body, proof: proof, origin: origin, thresholds: readThresholds)
    }

    private mutating func readOrigin(_ yaml: YAML) -> Criterion.Origin? {
        reader.word(yaml, "the origin", Criterion.Origin.self)
    }

    /// Whether thresholds of that origin count as assumed.
    func isOriginAssumed(_ object: Object) -> Bool {
        object["origin"]?.scalar.flatMap { Criterion.Origin(rawValue: $0) }?.isAssumed ?? false
    }

    private mutating func checkLevel(_ level: Criterion.Level?, _ object: Object) {
        guard let level, level != .body, let stages, stages.apparatus == nil else { return }
        reader.fail(
            "stages.level", object["level"]?.place ?? object.place,
            "the level is \(level.rawValue), and the stages name no apparatus",
            help: "Write apparatus: {kind: …, weight: …, attained: 3/4, mean: 70} under stages:, "
                + "or leave the level out")
    }

    /// A kind of proof, or several.
    mutating func readProof(_ yaml: YAML) -> [Criterion.Proof] {
        let items = yaml.items ?? [yaml]
        reader.checkFilled(yaml, "the kinds of proof")
        let kinds = items.compactMap {
            reader.word($0, "the kind of proof", Criterion.Proof.self)
        }
        reader.checkDistinct(
            kinds.map(\.rawValue), "the kind of proof", at: yaml.place, areWords: true)
        return kinds
    }

    /// For which bodies a criterion is measured, by its level.
    ///
    /// - Returns: As in `kind <> "apparatus"`; `nil` where it is for all, or no criterion.
    func levelCondition(_ draft: Draft) -> String? {
        guard draft.seat != nil, draft.isLeaf, let kind = stages?.apparatus?.kind else {
            return nil
        }
        let word = draft.object["level"]?.scalar ?? Criterion.Level.body.rawValue
        return switch Criterion.Level(rawValue: word) {
        case .body?: "kind <> \"\(kind)\""
        case .system?: "kind = \"\(kind)\""
        case .both?, nil: nil
        }
    }

    /// Straight lines from the floor over the pass mark to the full mark.
    mutating func thresholds(
        _ yaml: YAML, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        guard let object = reader.object(yaml, .thresholds) else { return nil }
        guard let node = scope.node, drafts[node].seat != nil, let stages else {
            // Where the stages have faults nothing is known of the node.
            if !areStagesFaulty {
                reader.fail(
                    "criterion.outside", yaml.place,
                    "thresholds stand at a node that is no criterion of a stage",
                    help: "Write knots: with what each value earns")
            }
            return nil
        }
        func mark(_ key: String) -> Fixed? {
            let help = "Say the value, as in {floor: 20, pass: 76, full: 100}"
            return reader.need(object, key, in: "thresholds", help: help).flatMap {
                edge($0, "the \(key)", content)
            }
        }
        guard let floor = mark("floor"), let full = mark("full"),
            let pass = object.has("pass")
                ? mark("pass") : between(floor, full, stages.established, scale, at: yaml.place)
        else { return nil }
        guard floor < pass && pass < full || full < pass && pass < floor else {
            reader.fail(
                "thresholds.order", yaml.place,
                "the pass mark (\(pass)) does not lie between the floor (\(floor)) and the full "
                    + "mark (\(full))",
                help: "Write floor < pass < full, or floor > pass > full where less is better")
            return nil
        }
        readThresholds = Criterion.Thresholds(floor: floor, pass: pass, full: full)
        let knots = [
            Node.Knot(value: floor, score: scale.least),
            Node.Knot(value: pass, score: stages.established),
            Node.Knot(value: full, score: scale.greatest),
        ]
        return .knots(floor < full ? knots : knots.reversed())
    }

    /// The pass mark on the straight line from floor to full mark.
    private mutating func between(
        _ floor: Fixed, _ full: Fixed, _ established: Fixed, _ scale: Node.Scale, at place: Place
    ) -> Fixed? {
        do {
            let (start, least) = (Fraction(floor), Fraction(scale.least))
            let part = try Fraction(established).subtracting(least)
                .divided(by: Fraction(scale.greatest).subtracting(least))
            let exact = try start.adding(Fraction(full).subtracting(start).multiplied(by: part))
            let pass = try exact.stepResult()
            if Fraction(pass).isEqual(to: exact) { return pass }
        } catch {
            // What does not fit has more digits than any rule, and is told below.
        }
        reader.fail(
            "thresholds.order", place, "no pass mark of 18 digits lies where the line passes",
            help: "Write the pass mark")
        return nil
    }
}
