"""Writes a made-up state whose bodies are placed on three stages by 69 criteria.

    python3 benchmarks/diagnosis_state.py FOLDER BODIES

The folder becomes a workspace with its edition: eight dimensions with as many criteria as the
instrument `oecd-stages` has, and alternatives for weights, means, pass marks, what is missing, and
the sampling errors of a survey. Three figures in a hundred are blank, and every eighth
body has no services and so none of a dimension. The same numbers always give the same bytes.
"""

import json
import random
import sys
from pathlib import Path

SEED = 20_261_126
STAGES = ["professional", "strategic", "innovative"]
# How many criteria each dimension has at each stage.
DIMENSIONS = {"A1": (2, 3, 2), "A2": (2, 2, 2), "A3": (2, 3, 2), "A4": (2, 3, 2),
              "B1": (4, 6, 2), "B2": (2, 4, 2), "B3": (3, 5, 2), "B4": (3, 6, 3)}
SURVEYED = ["B1-P4", "B1-S4", "B2-S2", "B3-S2", "B3-S5", "B4-S1", "B4-S2", "B4-S4", "B4-I1"]
# Criteria of the whole apparatus, and of bodies and the apparatus.
SYSTEM, BOTH = ["B1-S5", "B1-S6", "B4-S5", "B4-S6"], ["B1-P1", "B4-P1", "A1-I2", "A4-S1"]
BLANK = 0.03

RULE = """stages:
  list:
    - id: professional
      title: {en: professional}
      phrases: {emerging: {en: emerging professional}, before: {en: pre-professional}}
    - id: strategic
      title: {en: strategic}
      phrases: {transition: {en: in transition to strategic}, elements: {en: with elements of
          strategic}, isolated: {en: with isolated strategic practices}, not-assessed: {en:
          "(strategic: not assessed)"}}
    - id: innovative
      title: {en: innovative}
      phrases: {transition: {en: in transition to innovative}, elements: {en: with elements of
          innovative}, isolated: {en: with isolated innovative practices}, not-assessed: {en:
          "(innovative: not assessed)"}}
  established: 70
  emerging: 40
  coverage: 2/3
  decisive: {below: 40, caps-at: 69.9}
  proof: {kinds: [practice, result], of: [strategic, innovative], at-least: 1/2, caps-at: 69.9}
  attained: {mean: 70, established: 3/4, least: 40}
  presence:
    transition: {mean: 55, established: 1/2}
    elements: {mean: 40, one-of: {established: 1/4, emerging: 1/2}}
    isolated: {one-of: {established: any, emerging: 1/4}}
  apparatus: {kind: apparatus, weight: staff, attained: 3/4, mean: 70}"""


def criteria():
    """Ids by dimension and stage."""
    for dimension, counts in DIMENSIONS.items():
        for stage, count in zip(STAGES, counts):
            yield dimension, stage, [f"{dimension}-{stage[0].upper()}{i + 1}" for i in range(count)]


def name(criterion):
    """The input of a criterion."""
    return criterion.lower().replace("-", "_")


def edition():
    """Eight dimensions, three stages, 69 criteria."""
    ids = [one for _, _, some in criteria() for one in some]
    lines = [
        "apparatus: 1", "methodology: made", 'edition: "1"', "status: proposed",
        "in-force: {from: 2024-01-01}", "applies-to: [ministry, apparatus]", "period: {form: year}",
        "arithmetic: decimal", "scale: {min: 0, max: 100}", "rounding: none", RULE,
        "alternatives:", "  weights: {each: ±25 %}", "  pass-marks: ±10 %",
        "  aggregate: [arithmetic, geometric]", "  missing: [redistribute, worst]",
        "  sampling:"]
    lines += [f"    - {{node: {one}, standard-error: 2}}" for one in SURVEYED]
    lines += ["inputs:", "  staff: {type: count, min: 0, optional: true}"]
    lines += [f"  {name(one)}: {{type: number, optional: true}}" for one in ids]
    lines += ["scorecard:", "  id: diagnosis", "  aggregate: none", "  nodes:"]
    for dimension, stage, some in criteria():
        if stage == STAGES[0]:
            lines += [f"    - id: {dimension}", "      aggregate: none", "      nodes:"]
        lines += [f"        - id: {dimension}-{stage[0].upper()}", f"          stage: {stage}",
                  "          nodes:"]
        for place, one in enumerate(some):
            level = "system" if one in SYSTEM else "both" if one in BOTH else "body"
            lines.append(
                f"            - {{id: {one}, value: {name(one)}, level: {level}, proof: result, "
                f"origin: proposed, decisive: {'yes' if place == 0 else 'no'}, "
                "score: {thresholds: {floor: 20, pass: 65, full: 95}}}")
    return "\n".join(lines) + "\n"


def row(dice, number, levels):
    """The staff and the figures of a body: some are good at little, some at much."""
    level = dice.gauss(*levels)
    cells = [str(dice.randrange(20, 5_000))]
    for dimension, stage, some in criteria():
        middle = level + (12, -4, -22)[STAGES.index(stage)]
        for _ in some:
            has = dice.random() >= BLANK and (dimension != "A3" or number % 8 != 0)
            value = min(max(dice.gauss(middle, 12), 0), 100)
            cells.append(f"{value:.2f}" if has else "")
    return ",".join(cells)


def write(folder, bodies, levels=(62, 12)):
    """Writes the workspace of so many bodies, and the apparatus besides.

    Bodies are spread about a mean by a standard deviation.
    """
    dice = random.Random(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.yaml").write_text(edition())
    package = {
        "name": "made", "apparatus": {"methodology": "./edition.yaml", "status": "verified"},
        "resources": [
            {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
            {"name": "inputs", "path": "inputs.csv",
             "apparatus": {"role": "inputs", "shape": "wide"}}]}
    (folder / "datapackage.json").write_text(json.dumps(package, indent=2) + "\n")
    ids = [f"b{number:06d}" for number in range(bodies)]
    with open(folder / "bodies.csv", "w") as table:
        table.write("id,kind\nall,apparatus\n")
        table.writelines(f"{one},ministry\n" for one in ids)
    names = [name(one) for _, _, some in criteria() for one in some]
    with open(folder / "inputs.csv", "w") as table:
        table.write("body,period,staff," + ",".join(names) + "\n")
        table.write(f"all,2024,{row(dice, 1, levels)}\n")
        table.writelines(
            f"{one},2024,{row(dice, number, levels)}\n" for number, one in enumerate(ids))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(Path(sys.argv[1]), int(sys.argv[2]))
