"""Writes a made-up state with measures by which its bodies could improve.

    python3 benchmarks/improvement_state.py FOLDER BODIES MEASURES SHARED [SEED]

The bodies and their 69 criteria are those of `diagnosis_state.py`, nearer to the first stage; a second
edition, `score.yaml`, makes one total with bands of the same figures. Of the measures SHARED act on all
bodies, with costs of up to sixty times those of others. A tenth needs another of its own body or of all, a
twentieth excludes one, a fifth guarantees a level, and a few do harm. The same numbers always give the same
bytes.
"""

import json
import random
import sys
from pathlib import Path

import diagnosis_state

SEED = 20_261_127
# Mean and standard deviation of the bodies: most lack a little of the first stage.
LEVELS = (54, 4)


def bands():
    """So narrow that measures lead to the next one: half a point each."""
    edges = [number / 2 for number in range(60, 160)]
    yield f"    - {{id: above, title: {{en: above}}, from: {edges[-1]}}}"
    for low, high in zip(edges[-2::-1], edges[:0:-1]):
        name = f"from-{low}".replace(".", "-")
        yield f"    - {{id: {name}, title: {{en: from {low}}}, from: {low}, below: {high}}}"
    yield f"    - {{id: below, title: {{en: below}}, below: {edges[0]}}}"


def score_edition():
    """One total of all criteria that bodies hand in, with bands."""
    criteria = [one for _, _, some in diagnosis_state.criteria() for one in some]
    names = [diagnosis_state.name(one) for one in criteria]
    lines = [
        "apparatus: 1", "methodology: score", 'edition: "1"', "status: proposed",
        "in-force: {from: 2024-01-01}", "applies-to: [ministry]", "period: {form: year}",
        "arithmetic: decimal", "scale: {min: 0, max: 100}", "rounding: none",
        "bands:", "  nodes: [total]", "  figures: unrounded", "  list:", *bands(),
        "inputs:", *(f"  {name}: {{type: number, optional: true}}" for name in names),
        "scorecard:", "  id: total", "  aggregate:",
        "    weighted-mean: {not-applicable: redistribute, excluded: redistribute, "
        "missing: redistribute}",
        "  nodes:"]
    lines += [
        f"    - {{id: {one}, weight: 1, value: {name}, "
        "score: {knots: [[20, 0], [65, 70], [95, 100]]}}" for one, name in zip(criteria, names)]
    return "\n".join(lines) + "\n"


def measures(dice, bodies, count, shared):
    """Rows of measures: those of all bodies first, then one body each."""
    criteria = [(stage, one) for _, stage, some in diagnosis_state.criteria() for one in some]
    own = [one for _, one in criteria if one not in diagnosis_state.SYSTEM]
    first = [one for stage, one in criteria if stage == diagnosis_state.STAGES[0] and one in own]
    ids = [f"m{number:05d}" for number in range(count)]
    earlier = {}
    for number, measure in enumerate(ids):
        is_shared = number < shared
        body = "all" if is_shared else f"b{dice.randrange(bodies):06d}"
        target = dice.choice(first if dice.random() < 0.7 else own)
        if dice.random() < 0.2:
            effect = f"to: {dice.randrange(60, 96)}"
        else:
            effect = f"{dice.choice([-1] + [1] * 24) * dice.randrange(4, 36):+d}"
        cost = dice.randrange(1, 1_001) * (dice.randrange(10, 61) if is_shared else 1)
        day = f"{dice.randrange(2025, 2029)}-{dice.randrange(1, 13):02d}-01"
        before = earlier.get("all", []) + (earlier.get(body, []) if not is_shared else [])
        needs = dice.choice(before) if before and dice.random() < 0.1 else ""
        excludes = dice.choice(before) if before and dice.random() < 0.05 else ""
        earlier.setdefault(body, []).append(measure)
        if needs == excludes:
            excludes = ""
        yield [measure, body, target, effect, str(cost), "XTS", day, needs, excludes]


def write(folder, bodies, count, shared, seed=SEED):
    """Writes the workspace."""
    diagnosis_state.write(folder, bodies, LEVELS)
    dice = random.Random(seed)
    (folder / "score.yaml").write_text(score_edition())
    with open(folder / "measures.csv", "w") as table:
        table.write("measure,body,on,effect,cost,currency,finish,needs,excludes\n")
        table.writelines(",".join(row) + "\n" for row in measures(dice, bodies, count, shared))
    descriptor = folder / "datapackage.json"
    package = json.loads(descriptor.read_text())
    package["apparatus"]["methodology"] = ["./edition.yaml", "./score.yaml"]
    package["resources"].append(
        {"name": "measures", "path": "measures.csv", "apparatus": {"role": "measures"}})
    descriptor.write_text(json.dumps(package, indent=2) + "\n")


if __name__ == "__main__":
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
