extension JSONWriter {
    /// A key and a text, or null where there is none.
    public mutating func member(_ key: StaticString, _ text: String?) {
        self.key(key)
        self.text(text)
    }

    /// A key and a truth.
    public mutating func member(_ key: StaticString, _ flag: Bool) {
        self.key(key)
        self.flag(flag)
    }

    /// A key and a whole number, or null where there is none.
    public mutating func member(_ key: StaticString, _ number: Int?) {
        self.key(key)
        self.number(number)
    }

    /// A key and a value that is there already.
    public mutating func member(_ key: StaticString, _ value: JSON) {
        self.key(key)
        write(value)
    }

    /// A key and an object, whose keys and values are written by `members`.
    public mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
        self.key(key)
        object(members)
    }

    /// A key and a list of what `write` makes of each item.
    @inlinable public mutating func list<Item>(
        _ key: StaticString, of items: some Sequence<Item>,
        _ write: (Item, inout JSONWriter) -> Void
    ) {
        self.key(key)
        list { json in for item in items { write(item, &json) } }
    }
}
