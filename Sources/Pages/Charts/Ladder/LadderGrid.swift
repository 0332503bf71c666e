internal import Diagnosis
internal import Locales

/// The places of a ladder's cells, and what each of its parts looks like.
struct LadderGrid: Hashable, Sendable {
    /// How many stages stand side by side.
    let count: Int

    /// The height of a cell.
    static let cell = 44.0
    /// The size of the words in a cell.
    static let small = 12.0

    private var share: Double { 1 / Double(max(count, 1)) }

    private func across(_ index: Int, _ pixels: Double = 0) -> Across {
        Across(Double(index) * share, pixels: pixels)
    }

    /// What words in a cell may take; most letters are narrower than those widths are guessed by.
    private func room(_ page: Double) -> Double {
        max(page, Double(count) * Drawing.narrow / 3) * share * 1.15 - 14
    }

    /// What stands above a column.
    func head(_ name: Phrase, _ index: Int, in drawing: inout Drawing) {
        text(name, index, 16, size: Label.small, .strong, in: &drawing)
    }

    /// The name of a row.
    func name(_ name: Phrase, _ top: Double, in drawing: inout Drawing) {
        var label = Label(
            name: name.plain, .left, top + 15, narrow: Drawing.narrow, wide: Drawing.wide,
            size: Label.small)
        label.tag = name.tag
        drawing.add(label)
    }

    /// The ground, the shape, the score and the word of a cell.
    func cell(
        _ cell: LadderChart.Cell, _ index: Int, _ top: Double, in drawing: inout Drawing
    ) {
        let (left, width) = (across(index), Mark.Extent.share(share - 0.008))
        switch cell.status {
        case .established: drawing.add(.step5, .bar(left, width, top: top, height: Self.cell))
        case .emerging: drawing.add(.step3, .bar(left, width, top: top, height: Self.cell))
        case .absent: drawing.add(.bandA, .bar(left, width, top: top, height: Self.cell))
        case .notAssessed:
            drawing.add(.outline, .hatched(.rising, left, width, top: top, height: Self.cell))
            let inner = Mark.Extent.share(share - 0.05)
            drawing.add(
                .knockout, .bar(across(index, 6), inner, top: top + 4, height: Self.cell - 8))
        case .notApplicable: break
        }
        sign(cell.status, across(index, 16), top + 15, in: &drawing)
        if let score = cell.score {
            drawing.add(Label(score.shown, across(index, 30), top + 20, .start, .strong))
        }
        if cell.isCapped {
            drawing.add(Label("★", across(index + 1, -12), top + 20, .end, size: Label.small))
        }
        text(cell.word, index, top + 37, size: Self.small, .label, in: &drawing)
    }

    /// A figure and words without a ground.
    func words(
        _ figure: String, _ words: Phrase, _ index: Int, _ top: Double, in drawing: inout Drawing
    ) {
        drawing.add(Label(figure, across(index, 10), top + 16, .start, .strong))
        text(words, index, top + 35, size: Self.small, .label, in: &drawing)
    }

    /// A full dot, a ring around a point, an empty ring, a question, a dash.
    private func sign(
        _ status: CellResult.Status, _ across: Across, _ middle: Double,
        in drawing: inout Drawing
    ) {
        switch status {
        case .established: drawing.add(.mark, .dot(across, middle, radius: 6.5))
        case .emerging:
            ring(across, middle, in: &drawing)
            drawing.add(.mark, .dot(across, middle, radius: 2.5))
        case .absent: ring(across, middle, in: &drawing)
        case .notAssessed: drawing.add(.axis, .sign(.question, across, middle))
        case .notApplicable: drawing.add(.axis, .sign(.dash, across, middle))
        }
    }

    private func ring(_ across: Across, _ middle: Double, in drawing: inout Drawing) {
        drawing.add(.mark, .dot(across, middle, radius: 6.5))
        drawing.add(.knockout, .dot(across, middle, radius: 4.5))
    }

    private func text(
        _ words: Phrase, _ index: Int, _ base: Double, size: Double, _ look: Label.Look,
        in drawing: inout Drawing
    ) {
        var label = Label(
            name: words.plain, across(index, 10), base, .start,
            narrow: room(Drawing.narrow), wide: room(Drawing.wide), size: size, look)
        label.tag = words.tag
        drawing.add(label)
    }
}
