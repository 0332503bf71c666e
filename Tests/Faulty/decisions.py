"""Decisions that nobody could have taken, in a workspace that is sound otherwise."""

import json

from case import TEACHING, Case, link, pipe, workspace

FILE = "decisions.csv"
HEAD = "body,period,node,input,decision,value,reason,basis,who,date\n"
WHY = "Counted twice,clause 12,Commission,2025-02-01\n"
ROW = "rivers,2024,,left,set,10," + WHY
MILLION = 1_000_000


def cases(seed, known):
    """Every fault of this kind; none where the program knows no decisions."""
    if "--without-decisions" not in known:
        return
    for row, says in rows():
        shown = row.replace(WHY, "").strip()
        shown = shown if len(shown) < 60 else f"{shown[:50]}…"
        yield fault(f"of {shown}", HEAD + row, says)
    yield fault("in an empty file", "", "empty")
    yield fault("that stand twice", HEAD + ROW * 2, "row 3")
    yield fault("that stand a million times", HEAD + ROW * MILLION, "more than 100000 rows")
    yield fault("about a million unknown bodies", HEAD + ROW.replace("rivers", "nobody") * MILLION, "100000")
    yield fault("without a heading of the reason", HEAD.replace(",reason", "") + "", "reason")
    yield fault("that are inputs", (TEACHING / "inputs.csv").read_bytes(), "error:")
    yield fault("with a NUL byte", HEAD + ROW.replace("10", "1\0"), "NUL")
    yield fault("that are a link to zeros without end", link("/dev/zero"), "link")
    yield fault("that are a pipe", pipe, "not a file")
    yield fault("that are gone", None, FILE, file="datapackage.json")


def rows():
    """Rows with one thing wrong, and what is said of each."""
    return [
        (ROW.replace("rivers", "nobody"), "nobody"),
        (ROW.replace("2024,,", "1999,,"), "1999"),
        (ROW.replace("2024,,", "soon,,"), "soon"),
        (ROW.replace("left", "lefft"), "left"),
        (ROW.replace(",left,", ",,"), "row 2"),
        (ROW.replace(",,left,", ",total,left,"), "row 2"),
        (ROW.replace("set", "put"), "put"),
        (ROW.replace(",10,", ",,"), "row 2"),
        (ROW.replace(",10,", ",ten,"), "ten"),
        (ROW.replace(",10,", ",-1,"), "-1"),
        (ROW.replace(",10,", f",{'9' * MILLION},"), "row 2"),
        (ROW.replace("set,10", "accept,10"), "row 2"),
        (ROW.replace("Counted twice", ""), "reason"),
        (ROW.replace("clause 12", ""), "basis"),
        (ROW.replace("Commission", ""), "who"),
        (ROW.replace("2025-02-01", "2025-02-30"), "2025-02-30"),
        (ROW.replace(",,left,set,10", ",total,,set,101"), "101"),
        (ROW.replace(",,left,set,10", ",total,,set,1e2"), "1e2"),
        (ROW.replace(",,left,set,10", ",totl,,set,50"), "total"),
        (ROW.replace(",,left,", ",,requests,"), "requests"),
        (ROW.replace(",left,", ",\x1b[2Jleft,"), "row 2"),
    ]


def fault(name, content, says, file=FILE):
    descriptor = json.loads((TEACHING / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"].append(
        {"name": "decisions", "path": FILE, "apparatus": {"role": "decisions"}})
    return Case(f"decisions {name}", file, says,
                workspace({"datapackage.json": json.dumps(descriptor), FILE: content}))
