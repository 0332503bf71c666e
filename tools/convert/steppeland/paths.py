"""The cheapest way of a body to its next stage, by looking at every set of measures.

Written apart from the program: effects are put into what a body handed in, and the diagnosis is
computed again from there.
"""

import copy
from fractions import Fraction

from steppeland import decided, scores
from steppeland.criteria import BY_ID, DIMENSIONS
from steppeland.handed import DIRECT
from steppeland.measures import measures
from steppeland.verdicts import attained, of_body, scored

# Bodies whose way is computed, with a cost that nothing dearer needs to be looked at for.
ASKED = {
    "economy": 400_000, "finance": 400_000, "justice": 500_000, "statistics": 250_000,
    "civil-service": 250_000, "transport": 250_000, "agriculture": 250_000, "hills": 1_000_000,
}
OF_INPUT = {name: criterion for criterion, name in DIRECT.items()}
HEADING = ["body", "stage", "cost", "measures"]


class Measure:
    """One measure, with those of its effects that the body has a value for."""

    def __init__(self, row):
        self.id, _, self.body, cost, self.finish, _, needs, excludes, effects = row
        self.cost, self.effects = int(cost), effects
        self.needs, self.excludes = set(needs.split(";")) - {""}, set(excludes.split(";")) - {""}


def on_offer(body, last_year):
    """The measures that can be taken after a year, for one body."""
    made = [Measure(row) for row in measures()]
    return [
        one for one in made if one.finish > f"{last_year}-12-31" and one.body in (body, "all")]


def fits(chosen):
    """Whether the measures have what they need and do not exclude one another."""
    ids = {one.id for one in chosen}
    return all(one.needs <= ids and not one.excludes & ids for one in chosen)


def sets(offered, most):
    """Every set of measures that costs at most so much."""
    if not offered:
        yield []
        return
    first, *rest = offered
    for chosen in sets(rest, most):
        yield chosen
    if first.cost <= most:
        for chosen in sets(rest, most - first.cost):
            yield [first, *chosen]


def cells(one, chosen):
    """The cells of a body after the measures, by stage, then by dimension."""
    handed = copy.copy(one)
    handed.inputs = dict(one.inputs)
    added, levels = {}, {}
    for on, effect in (effect for measure in chosen for effect in measure.effects):
        if effect.startswith("to: "):
            levels.setdefault(on, []).append(effect[4:])
        else:
            added[on] = added.get(on, 0) + Fraction(effect)
    for name in {*added, *levels} - {*BY_ID}:
        put(handed.inputs, name, added.get(name, 0), levels.get(name, []))
    fixed = decided.of_nodes(one)
    for name in ({*added, *levels} & {*BY_ID}) - {*fixed}:
        found = scores.outcome(BY_ID[name], handed)
        if found.score is not None:
            ways = [max(Fraction(0), found.value + added.get(name, 0))]
            ways += map(Fraction, levels.get(name, []))
            value = max(ways, key=BY_ID[name].score)
            fixed[name] = scored(value, BY_ID[name].score(value))
    found = scores.outcomes(handed, fixed)
    rows = [[found[f"{one}-{stage}"] for one in DIMENSIONS] for stage in "PSI"]
    return [
        ["not-applicable" if one.state == "not-applicable" else one.score for one in row]
        for row in rows
    ]


def put(inputs, name, more, levels):
    """An input with what is added, or the level whose criterion scores best."""
    value = inputs.get(name)
    if value is None or isinstance(value, str):
        return
    if isinstance(value, bool):
        inputs[name] = value or "true" in levels
        return
    ways = [max(Fraction(0), min(Fraction(100), value + more)), *map(Fraction, levels)]
    inputs[name] = max(ways, key=BY_ID[OF_INPUT[name]].score) if levels else ways[0]


def cheapest(one, most):
    """The cheapest set that takes a body one stage further; of equals the smallest, then by ids."""
    before = attained(of_body(cells(one, []))[0])
    found = sorted(
        (sum(measure.cost for measure in chosen), len(chosen),
         sorted(measure.id for measure in chosen), chosen)
        for chosen in map(tuple, sets(on_offer(one.body.id, one.year), most)) if fits(chosen)
    )
    for cost, _, ids, chosen in found:
        if attained(of_body(cells(one, chosen))[0]) > before:
            return before, cost, ids
    return before, None, []


def rows(handed, year):
    """The table of ways: body, stage, cost and measures; without a cost there is none so cheap."""
    for body, most in sorted(ASKED.items()):
        one = copy.copy(handed[body, year])
        one.inputs = dict(one.inputs)
        one.inputs |= decided.overwrite(one, one.inputs)
        before, cost, ids = cheapest(one, most)
        stage = ("professional", "strategic", "innovative")[before]
        yield [body, stage, "" if cost is None else cost, "; ".join(ids)]
