"""Random decisions about inputs and nodes, by docs/evidence.md, and what they do to evidence."""

import random
from dataclasses import dataclass
from fractions import Fraction

from exact import Blank
from random_evidence import EvidenceWriter

KINDS = ["set", "set", "exclude", "not-applicable", "accept"]
BLANKS = {"exclude": Blank.EXCLUDED, "not-applicable": Blank.NOT_APPLICABLE}


@dataclass
class Decision:
    """A row of the table of decisions; `value` is what is set, a grade as its position."""

    body: str
    period: object
    node: str
    input: str
    kind: str
    value: object = None


def decide(seed, edition, evidence):
    """Adds some decisions to four in ten evidences, and applies those about inputs."""
    source = random.Random(f"{seed}/decisions")
    if source.random() < 0.6:
        return
    writer = EvidenceWriter(source, edition, evidence.periods())
    nodes = [node for node in edition.nodes if not node.is_heading]
    subjects = {}
    for _ in range(source.randint(1, 8)):
        body, period = source.choice(evidence.bodies), source.choice(evidence.periods())
        about_input = edition.inputs and source.random() < 0.5
        name = source.choice(list(edition.inputs)) if about_input else source.choice(nodes).id
        subjects[body.id, period, bool(about_input), name] = source.choice(KINDS)
    for (body, period, about_input, name), kind in subjects.items():
        node, input = ("", name) if about_input else (name, "")
        decision = Decision(body, period, node, input, kind)
        if kind == "set":
            decision.value = (
                known(writer, edition.inputs[name])
                if about_input
                else score(source, edition.node[name])
            )
        evidence.decisions.append(decision)
    for decision in evidence.decisions:
        apply(decision, edition, evidence)


def known(writer, rule):
    """A value of an input, and no blank."""
    while isinstance(value := writer.value(rule), Blank):
        pass
    return value


def score(source, node):
    """A score on the scale of a node, or the position of a grade."""
    if node.is_graded:
        return Fraction(source.randint(int(node.least), int(node.most)))
    part = Fraction(source.randint(0, 1000), 1000)
    return source.choice([node.least, node.most, node.least + part * (node.most - node.least)])


def apply(decision, edition, evidence):
    """Puts what is decided in the place of what was handed in."""
    unit = decision.body, decision.period
    if decision.node:
        evidence.decided[(decision.node, *unit)] = decision
        return
    if decision.kind == "accept":
        evidence.statuses[(*unit, decision.input)] = "verified"
        return
    row = evidence.rows.get(unit) or {id: Blank.MISSING for id in edition.inputs}
    value = decision.value if decision.kind == "set" else BLANKS[decision.kind]
    # The row that was handed in stays as it was.
    evidence.rows[unit] = {**row, decision.input: value}
    evidence.statuses[(*unit, decision.input)] = "verified"
