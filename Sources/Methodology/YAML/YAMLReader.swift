internal import CYaml
internal import Diagnostics

/// Reads the YAML of the language through libyaml's events.
///
/// Repeated keys, anchors, aliases, tags, merge keys, several documents and depth over 50 are
/// refused, each with its place.
struct YAMLReader {
    static let deepest = 50
    /// The longest file in bytes that callers should read.
    static let longest = 4 << 20

    /// A mapping or sequence that has begun and not ended.
    private struct Open {
        let place: Place
        let isMapping: Bool
        var entries: [YAML.Entry] = []
        var items: [YAML] = []
        var key: (text: String, place: Place)?
        var seen: [String: Place] = [:]
    }

    private let file: String
    private var open: [Open] = []
    private var root: YAML?
    private var log = DiagnosticLog()

    private init(file: String) { self.file = file }

    /// Reads one file; `nil` when nothing useful could be read.
    static func read(_ bytes: [UInt8], file: String, log: inout DiagnosticLog) -> YAML? {
        var reader = YAMLReader(file: file)
        defer { log.add(reader.log) }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            reader.log.error(
                "yaml.encoding", at: Place(file: file), "the file is not UTF-8 text",
                help: "Save it as UTF-8")
            return nil
        }
        // The mark some editors write at the beginning says nothing beyond UTF-8.
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return reader.parse(hasMark ? Array(bytes.dropFirst(3)) : bytes)
    }

    private mutating func parse(_ bytes: [UInt8]) -> YAML? {
        var parser = unsafe yaml_parser_t()
        guard unsafe yaml_parser_initialize(&parser) == 1 else {
            log.error(
                "yaml.memory", at: Place(file: file), "there is no memory to read the file",
                help: "Close other programs and try again")
            return nil
        }
        defer { unsafe yaml_parser_delete(&parser) }
        let isSound = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            while true {
                var event = unsafe yaml_event_t()
                guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
                    unsafe report(parser, in: bytes)
                    return false
                }
                defer { unsafe yaml_event_delete(&event) }
                if unsafe event.type == YAML_STREAM_END_EVENT { return true }
                guard unsafe take(event) else { return false }
            }
        }
        guard isSound else { return nil }
        if root == nil, !log.hasErrors {
            log.error(
                "yaml.empty", at: Place(file: file), "the file is empty",
                help: "See docs/language.md for what belongs into it")
        }
        return root
    }

    private func place(_ mark: yaml_mark_t) -> Place {
        Place(file: file, line: mark.line + 1, column: mark.column + 1)
    }

    private mutating func report(_ parser: yaml_parser_t, in bytes: [UInt8]) {
        let problem =
            if let text = unsafe parser.problem { unsafe String(cString: text) } else {
                "it cannot be read"
            }
        let mark = unsafe parser.problem_mark
        let line =
            bytes.split(separator: 10, omittingEmptySubsequences: false)
            .dropFirst(mark.line).first ?? []
        if let tab = line.prefix(while: { $0 == 32 || $0 == 9 }).firstIndex(of: 9) {
            log.error(
                "yaml.tab",
                at: Place(file: file, line: mark.line + 1, column: tab - line.startIndex + 1),
                "a tab stands in the indentation", help: "Indent with spaces")
            return
        }
        log.error(
            "yaml.syntax", at: place(mark), "the YAML is broken: \(problem)",
            help: "Check indentation, quotes and brackets near this place; a formula with a comma, "
                + "a brace, \" #\", \": \" or one of % @ * & ! - at its beginning "
                + "stands in single quotes, and such a text in double ones")
    }

    /// Takes in one event; `false` when reading cannot go on.
    private mutating func take(_ event: yaml_event_t) -> Bool {
        let place = place(unsafe event.start_mark)
        switch unsafe event.type {
        case YAML_DOCUMENT_START_EVENT:
            guard root == nil else {
                log.error(
                    "yaml.documents", at: place, "a second document begins here",
                    help: "Put it into a file of its own")
                return false
            }
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let end = unsafe event.end_mark
            let text = unsafe String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
                as: UTF8.self)
            refuse(anchor: unsafe scalar.anchor != nil, tag: unsafe scalar.tag != nil, at: place)
            let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
            add(scalar: text, at: place, isPlain: isPlain, isOnOneLine: end.line + 1 == place.line)
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            refuse(anchor: unsafe start.anchor != nil, tag: unsafe start.tag != nil, at: place)
            return begin(Open(place: place, isMapping: false))
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            refuse(anchor: unsafe start.anchor != nil, tag: unsafe start.tag != nil, at: place)
            return begin(Open(place: place, isMapping: true))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            guard let ended = open.popLast() else { return false }
            add(
                YAML(
                    kind: ended.isMapping ? .mapping(ended.entries) : .sequence(ended.items),
                    place: ended.place))
        case YAML_ALIAS_EVENT:
            log.error(
                "yaml.alias", at: place, "an alias (*name) stands here",
                help: "Write the value out; the language has lists and parameters for repetition")
            add(YAML(kind: .scalar("", isPlain: true), place: place))
        default: break
        }
        return true
    }

    private mutating func refuse(anchor: Bool, tag: Bool, at place: Place) {
        if anchor {
            log.error(
                "yaml.anchor", at: place, "an anchor (&name) stands here",
                help: "Write the value out; the language has lists and parameters for repetition")
        }
        if tag {
            log.error(
                "yaml.tag", at: place, "a tag (!name) stands here",
                help: "Leave it out; the language knows the type of every value")
        }
    }

    private mutating func begin(_ started: Open) -> Bool {
        if let last = open.indices.last, open[last].isMapping, open[last].key == nil {
            log.error(
                "yaml.key", at: started.place, "a key is a list or a group of keys",
                help: "Keys are single words; put a formula with braces in single quotes")
            return false
        }
        guard open.count < Self.deepest else {
            log.error(
                "yaml.depth", at: started.place,
                "the file is nested more than \(Self.deepest) deep",
                help: "Move parts into indicator files of their own")
            return false
        }
        open.append(started)
        return true
    }

    private mutating func add(
        scalar text: String, at place: Place, isPlain: Bool, isOnOneLine: Bool
    ) {
        if let last = open.indices.last, open[last].isMapping, open[last].key == nil {
            if isPlain, text == "<<" {
                log.error(
                    "yaml.merge", at: place, "a merge key (<<) stands here",
                    help: "Write the keys out")
                // So that it is not kept as a key.
                open[last].seen[text] = place
                open[last].key = (text, place)
                return
            }
            if let first = open[last].seen[text] {
                log.error(
                    "yaml.duplicate-key", at: place,
                    "the key \"\(text)\" stands twice; first in line \(first.line ?? 0)",
                    help: "Keep one of the two")
            }
            open[last].key = (text, place)
            return
        }
        // Places point at the first character of the text, inside the quotes.
        let inside =
            isPlain
            ? place : Place(file: file, line: place.line, column: place.column.map { $0 + 1 })
        add(
            YAML(
                kind: .scalar(text, isPlain: isPlain), place: inside, isOnOneLine: isOnOneLine))
    }

    private mutating func add(_ value: YAML) {
        guard let last = open.indices.last else {
            root = root ?? value
            return
        }
        guard open[last].isMapping else {
            open[last].items.append(value)
            return
        }
        guard let key = open[last].key else { return }
        open[last].key = nil
        // Of a repeated key the first is kept, so that the rest can still be checked.
        if open[last].seen[key.text] == nil {
            open[last].seen[key.text] = key.place
            open[last].entries.append(
                YAML.Entry(key: key.text, keyPlace: key.place, value: value))
        }
    }
}
