"""Holds the program to the reference: one edition at a time, every figure of every row."""

import csv
import io
import random
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

import standing
from assessing import Assessment
from constructs import constructs
from exact import Refused, step, text
from model import Edition
from random_decisions import decide
from random_editions import Editions
from random_evidence import EvidenceWriter
from unreachable import reached, said_unreachable
from unused import without_unused
from writing import Workspace

COLUMNS = ["body", "node", "period", "state", "value", "score", "grade", "mark", "lower", "upper",
           "coverage", "band", "rank", "official", "filled"]


@dataclass
class Comparison:
    """What one edition showed: how much was compared, and what differs, in words."""

    index: int
    rows: int = 0
    differences: list = field(default_factory=list)
    constructs: Counter = field(default_factory=Counter)


def made(seed, index):
    """The edition and the evidence of an index: the same for the same seed, always."""
    source = random.Random(f"{seed}/{index}")
    editions = Editions(source)
    document = without_unused(editions.document())
    edition = Edition(document)
    evidence = EvidenceWriter(source, edition, editions.periods).evidence()
    evidence.handed_in = dict(evidence.rows)
    decide(f"{seed}/{index}", edition, evidence)
    return source, document, edition, evidence


def compare(seed, index, program, folder):
    """Makes an edition, has both assess it, and says where they differ."""
    source, document, edition, evidence = made(seed, index)
    return compared(Comparison(index), source, document, edition, evidence, program, folder)


def compared(result, source, document, edition, evidence, program, folder):
    """Writes the workspace and compares every row; once more where nothing reaches a band."""
    shutil.rmtree(folder, ignore_errors=True)
    Workspace(folder, source).write(document, edition, evidence)
    command = [program, "assess", str(folder), "--format", "csv"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assessment = Assessment(edition, evidence)
    try:
        expected = rows(assessment)
    except Refused as refused:
        result.constructs["refused"] += 1
        if run.returncode != 65:
            result.differences.append(f"the reference refuses: {refused}; the program does not")
        return result
    result.constructs += constructs(edition, assessment)
    result.constructs.update(
        f"decision: {decision.kind} {'node' if decision.node else 'input'}"
        for decision in evidence.decisions
    )
    said = said_unreachable(run.stderr) if run.returncode == 65 else None
    if said is not None:
        result.constructs["unreachable"] += 1
        # A decision can give what no rule reaches.
        result.differences = [] if evidence.decisions else reached(said, expected)
        if result.differences or said[1]:
            return result
        del document["bands"]
        again = Edition(document)
        return compared(result, source, document, again, evidence, program, folder)
    if run.returncode != 0:
        result.differences.append(f"the program refuses: {run.stderr.strip()[:2000]}")
        return result
    found = [as_compared(row) for row in csv.DictReader(io.StringIO(run.stdout))]
    result.rows = len(expected)
    result.differences = differences(expected, found, edition.is_double)
    return result


def rows(assessment):
    """What the CSV should hold, in its order: bodies, then nodes, then periods."""
    edition, evidence = assessment.edition, assessment.evidence
    periods = [period for period in evidence.periods() if edition.holds_for(period)]
    ranks = {period: standing.ranks(assessment, period) for period in periods}
    return [
        row(assessment, body, node, period, ranks[period].get((node.id, body.id)))
        for body in evidence.bodies
        for node in edition.nodes
        if not node.is_heading
        for period in periods
    ]


def row(assessment, body, node, period, rank):
    outcome = assessment.outcome(node, body, period)
    official = standing.is_official(assessment, node, body, period)

    def shown(score):
        """A score, or the word of a grade."""
        is_word = node.is_graded and score is not None
        return assessment.edition.grades[int(score)] if is_word else text(score)

    return {
        "body": body.id,
        "node": node.id,
        "period": str(period),
        "state": outcome.state,
        "value": "" if node.is_graded and "grade" not in node.rules else text(outcome.value),
        "score": "" if node.is_graded else text(outcome.score),
        "grade": shown(outcome.score) if node.is_graded else "",
        "mark": outcome.mark or "",
        "lower": shown(outcome.lower),
        "upper": shown(outcome.upper),
        "coverage": text(step(outcome.coverage)),
        "band": standing.band(node, outcome.score, assessment.edition) or "",
        "rank": str(rank or ""),
        "official": "true" if official else "false",
        "filled": "filled" if outcome.filled else "",
    }


def as_compared(row):
    """A row of the program's, with what its reason says of filling in a column of its own."""
    row = dict(row)
    row["filled"] = "filled" if row["reason"].startswith("filled") else ""
    return {column: row[column] for column in COLUMNS}


def differences(expected, found, is_double):
    """Each field that differs, in words; doubles may differ by a part of 10^12."""
    if len(expected) != len(found):
        return [f"{len(found)} rows, and {len(expected)} are expected"]
    return [
        f"{mine['body']} {mine['node']} {mine['period']}: {column} is {theirs[column]!r}, "
        f"and {mine[column]!r} is expected"
        for mine, theirs in zip(expected, found)
        for column in COLUMNS
        if mine[column] != theirs[column]
        if not (is_double and are_close(mine[column], theirs[column]))
    ]


def are_close(mine, theirs):
    """Whether both are numbers, and almost the same."""
    try:
        mine, theirs = Fraction(mine), Fraction(theirs)
    except ValueError:
        return False
    return abs(mine - theirs) <= max(1, abs(mine)) / 10**12
