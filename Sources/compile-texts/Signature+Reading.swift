internal import BuildTools

extension Signature {
    /// Reads `key` or `key(name: type, …)`.
    init(_ line: Line) throws(BuildError) {
        let content = try line.content()
        let word = content.prefix { $0 != "(" }
        key = try Self.name(word, line, of: "key")
        var rest = content[word.endIndex...]
        guard !rest.isEmpty else {
            parameters = []
            return
        }
        guard rest.count > 2, rest.last == ")" else {
            throw line.mistake(
                "\"\(rest)\" is no list of what is put into the text",
                fix: "write (name: type, …), or nothing where nothing is put in")
        }
        rest = rest.dropFirst().dropLast()
        var parameters: [Parameter] = []
        for part in rest.split(separator: ",", omittingEmptySubsequences: false) {
            let parameter = try Self.parameter(part, line)
            guard !parameters.contains(where: { $0.name.swift == parameter.name.swift }) else {
                throw line.mistake(
                    "\(parameter.name.text) stands twice", fix: "rename one of them")
            }
            parameters.append(parameter)
        }
        self.parameters = parameters
    }

    /// `name: type`.
    private static func parameter(_ part: Substring, _ line: Line) throws(BuildError) -> Parameter {
        let halves = part.split(separator: ":", omittingEmptySubsequences: false)
        let types = Parameter.Kind.allCases.map(\.rawValue).joined(separator: " or ")
        guard halves.count == 2, let kind = Parameter.Kind(rawValue: trimmed(halves[1])) else {
            throw line.mistake(
                "\"\(trimmed(part))\" does not say what is put in",
                fix: "write name: type, where the type is \(types)")
        }
        return Parameter(
            name: try name(Substring(trimmed(halves[0])), line, of: "name"), kind: kind)
    }

    private static func name(
        _ text: Substring, _ line: Line, of thing: String
    ) throws(BuildError) -> Name {
        guard let name = Name(text) else {
            throw line.mistake("\"\(text)\" is no \(thing)", fix: "write \(Name.rule)")
        }
        guard !Name.taken.contains(name.swift) else {
            throw line.mistake(
                "the \(thing) \(name.text) means something else in Swift", fix: "take another word")
        }
        return name
    }
}

private func trimmed(_ text: Substring) -> String {
    let space = UInt8(ascii: " ")
    var bytes = text.utf8.drop { $0 == space }
    while bytes.last == space { bytes = bytes.dropLast() }
    return String(Substring(bytes))
}
