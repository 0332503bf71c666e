"""What HiGHS says of the first stage of the whole apparatus, over tables of its own.

    python benchmarks/improvement_highs.py FOLDER SECONDS

FOLDER is a workspace of `improvement_state.py`. The rules of its edition are written here a second time, with
doubles: criteria score between floor, pass and full; a cell is the mean of its criteria, held below
"established" where a decisive one fails; a body attains the stage by its mean, its established and its least
cell; three quarters of the staff work in such bodies; and the system's own criteria come to their mean. Each
cell is a table of what sets of measures make of it, and HiGHS chooses among them. Prints the least cost, the
bound, the measures and the seconds.
"""

import csv
import itertools
import json
import math
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

import diagnosis_state

STAGE = diagnosis_state.STAGES[0]
FLOOR, PASS, FULL = 20, 65, 95
ESTABLISHED, DECISIVE, CAPPED, MEAN, LEAST = 70, 40, 69.9, 70, 40
# Sums of doubles are a little off; no sum of the made-up figures comes so near an edge.
SLACK = 1e-9


def score(value):
    """0 at the floor, 70 at the pass mark, 100 in full."""
    if value < PASS:
        return max(0.0, ESTABLISHED * (value - FLOOR) / (PASS - FLOOR))
    return min(100.0, ESTABLISHED + (100 - ESTABLISHED) * (value - PASS) / (FULL - PASS))


class Measures:
    """The table of measures: costs, links, and what acts on a criterion of a body."""

    def __init__(self, folder):
        with open(folder / "measures.csv") as table:
            rows = list(csv.DictReader(table))
        self.ids = [row["measure"] for row in rows]
        self.costs = [float(row["cost"]) for row in rows]
        places = {one: place for place, one in enumerate(self.ids)}
        self.needs = [(places[row["measure"]], places[row["needs"]]) for row in rows if row["needs"]]
        self.excludes = [
            (places[row["measure"]], places[row["excludes"]]) for row in rows if row["excludes"]]
        self.acting = defaultdict(list)
        for place, row in enumerate(rows):
            self.acting[row["body"], row["on"]].append((place, row["effect"]))

    def on(self, body, criterion):
        """Those of all bodies act on the apparatus as well."""
        shared = self.acting["all", criterion]
        return shared if body == "all" else shared + self.acting[body, criterion]

    def value(self, known, acting, chosen):
        """After measures: additions add up, levels are guarantees."""
        effects = [effect for place, effect in acting if place in chosen]
        levels = [float(effect[3:]) for effect in effects if effect.startswith("to:")]
        return max([known + sum(float(one) for one in effects if not one.startswith("to:"))] + levels)


def cell(measures, body, criteria, known, is_system=False):
    """The measures that act on a cell, and by set of these its score; of the system also what fails."""
    names = [one for one in criteria if known.get(one) is not None]
    acting = {one: measures.on(body, one) for one in names}
    own = sorted({place for some in acting.values() for place, _ in some})
    states = []
    for size in range(len(own) + 1):
        for chosen in itertools.combinations(own, size):
            scores = {one: score(measures.value(known[one], acting[one], chosen)) for one in names}
            mean = math.fsum(scores.values()) / len(names)
            fails = any(scores[one] < DECISIVE for one in names if one.endswith("1"))
            states.append((chosen, mean, fails) if is_system else
                          (chosen, min(mean, CAPPED) if fails else mean, False))
    return own, states


class Program:
    """Columns and rows of a mixed-integer program."""

    def __init__(self):
        self.costs, self.whole, self.rows = [], [], []

    def column(self, cost=0.0, is_whole=False):
        self.costs.append(cost)
        self.whole.append(1 if is_whole else 0)
        return len(self.costs) - 1

    def add(self, terms, low=-numpy.inf, high=numpy.inf):
        self.rows.append((terms, low, high))

    def table(self, own, states, columns):
        """One state holds, the one of the measures that are taken."""
        holding = [self.column() for _ in states]
        self.add([(column, 1) for column in holding], 1, 1)
        for place in own:
            taken = [(holding[index], 1) for index, state in enumerate(states) if place in state[0]]
            self.add(taken + [(columns[place], -1)], 0, 0)
        return holding

    def solved(self, seconds):
        heads = [index for index, (terms, _, _) in enumerate(self.rows) for _ in terms]
        columns = [column for terms, _, _ in self.rows for column, _ in terms]
        factors = [factor for terms, _, _ in self.rows for _, factor in terms]
        matrix = csr_array((factors, (heads, columns)), (len(self.rows), len(self.costs)))
        return milp(
            numpy.array(self.costs), integrality=numpy.array(self.whole), bounds=Bounds(0, 1),
            constraints=LinearConstraint(
                matrix, [low for _, low, _ in self.rows], [high for _, _, high in self.rows]),
            options={"time_limit": seconds, "mip_rel_gap": 0})


