internal import Locales

extension TrendPlot {
    /// As many of the periods' names as there is room for, the last one in any case.
    func labelPeriods(_ periods: [Phrase], in drawing: inout Drawing) {
        drawing.add(.axis, .line(.left, bottom, .right, bottom))
        let texts = periods.map { Lettering.fitted($0.plain, within: 90, size: Label.small) }
        let widest = texts.map { Lettering.width($0, size: Label.small) + 8 }.max() ?? 0
        let wide = step(widest, Drawing.wide)
        // A multiple, so that what is left out where the page is narrow stands between the others.
        let narrow = (step(widest, Drawing.narrow) + wide - 1) / wide * wide
        for (index, text) in texts.enumerated() {
            let toLast = texts.count - 1 - index
            guard toLast % wide == 0 else { continue }
            let across = Across(self.across(index))
            drawing.add(.axis, .line(across, bottom, across, bottom + 5))
            var label = Label(
                text, across, bottom + 20, anchor(widest, across), size: Label.small, .quiet)
            label.isForWide = toLast % narrow != 0
            drawing.add(label)
        }
    }

    /// Every which period has its name on a page of that width.
    private func step(_ widest: Double, _ width: Double) -> Int {
        let room = room(width)
        if widest <= room { return 1 }
        // The last name may end at its place, where the others have their middle.
        return max(Int((widest * 1.5 / room).rounded(.up)), 1)
    }

    private func anchor(_ widest: Double, _ across: Across) -> Label.Anchor {
        widest <= 60 ? .middle : Span.room(for: widest, at: across.share).anchor
    }
}
