"""Every way in which a workspace is damaged or rewritten, and what has to come of each.

A mutation takes a source of random numbers, a workspace and its sound results. It gives the
changed files, what was done in words, and the expectation; `None` where it does not apply.
"""

import json

from expectations import Anything, Missed, Refused, Same
from foreign import as_others_write
from shipped import DESCRIPTOR, SUBJECT, dumped

BAD_NUMBERS = ["12,5", "1e3", "1.2.3", "--3", "NaN", "inf", "5.", "0x1F", "1 000", "٣", "x", "1/3", "+-1",
               "9" * 40, "0." + "0" * 30 + "1", "#N/A", "\u00a05", "5\u200b", "=1+1", "%"]


def picked(source, workspace, roles=("bodies", "inputs", "records")):
    """One of the tables with these roles, and a row of it by its number as a spreadsheet shows it."""
    tables = [table for table in workspace.tables if table.role in roles and len(table.rows) > 1]
    if not tables:
        return None, None
    table = source.choice(tables)
    return table, source.randrange(2, len(table.rows) + 1)


def changed(table, row, heading, text):
    """The file with one cell changed."""
    rows = [list(each) for each in table.rows]
    rows[row - 1][table.headings.index(heading)] = text
    return {table.file: table.written(rows)}


def needed_cell_emptied(source, workspace, before):
    table, row = picked(source, workspace, ("inputs", "records"))
    headings = [each for each in table.values if each in table.needed]
    if not headings:
        return None
    heading = source.choice(headings)
    files = changed(table, row, heading, "")
    return files, f"{table.file} row {row}: {heading} emptied", Refused(
        (table.file, f"row {row},", f"column {heading}:"), (table.file, row))


def optional_input_emptied(source, workspace, before):
    table, row = picked(source, workspace, ("inputs",))
    if table is None:
        return None
    cells = table.rows[row - 1]
    if is_decided(workspace, cells):
        return None
    headings = [each for each in table.values
                if each not in table.needed and is_number(cells[table.headings.index(each)])]
    if not headings:
        return None
    heading = source.choice(headings)
    files = changed(table, row, heading, "")
    return files, f"{table.file} row {row}: {heading} emptied", Missed(
        before, cells[0], cells[1], (heading,), f"{table.file} row {row}")


def is_decided(workspace, cells):
    """Whether decisions about that body and period may stand in the place of its figures."""
    return any(row[:SUBJECT] == cells[:SUBJECT] for table in workspace.tables
               if table.role == "decisions" for row in table.rows)


def is_number(text):
    return text.replace(".", "", 1).lstrip("-").isdigit()


def inputs_row_deleted(source, workspace, before):
    table, row = picked(source, workspace, ("inputs",))
    if table is None:
        return None
    cells = table.rows[row - 1]
    if is_decided(workspace, cells):
        return None
    rows = [each for index, each in enumerate(table.rows) if index != row - 1]
    files = {table.file: table.written(rows)}
    return files, f"{table.file} row {row} deleted", Missed(before, cells[0], cells[1], tuple(table.values))


def key_emptied(source, workspace, before):
    table, row = picked(source, workspace)
    heading = source.choice(table.key)
    return (changed(table, row, heading, ""), f"{table.file} row {row}: {heading} emptied",
            Refused((table.file, f"row {row},", heading),
                    None if table.role == "bodies" else (table.file, row)))


def number_damaged(source, workspace, before):
    table, row = picked(source, workspace, ("inputs", "records"))
    headings = [each for each in table.values if each in table.numbers]
    if not headings:
        return None
    heading, text = source.choice(headings), source.choice(BAD_NUMBERS)
    return (changed(table, row, heading, text), f"{table.file} row {row}: {heading} is {text!r}",
            Refused((table.file, f"row {row},", f"column {heading}:"), (table.file, row)))


def column_renamed(source, workspace, before):
    table, _ = picked(source, workspace, ("inputs", "records"))
    heading = source.choice(table.headings)
    name = source.choice([heading + "x", heading[:-1] + "_", heading.upper() + "1", " " + heading, "zzz"])
    rows = [tuple(name if each == heading else each for each in table.headings), *table.rows[1:]]
    return ({table.file: table.written(rows)}, f"{table.file}: {heading} is called {name!r}",
            Refused((table.file, name.strip())))


