"""Adds the costs of every path up, and compares the pages of next steps with their data."""

import csv
import re

import figures

TABLE = re.compile(r'<table[^>]* id="(path-measures|steps)-table">(.*?)</table>(.*?)</section>', re.S)
ROW = re.compile(r"<tr><th scope=\"row\">.*?</tr>", re.S)
VALUE = re.compile(r'<data value="([^"]*)"')
TARGET = re.compile(r'<th scope="row"><a href="paths/([^"]*)\.html"')


def check(page, kind):
    """Every fault of a page about a next step, or of the list of all."""
    if kind not in ("path", "improvement"):
        return
    text = page.path.read_text(encoding="utf-8")
    found = {name: (ROW.findall(body), rest) for name, body, rest in TABLE.findall(text)}
    steps = rows(page.path.parent if kind == "improvement" else page.path.parent.parent)
    if kind == "path":
        step = steps.get(page.path.name.removesuffix(".html"))
        yield from path(found.get("path-measures"), step)
        return
    if "path-measures" in found:
        yield from path(found["path-measures"], steps.get(""))
    yield from listed(found.get("steps", ([], ""))[0], steps)


def rows(folder):
    """The steps as data, by body; that of the whole apparatus under no body."""
    with open(folder / "improvement.csv", encoding="utf-8-sig", newline="") as file:
        return {row["body"]: row for row in csv.DictReader(file)}


def path(table, step):
    """The measures of one path: how many, what each costs, and what all of them do."""
    if step is None:
        yield "the data have no such step"
        return
    lines, rest = table or ([], "")
    costs = [figures.exact((VALUE.findall(line) or [""])[-1]) for line in lines]
    if len(costs) != int(step["measures"] or 0):
        yield f"{len(costs)} measures are listed, and the data have {step['measures'] or 0}"
    if None in costs:
        yield "a measure has no cost"
    elif costs and sum(costs) != figures.exact(step["cost"]):
        yield f"the costs add up to {sum(costs)}, and the data say {step['cost']}"
    total = figures.exact((VALUE.findall(rest) or [""])[0])
    if len(costs) > 1 and total != figures.exact(step["cost"]):
        yield f"together they are said to cost {total}, and the data say {step['cost']}"


def listed(lines, steps):
    """The list of all next steps: whom it leads to, and what that costs."""
    for line in lines:
        body = (TARGET.findall(line) or [None])[0]
        if body is None:
            continue
        values = [figures.exact(value) for value in VALUE.findall(line)]
        step = steps.get(body)
        if step is None:
            yield f"the data have no step of {body}"
        elif step["cost"] and figures.exact(step["cost"]) not in values:
            yield f"the step of {body} does not cost {step['cost']}"
