"""Makes the reports that are checked: of every example, of a hostile workspace, of a comparison."""

import csv
import io
import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

import hostile
import runs
from places import EXAMPLES, ROOT


@dataclass
class Report:
    """A report on the disk, and what the program says of the same as CSV."""

    name: str
    folder: Path
    rows: dict = field(default_factory=dict)
    """Rows of the CSV by body, node and period."""
    digits: int = 2
    mode: str = "half-up"
    greatest: dict = field(default_factory=dict)
    """The maximum of each node."""
    runs: dict = field(default_factory=dict)
    """Figures of many runs by body, node and period."""
    faults: list = field(default_factory=list)
    """What is wrong with the data of the runs themselves."""
    period: str = ""
    """The one that is reported, the latest."""

    def pages(self):
        return sorted(self.folder.rglob("*.html"))


def kind(report, path):
    """What a page is, by its place: front, overview, league, bodies, body, conclusion…"""
    parts = path.relative_to(report.folder).parts
    if len(parts) == 1:
        return "front"
    if len(parts) == 3:
        return {"bodies": "body", "conclusions": "conclusion", "paths": "path"}[parts[1]]
    name = parts[1].removesuffix(".html")
    return {"index": "overview"}.get(name, name.split("-")[0])


def run(program, *arguments):
    """What the program prints; a program that fails ends the check."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"check-pages: error: apparatus {' '.join(map(str, arguments))} ended with "
                         f"{done.returncode}: {done.stderr.decode(errors='replace')[:2000]}")
    return done.stdout.decode("utf-8")


def edition_of(workspace, chosen):
    """The files of the edition as YAML: of the one that is chosen or that the workspace names."""
    with open(workspace / "datapackage.json", encoding="utf-8") as file:
        name = chosen or json.load(file)["apparatus"]["methodology"]
    if isinstance(name, list):
        # The first is the workspace's own.
        name = name[0]
    folder = workspace / name if name.startswith("./") else ROOT / "methodologies" / name
    merged = {}
    for path in sorted(folder.rglob("*.yaml")):
        if not path.name.endswith(".test.yaml"):
            merged.update(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) or {})
    return merged


def maxima(edition):
    """The scale's greatest score, under `None`, and that of each node that has its own."""
    found = {None: str((edition.get("scale") or {}).get("max", "100"))}

    def walk(node):
        if not isinstance(node, dict):
            return
        if "max" in node and "id" in node:
            found[node["id"]] = str(node["max"])
        for child in node.get("nodes") or []:
            walk(child)

    card = edition.get("scorecard")
    for node in card if isinstance(card, list) else [card]:
        walk(node)
    return found


def assess(program, scratch, name, workspace, edition=None, more=()):
    """The report of a workspace."""
    chosen = ["--edition", edition] if edition else []
    report = Report(name, scratch / name)
    run(program, "assess", workspace, *chosen, "--report", report.folder, *more)
    report.runs, report.faults = runs.read(report.folder)
    text = run(program, "assess", workspace, *chosen, "--format", "csv")
    for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff"))):
        report.rows[row["body"], row["node"], row["period"]] = row
    report.period = max(period for _, _, period in report.rows)
    if "--period" in more:
        report.period = more[more.index("--period") + 1]
    rules = edition_of(workspace, edition)
    display = rules.get("display") or {}
    report.digits, report.mode = int(display.get("digits", 2)), display.get("mode", "half-up")
    report.greatest = maxima(rules)
    return report


def assumed(program, scratch):
    """A report whose intervals an analyst assumed."""
    return assess(program, scratch, "assumed", EXAMPLES / "teaching",
                  more=["--period", "2024", "--alternatives", "weights:25%"])


def improving(program, scratch):
    """A report with the next step of one body."""
    return assess(program, scratch, "improving", EXAMPLES / "state", "oecd-stages",
                  more=["--body", "agriculture"])


def every(program, scratch):
    """Names of all reports that are checked, each with what makes it."""
    for path in sorted(EXAMPLES.iterdir()):
        if (path / "datapackage.json").exists():
            yield path.name, lambda path=path: assess(program, scratch, path.name, path)
    yield "ca-service-maf-mean", lambda: assess(
        program, scratch, "ca-service-maf-mean", EXAMPLES / "ca-service-maf",
        "ca-service-maf-mean/2023-24")
    yield "assumed", lambda: assumed(program, scratch)
    yield "hostile", lambda: assess_hostile(program, scratch)
    yield "difference", lambda: compare(program, scratch)


def assess_hostile(program, scratch):
    """The report of the workspace whose texts want to break out."""
    hostile.write(scratch / "hostile-workspace")
    return assess(program, scratch, "hostile", scratch / "hostile-workspace")


def compare(program, scratch):
    """The pages of what differs between two editions."""
    report = Report("difference", scratch / "difference")
    run(program, "compare", "teaching/2025", "teaching/2026", "--evidence", EXAMPLES / "teaching",
        "--report", report.folder)
    return report