def program(folder):
    """The whole apparatus as a program, with the columns of the measures."""
    measures = Measures(folder)
    made = Program()
    columns = [made.column(cost, True) for cost in measures.costs]
    for place, other in measures.needs:
        made.add([(columns[place], 1), (columns[other], -1)], high=0)
    for place, other in measures.excludes:
        made.add([(columns[place], 1), (columns[other], 1)], high=1)
    cells = [some for _, stage, some in diagnosis_state.criteria() if stage == STAGE]
    staff, attained = 0, []
    with open(folder / "inputs.csv") as table:
        for row in csv.DictReader(table):
            known = {one: float(row[diagnosis_state.name(one)]) for some in cells for one in some
                     if row[diagnosis_state.name(one)]}
            if row["body"] == "all":
                system(made, columns, measures, cells, known)
            elif row["staff"]:
                staff += int(row["staff"])
                holds = made.column(0, True)
                attained.append((holds, int(row["staff"])))
                body(made, columns, measures, row["body"], cells, known, holds)
    made.add(attained, low=staff * 3 / 4)
    return measures, made, columns


def body(made, columns, measures, name, cells, known, holds):
    """What a body has to come to, where it counts as one that attained the stage."""
    bodily = [[one for one in some if one not in diagnosis_state.SYSTEM] for some in cells]
    # A cell is assessed with two thirds of its criteria, a stage with two thirds of its cells.
    assessed = [some for some in bodily if 3 * sum(one in known for one in some) >= 2 * len(some)]
    applicable = [some for some in bodily if is_applicable(some, known)]
    if not assessed or 3 * len(assessed) < 2 * len(applicable):
        made.add([(holds, 1)], high=0)
        return
    sums, established = [], []
    for some in assessed:
        own, states = cell(measures, name, some, known)
        holding = made.table(own, states, columns)
        for column, (_, mean, _) in zip(holding, states):
            sums.append((column, mean))
            if mean >= ESTABLISHED - SLACK:
                established.append((column, 1))
            if mean < LEAST - SLACK:
                made.add([(column, 1), (holds, 1)], high=1)
    made.add(sums + [(holds, -MEAN * len(assessed))], low=-SLACK)
    made.add(established + [(holds, -math.ceil(len(assessed) * 3 / 4))], low=0)


def is_applicable(some, known):
    """A dimension of which nothing is handed in is none of the body's."""
    return any(one in known for one in some)


def system(made, columns, measures, cells, known):
    """The mean of the criteria of the apparatus, of which no decisive one fails."""
    own = [[one] for some in cells for one in some
           if one in diagnosis_state.SYSTEM + diagnosis_state.BOTH and one in known]
    sums = []
    for one in own:
        acting, states = cell(measures, "all", one, known, is_system=True)
        holding = made.table(acting, states, columns)
        for column, (_, mean, fails) in zip(holding, states):
            sums.append((column, mean))
            if fails:
                made.add([(column, 1)], high=0)
    made.add(sums, low=MEAN * len(own) - SLACK)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    start = time.perf_counter()
    measures, made, columns = program(Path(sys.argv[1]))
    laid = time.perf_counter()
    found = made.solved(float(sys.argv[2]))
    chosen = []
    if found.x is not None:
        chosen = [one for one, column in zip(measures.ids, columns) if found.x[column] > 0.5]
    print(json.dumps({
        "cost": found.fun, "bound": found.mip_dual_bound, "measures": chosen,
        # It is the best, or there is none.
        "is sure": found.status in (0, 2),
        "columns": len(made.costs), "laid out": round(laid - start, 1),
        "seconds": round(time.perf_counter() - laid, 1), "message": found.message}))


if __name__ == "__main__":
    main()
