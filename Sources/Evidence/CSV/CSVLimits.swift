/// How much of a table is read at most, so that no file can exhaust the memory.
struct CSVLimits: Sendable {
    /// Bytes of a record with its line end.
    var record = 16 << 20
    /// Bytes of a field.
    var field = 1 << 20
    /// Fields of a record.
    var columns = 10_000
    /// Records, the heading included.
    var rows = 50_000_000
    /// Records of the table of bodies, the heading included.
    var bodies = 250_001
    /// Records of a table of decisions, reforms, measures or a plan, the heading included: people
    /// write each by hand.
    var decisions = 100_000
    /// Errors of a file, after which the rest of it is not read.
    var errors = 100_000
    /// Records times the columns that are kept, over all tables.
    var cells = 100_000_000
    /// Bytes of a file.
    var file = 1 << 30
    /// Bytes that are asked for at a time.
    var piece = 1 << 20
    /// Pairs of body and period, times inputs and tables.
    var values = 50_000_000
}