def column_deleted(source, workspace, before):
    table, _ = picked(source, workspace, ("inputs", "records"))
    headings = [each for each in table.headings if each in table.needed or each in table.key]
    heading = source.choice(headings)
    at = table.headings.index(heading)
    rows = [each[:at] + each[at + 1:] for each in table.rows]
    return ({table.file: table.written(rows)}, f"{table.file}: {heading} deleted",
            Refused((table.file, heading)))


def row_repeated(source, workspace, before):
    table, row = picked(source, workspace)
    rows = [*table.rows, table.rows[row - 1]]
    return ({table.file: table.written(rows)}, f"{table.file} row {row} repeated",
            Refused((table.file, f"row {len(rows)}", f"row {row}"), (table.file, len(rows))))


def cell_too_many(source, workspace, before):
    table, row = picked(source, workspace)
    rows = [each + ("",) if index == row - 1 else each for index, each in enumerate(table.rows)]
    return ({table.file: table.written(rows)}, f"{table.file} row {row} has a cell too many",
            Refused((table.file, f"row {row}:"),
                    None if table.role == "bodies" else (table.file, row)))


def body_deleted(source, workspace, before):
    table, row = picked(source, workspace, ("bodies",))
    body = table.rows[row - 1][0]
    others = [each for each in workspace.tables if each.role != "bodies"
              and any(cells[0] == body for cells in each.rows[1:])]
    rows = [each for index, each in enumerate(table.rows) if index != row - 1]
    told = Refused((f"\"{body}\"", others[0].file)) if others else Anything()
    if len(rows) == 1:
        told = Refused((table.file, "no bodies"))
    return {table.file: table.written(rows)}, f"{table.file}: {body} deleted", told


def body_unknown(source, workspace, before):
    table, row = picked(source, workspace, ("inputs", "records"))
    return (changed(table, row, table.headings[0], "nobody-1"), f"{table.file} row {row}: unknown body",
            Refused((table.file, f"row {row},", "nobody-1"), (table.file, row)))


def period_damaged(source, workspace, before):
    table, row = picked(source, workspace, ("inputs", "records"))
    heading, text = table.headings[1], source.choice(["2O24", "24", "2024-13-01", "?", "2023-25"])
    return (changed(table, row, heading, text), f"{table.file} row {row}: the period {text}",
            Refused((table.file, f"row {row},", text), (table.file, row)))


def file_gone(source, workspace, before):
    table, _ = picked(source, workspace)
    return {table.file: None}, f"{table.file} is gone", Refused((DESCRIPTOR, table.file))


def resource_removed(source, workspace, before):
    descriptor = workspace.descriptor()
    at = source.randrange(len(descriptor["resources"]))
    ours = descriptor["resources"].pop(at)["apparatus"]
    parts = {"bodies": ("bodies",), "inputs": ("input",), "records": (ours.get("table", ""),)}
    # Without its decisions a workspace is another one, and nobody can know that there were any.
    told = Refused((DESCRIPTOR, *parts[ours["role"]])) if ours["role"] in parts else Anything()
    return {DESCRIPTOR: dumped(descriptor)}, f"the resource {at} is taken out", told


def file_truncated(source, workspace, before):
    name = source.choice(sorted(workspace.files))
    content = workspace.files[name]
    at = source.randrange(len(content))
    return {name: content[:at]}, f"{name} ends after {at} bytes", Anything()


def bytes_flipped(source, workspace, before):
    name = source.choice(sorted(workspace.files))
    content = bytearray(workspace.files[name])
    places = [source.randrange(len(content)) for _ in range(source.randrange(1, 6))]
    for place in places:
        content[place] ^= 1 << source.randrange(8)
    return {name: bytes(content)}, f"{name}: bits flipped at {places}", Anything()


def edition_damaged(source, workspace, before):
    name = source.choice([each for each in workspace.files if each.endswith(".yaml")])
    lines = workspace.files[name].decode("utf-8").split("\n")
    at, other = source.randrange(len(lines)), source.randrange(len(lines))
    way = source.randrange(5)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(at, lines[other])
    elif way == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif way == 3:
        lines[at] = source.choice(["  ", " ", "    ", "- "]) + lines[at]
    else:
        words = lines[at].split(" ")
        source.shuffle(words)
        lines[at] = " ".join(words)
    return ({name: "\n".join(lines).encode("utf-8")}, f"{name} line {at + 1} damaged, way {way}",
            Anything())


