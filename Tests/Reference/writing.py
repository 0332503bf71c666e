"""Writes an edition and its evidence as the workspace that docs/evidence.md tells of."""

import csv
import json
import re
from datetime import date
from fractions import Fraction

from exact import Blank, text
from periods import Period

MARKERS = {Blank.MISSING: "", Blank.NOT_APPLICABLE: "NA", Blank.EXCLUDED: "W"}


def yaml(part, indent=0):
    """The document as YAML: one key or item on a line, texts in single quotes where needed."""
    space = "  " * indent
    if isinstance(part, str):
        is_plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_./%-]*( %)?", part)
        return part if is_plain else "'%s'" % part.replace("'", "''")
    if isinstance(part, dict):
        lines = [f"{space}{yaml(key)}:{beneath(value, indent)}" for key, value in part.items()]
    else:
        lines = [f"{space}-{beneath(value, indent)}" for value in part]
    return "\n".join(lines)


def beneath(value, indent):
    if isinstance(value, str):
        return " " + yaml(value)
    if not value:
        return " {}" if isinstance(value, dict) else " []"
    if all(isinstance(each, str) for each in (value if isinstance(value, list) else [value])):
        return " [" + ", ".join(yaml(each) for each in value) + "]"
    return "\n" + yaml(value, indent + 1)


def cell(value):
    """A value as it stands in a table."""
    if isinstance(value, Blank):
        return MARKERS[value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return text(value)
    if isinstance(value, (date, Period)):
        return str(value)
    return value or ""


class Workspace:
    """A folder with the edition, the descriptor and the tables; rows stand in any order."""

    def __init__(self, folder, random):
        self.folder, self.random, self.resources = folder, random, []

    def write(self, document, edition, evidence):
        (self.folder / "methodology").mkdir(parents=True)
        (self.folder / "methodology" / "edition.yaml").write_text(yaml(document) + "\n")
        self.column = document["period"].get("column", "period")
        self.bodies(evidence)
        if edition.inputs:
            self.inputs(edition, evidence)
        for table, rule in edition.tables.items():
            self.records(table, rule, edition, evidence)
        if evidence.decisions:
            self.decisions(edition, evidence)
        descriptor = {
            "name": "random",
            "apparatus": {
                "methodology": "./methodology",
                "status": "verified",
                "owner": True,
                "markers": {"not-applicable": ["NA"], "withheld": ["W"]},
            },
            "resources": self.resources,
        }
        (self.folder / "datapackage.json").write_text(json.dumps(descriptor, indent=1) + "\n")

    def table(self, name, heads, rows, **keys):
        with open(self.folder / f"{name}.csv", "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(heads)
            writer.writerows([cell(value) for value in row] for row in rows)
        resource = {"name": name, "path": f"{name}.csv", "apparatus": keys}
        self.resources.append(resource)

    def bodies(self, evidence):
        heads = ["id", "kind", "title.en", "group", "from", "to"]
        rows = [[b.id, b.kind, b.id, b.group, b.begins, b.ends] for b in evidence.bodies]
        self.table("bodies", heads, rows, role="bodies")

    def shuffled(self, rows):
        rows = list(rows)
        self.random.shuffle(rows)
        return rows

    def inputs(self, edition, evidence):
        heads = ["body", self.column, "status", *edition.inputs]
        rows = [
            [body, period, row["status"], *(row[id] for id in edition.inputs)]
            for (body, period), row in evidence.handed_in.items()
        ]
        self.table("inputs", heads, self.shuffled(rows), role="inputs", shape="wide")

    def decisions(self, edition, evidence):
        heads = ["body", self.column, "node", "input", "decision", "value"]
        heads += ["reason", "basis", "who", "date"]

        def value(decision):
            node = edition.node.get(decision.node)
            if node and node.is_graded and decision.value is not None:
                return edition.grades[int(decision.value)]
            return decision.value

        rows = [
            [d.body, d.period, d.node, d.input, d.kind, value(d), "r", "b", "w", "2025-02-01"]
            for d in evidence.decisions
        ]
        self.table("decisions", heads, self.shuffled(rows), role="decisions")

    def records(self, table, rule, edition, evidence):
        """One row for each record, with the keys of the records that it lies within."""
        above = rule.get("within")
        keys = (edition.tables[above]["key"] if above else []) + rule["key"]
        fields = [id for id, field in rule["fields"].items() if "value" not in field]
        rows = []
        for (body, period), tables in evidence.records.items():
            records = tables.get(table, [])
            if above:
                records = [
                    {**{key: owner[key] for key in keys if key in owner}, **record}
                    for owner in tables[above]
                    for record in owner[table]
                ]
            rows += [[body, period, *(each[id] for id in keys + fields)] for each in records]
        heads = ["body", self.column, *keys, *fields]
        self.table(table, heads, self.shuffled(rows), role="records", table=table)
