"""The same figures as others would write them, and a descriptor that says how."""

from expectations import Same
from shipped import DESCRIPTOR, dumped

ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16", "cp1251": "windows-1251", "cp1252": "windows-1252"}
TOTAL = "total of the above"


def as_others_write(source, workspace, before):
    """Some of: another encoding, separator, decimal mark, heading row, names, rows too many."""
    descriptor = workspace.descriptor()
    at = source.randrange(len(workspace.tables))
    table, resource = workspace.tables[at], descriptor["resources"][at]
    if (table.role in ("bodies", "reforms", "measures", "plan") or "ignore" in resource["apparatus"]
            or len(table.rows) < 2):
        return None
    rows, done = [list(row) for row in table.rows], []
    for way in (commas, strangers, names, headings):
        if source.random() < 0.5:
            done.append(way.__name__)
            rows = way(table, rows, resource, source)
    separator = source.choice([",", ";", "|", "\t"])
    encoding = source.choice([each for each in ENCODINGS if can_write(rows, each)])
    if separator != ",":
        resource.setdefault("dialect", {})["delimiter"] = separator
    resource["encoding"] = ENCODINGS[encoding]
    files = {DESCRIPTOR: dumped(descriptor), table.file: table.written(rows, separator, encoding)}
    what = f"{table.file} in {encoding} with {separator!r}, {', '.join(done) or 'nothing else'}"
    return files, what, Same(before)


def can_write(rows, encoding):
    try:
        "".join(cell for row in rows for cell in row).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def commas(table, rows, resource, source):
    """Decimal commas, and spaces between thousands."""
    resource["apparatus"]["numbers"] = {"decimal-mark": ",", "group-mark": " "}
    columns = [index for index, heading in enumerate(table.headings) if heading in table.numbers]
    return [row if number == 0 else
            [grouped(cell) if index in columns else cell for index, cell in enumerate(row)]
            for number, row in enumerate(rows)]


def grouped(text):
    """The number as it is written in Kazakhstan, and anything else as it is."""
    whole, point, fraction = text.partition(".")
    digits = whole.lstrip("-")
    if not digits.isdigit() or (point and not fraction.isdigit()):
        return text
    sign = whole[:len(whole) - len(digits)]
    parts = [digits[max(end - 3, 0):end] for end in range(len(digits), 0, -3)][::-1]
    return sign + " ".join(parts) + ("," + fraction if point else "")


def strangers(table, rows, resource, source):
    """Rows about bodies that nobody asked for."""
    resource["apparatus"]["only"] = "known-bodies"
    for _ in range(3):
        rows.insert(source.randrange(1, len(rows) + 1), [f"stranger-{source.randrange(9)}",
                                                         *source.choice(table.rows[1:])[1:]])
    return rows


def names(table, rows, resource, source):
    """Other names for the columns, one more of them, and rows of totals."""
    called = [f"Графа {index}" if heading in table.values else f"column {index}"
              for index, heading in enumerate(table.headings)]
    ours = resource["apparatus"]
    ours["columns"] = dict(zip(table.headings, called))
    ours["rows"] = [{"column": "row", "is-not": [TOTAL]}]
    changed = [[*called, "row"], *([*row, "x"] for row in rows[1:])]
    changed.insert(source.randrange(1, len(changed) + 1), ["all", "?", *[""] * (len(called) - 2), TOTAL])
    return changed


def headings(table, rows, resource, source):
    """A title above the table."""
    above = source.randrange(1, 4)
    resource["dialect"] = {"headerRows": [above + 1]}
    return [["A title, and more"], *[[""] * len(rows[0])] * (above - 1), *rows]
