internal import Diagnostics
internal import Expressions

extension EditionReader {
    /// Who is compared with whom where a rule says `peers`.
    mutating func readPeers() -> Plan.Peers? {
        guard let yaml = root["peers"] else { return nil }
        // What is wrong here is told here, and not wherever peers are spoken of.
        scope.hasPeers = true
        guard let object = reader.object(yaml, .peers),
            let by = reader.need(object, "by", in: "peers", help: "Write by: kind or by: group")
        else { return nil }
        return reader.word(by, "by", Plan.Peers.self)
    }

    /// Notes that a rule speaks of peers.
    ///
    /// - Parameters:
    ///   - place: Where it does.
    ///   - alternative: What can be written there instead, as in `, or over: bodies`.
    /// - Returns: Whether the edition says who they are.
    mutating func usePeers(at place: Place, alternative: String = "") -> Bool {
        used.peers = true
        guard !scope.hasPeers else { return true }
        reader.fail(
            "peers.missing", place, "nothing says who the peers of a body are",
            help: "Write peers: {by: kind} or {by: group} at the edition" + alternative)
        return false
    }

    /// A grouping that nothing looks at would be a rule that does nothing.
    mutating func checkUseOfPeers() {
        // What an analyst assumes takes the place of alternatives that may have needed them.
        guard assumed == nil, let yaml = root["peers"], !used.peers, !used.words.contains("peers")
        else { return }
        reader.fail(
            "peers.unused", yaml.place, "no rule compares a body with its peers",
            help: "Leave peers: out, or write peers in the place of bodies")
    }
}
