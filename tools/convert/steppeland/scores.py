"""What each criterion comes to, from what was handed in and decided: the formulas once more."""

from fractions import Fraction

from steppeland.criteria import CRITERIA, DIMENSIONS, of_cell
from steppeland.figures import step
from steppeland.handed import CHECKLIST, DIRECT, PAIRS, SUPPRESSED
from steppeland.verdicts import Outcome, cell, scored

FLAG = {
    "A1-P1": "has_acts", "A4-P2": "has_services", "B1-P2": "has_recruitments",
    "B1-S1": "has_competitions", "B4-S3": "has_change_projects",
}


class Blank(Exception):
    """A value that is not there; its text is the state of what needs it."""


def number(handed, *names):
    """The inputs of these ids; of several blanks missing counts first, then excluded."""
    states = set()
    for name in names:
        value = handed.inputs.get(name)
        if value is None:
            states.add("missing")
        elif value == SUPPRESSED:
            states.add("excluded")
        elif value == "NA":
            states.add("not-applicable")
    for state in ("missing", "excluded", "not-applicable"):
        if state in states:
            raise Blank(state)
    return [Fraction(handed.inputs[name]) for name in names]


def rate(rows, holds):
    """How many of the records in percent."""
    return Fraction(sum(bool(holds(row)) for row in rows), len(rows)) * 100


def special(criterion, handed):
    """The value of a criterion that is no single input."""
    tables = handed.tables
    match criterion.id:
        case "A1-P1":
            return rate(tables["acts"], lambda row: all(row[1:5]))
        case "A1-S1":
            return rate(tables["goals"], lambda row: all(row[1:6]))
        case "A4-S1":
            return rate(tables["goals"], lambda row: row[6] >= 2 and row[7])
        case "A3-P1":
            rows = tables["services"]
            return Fraction(sum(row[2] for row in rows), sum(row[1] for row in rows)) * 100
        case "A3-S2":
            rows = tables["services"]
            return Fraction(sum(row[3] for row in rows), sum(row[1] for row in rows)) * 100
        case "A3-P2":
            (complaints,) = number(handed, "justified_complaints")
            return complaints / sum(row[1] for row in tables["services"]) * 1000
        case "A4-P2":
            return rate(tables["services"], lambda row: row[4])
        case "A4-S2":
            joint, own = number(handed, "joint_tasks_on_time", "own_tasks_on_time")
            return joint / own
        case "A4-I2":
            deployed, staff = number(handed, "partnerships_deployed", "staff")
            return deployed / staff * 1000
        case "B1-P2":
            return rate(tables["recruitments"], lambda row: all(row[1:4])) / 100 * 15
        case "B1-S1":
            return rate(tables["competitions"], lambda row: row[1] >= 5)
        case "B1-S5":
            pay, product = number(handed, "top_manager_pay", "gdp_per_capita")
            return pay / product
        case "B2-P2":
            updated, done = number(handed, "training_needs_updated", "training_plan_done")
            return done if updated else Fraction(0)
        case "B2-S3":
            return sum(number(handed, *CHECKLIST))
        case "B3-S4":
            proposals, staff = number(handed, "proposals_implemented", "staff")
            return proposals / staff * 100
        case "B4-S3":
            return rate(tables["change_projects"], lambda row: row[1] >= 80 and row[2])
    return sum(number(handed, *PAIRS[criterion.id])) / 2


def applies(criterion, handed):
    """Whether the criterion concerns the body at all."""
    if not criterion.concerns(handed.is_system):
        return False
    if handed.is_system:
        return True
    dimension = {"A2": "has_procurement", "A3": "has_services"}.get(criterion.dimension)
    flag = FLAG.get(criterion.id, dimension)
    return flag is None or handed.inputs[flag]


def outcome(criterion, handed):
    """What a criterion comes to."""
    if not applies(criterion, handed):
        return Outcome("not-applicable")
    try:
        if criterion.id in DIRECT:
            (value,) = number(handed, DIRECT[criterion.id])
        else:
            value = step(special(criterion, handed))
    except Blank as blank:
        return Outcome(str(blank))
    return scored(value, criterion.score(value))


def outcomes(handed, decided):
    """The outcome of every criterion and cell by its id.

    `decided` holds scores and states that were decided for nodes, by id.
    """
    found = {}
    for criterion in CRITERIA:
        found[criterion.id] = decided.get(criterion.id) or outcome(criterion, handed)
    for dimension in DIMENSIONS:
        for stage in "PSI":
            parts = [(found[one.id], one.is_decisive) for one in of_cell(dimension, stage)]
            found[f"{dimension}-{stage}"] = cell(parts)
    return found
