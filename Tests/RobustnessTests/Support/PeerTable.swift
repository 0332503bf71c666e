internal import Foundation
internal import TestSupport
internal import Testing

/// A table of what COINr computed for the ASEM index; one row for each body.
struct PeerTable {
    private let rows: [[Substring]]

    init(_ name: String) throws {
        let bytes = try Folders.sharedData("coinr-asem/uncertainty/\(name)")
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        rows = lines.dropFirst().map { line in
            line.split(separator: ",").map { $0.filter { $0 != "\"" } }.map { $0[...] }
        }
    }

    /// The numbers of a column; what is none is NaN, which equals nothing.
    func column(_ position: Int) -> [Double] { rows.map { Double($0[position]) ?? .nan } }
}

/// Ranks from 1 for the highest; ties take the lowest.
func ranks(_ scores: [Double]) -> [Int] {
    scores.map { score in 1 + scores.count { $0 > score } }
}