def descriptor_damaged(source, workspace, before):
    lines = workspace.files[DESCRIPTOR].decode("utf-8").split("\n")
    at = source.randrange(len(lines))
    lines[at] = source.choice(["", lines[at] * 2, lines[at].replace('"', ""), lines[at] + ",",
                               lines[at].replace(":", ": [")])
    return ({DESCRIPTOR: "\n".join(lines).encode("utf-8")}, f"{DESCRIPTOR} line {at + 1} damaged",
            Anything())


def rows_shuffled(source, workspace, before):
    table, _ = picked(source, workspace)
    rows = list(table.rows[1:])
    source.shuffle(rows)
    return ({table.file: table.written([table.rows[0], *rows])}, f"{table.file}: rows shuffled",
            Same(before, is_ordered=table.role != "bodies"))


def columns_shuffled(source, workspace, before):
    table, _ = picked(source, workspace)
    order = list(range(len(table.headings)))
    source.shuffle(order)
    rows = [[row[index] for index in order] for row in table.rows]
    return {table.file: table.written(rows)}, f"{table.file}: columns shuffled", Same(before)


def written_otherwise(source, workspace, before):
    table, _ = picked(source, workspace)
    content = table.written()
    ways = {
        "line ends CRLF": lambda: content.replace(b"\n", b"\r\n"),
        "a mark before it": lambda: b"\xef\xbb\xbf" + content,
        "no line end at its end": lambda: content.rstrip(b"\n"),
        "quotes around every field": lambda: quoted(table.rows),
        "zeros behind numbers": lambda: table.written(
            [table.rows[0], *(zeros(table, row) for row in table.rows[1:])]),
    }
    way = source.choice(sorted(ways))
    return {table.file: ways[way]()}, f"{table.file}: {way}", Same(before)


def quoted(rows):
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n"
                   for row in rows).encode("utf-8")


def zeros(table, row):
    """The row with `1.50` for `1.5` and `3.0` for `3`."""
    return [cell + ("0" if "." in cell else ".0")
            if heading in table.numbers and is_number(cell) else cell
            for heading, cell in zip(table.headings, row)]


def column_ignored(source, workspace, before):
    descriptor = workspace.descriptor()
    at = source.randrange(len(workspace.tables))
    table = workspace.tables[at]
    descriptor["resources"][at]["apparatus"].setdefault("ignore", []).append("remarks")
    rows = [row + ("remarks" if index == 0 else "x, \"y\"\nz",) for index, row in enumerate(table.rows)]
    return ({DESCRIPTOR: dumped(descriptor), table.file: table.written(rows)},
            f"{table.file}: a column that is ignored", Same(before))


def descriptor_rewritten(source, workspace, before):
    descriptor = workspace.descriptor()
    source.shuffle(descriptor["resources"])
    text = json.dumps(descriptor, indent=source.choice([None, 1, 7]), ensure_ascii=source.random() < 0.5)
    return {DESCRIPTOR: text.encode("utf-8")}, f"{DESCRIPTOR} rewritten", Same(before)


def edition_rewritten(source, workspace, before):
    name = source.choice([each for each in workspace.files if each.endswith(".yaml")])
    lines = workspace.files[name].decode("utf-8").split("\n")
    lines.insert(0, "# A remark")
    text = "\n".join(lines)
    if source.random() < 0.5:
        text = text.replace("\n", "\r\n")
    return {name: text.encode("utf-8")}, f"{name} with a remark", Same(before)


ALL = [
    needed_cell_emptied, optional_input_emptied, inputs_row_deleted, key_emptied, number_damaged,
    column_renamed, column_deleted, row_repeated, cell_too_many, body_deleted, body_unknown,
    period_damaged, file_gone, resource_removed, file_truncated, bytes_flipped, edition_damaged,
    descriptor_damaged, rows_shuffled, columns_shuffled, written_otherwise, column_ignored,
    descriptor_rewritten, edition_rewritten, as_others_write,
]
