"""Compares figures of many runs with the data beside the robustness page.

A figure's place is `<body> <node> <period> <column>`, as that of a result. Columns of
`robustness.csv` are looked up there; `above_<body>`, in which share of the runs a body lay above
another, and what begins with `factor:<number>`, or of coherence with `element:`, `group:` or
`removal:` and an id, in `robustness.json`.
"""

import csv
import json
import math
from decimal import Decimal
from fractions import Fraction

PREFIXES = ("band_", "above_")
SUBJECTS = ("factor:", "element:", "group:", "removal:")
COLUMNS = {"rank_lower", "rank_median", "rank_upper", "score_lower", "score_median", "score_upper"}
OUTWARD = {"rank_lower": math.floor, "rank_upper": math.ceil}
"""Ends of ranks are shown as whole ranks, rounded outwards."""


def read(folder):
    """Figures of many runs by body, node and period, and what the two files say otherwise."""
    rows, faults = {}, []
    for path in sorted(folder.glob("*/robustness.csv"))[:1]:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                rows[row["body"], row["node"], row["period"]] = dict(row)
        with open(path.with_suffix(".json"), encoding="utf-8") as file:
            told = json.load(file, parse_float=Decimal)
        for node in told.get("nodes", []):
            for body in node["bodies"]:
                row = rows.get((body["body"], body["node"], body["period"]), {})
                faults += [f"robustness.json has another {name} of {body['body']} than the CSV"
                           for name, value in body.items() if name != "above"
                           and plain(value) != row.get(name)]
                for other, share in body["above"].items():
                    row[f"above_{other}"] = plain(share)
        for node in told.get("sensitivity", {}).get("nodes", []):
            for number, index in enumerate(node["factors"] or [], start=1):
                row = {name: plain(value) for name, value in index.items()}
                for step in node["convergence"]:
                    row[f"total_of_{step['points']}"] = plain(step["factors"][number - 1]["total"])
                rows[f"factor:{number}", node["node"], told["period"]] = row
        for node in told.get("coherence", []):
            for word in ("element", "group", "removal"):
                for part in node[word + "s"]:
                    rows[f"{word}:{part['node']}", node["node"], node["period"]] = {
                        name: plain(value) for name, value in part.items()}
    return rows, faults


def plain(value):
    """A value of the JSON as the CSV writes it."""
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def is_one(parts):
    """Whether a place is that of a figure of many runs."""
    return len(parts) == 4 and (parts[0].startswith(SUBJECTS) or parts[3] in COLUMNS
                                or parts[3].startswith(PREFIXES))


def fault(rows, figure, parts, written):
    """What is wrong with a figure's value, or with how an end of a rank is shown."""
    value = rows.get(tuple(parts[:3]), {}).get(parts[3])
    if not value:
        return "the data of the runs have no such figure"
    if value != figure.value:
        return f"the data of the runs say {value!r}"
    outward = OUTWARD.get(parts[3])
    if outward and figure.shown != written(str(outward(Fraction(value)))):
        return "the end of the interval is not rounded outwards"
    return None


def absent(rows, page, kind):
    """Intervals that a page owes: of its body, and beside each rank of a table."""
    shown = {figure.at for figure in page.figures if figure.at}
    if kind == "body":
        body = page.path.name.removesuffix(".html")
        owed = [key for key in rows if key[0] == body]
    elif kind in ("overview", "league"):
        owed = [tuple(at.split(" ")[:3]) for at in shown if at.endswith(" rank")]
    else:
        return
    for key in owed:
        row = rows.get(key)
        if row is None or not row.get("rank_lower"):
            continue
        for column in ("rank_lower", "rank_upper"):
            if f"{' '.join(key)} {column}" not in shown:
                yield f"{' '.join(key)} {column} {row[column]} is not on the page"
