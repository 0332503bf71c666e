internal import Arithmetic

extension Fixed {
    /// The nearest that is not below a floor and not above a cap; `nil` for no limit.
    func held(from floor: Fixed?, to cap: Fixed?) -> Fixed {
        let raised = floor.map { max(self, $0) } ?? self
        return cap.map { min(raised, $0) } ?? raised
    }
}
