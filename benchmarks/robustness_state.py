"""Writes a made-up index: many bodies, pillars of ten figures each, and four choices of its own.

    python3 benchmarks/robustness_state.py FOLDER BODIES FIGURES

The folder becomes a workspace with its edition. Figures are those of `wide_state.py`, held between
1 and 100 so that a geometric mean has no zeros. Ranks go by scores of six digits: of 10,000 bodies
some lie closer to each other than doubles tell apart. The same numbers always give the same bytes.
"""

import json
import random
import sys
from pathlib import Path

from wide_state import SEED, figure

PILLAR = 10
MEAN = ("aggregate: {weighted-mean: {not-applicable: redistribute, missing: redistribute, "
        "excluded: redistribute}}")


def edition(figures):
    """An index of pillars of ten figures."""
    lines = [
        "apparatus: 1", "methodology: made", 'edition: "1"', "status: proposed",
        "in-force: {from: 2024-01-01}", "applies-to: [ministry]", "period: {form: year}",
        "arithmetic: double", "scale: {min: 0, max: 100}", "rounding: none",
        "ranking: {nodes: [total], best: highest, ties: lowest, "
        "figures: {mode: half-up, digits: 6}, within: all}",
        "alternatives:", "  nodes: [total]", "  weights: {each: ±25 %}",
        "  aggregate: [arithmetic, geometric]", "  missing: [redistribute, worst]",
        "  leave-one-out: yes", "inputs:"]
    lines += [f"  x{i}: {{type: number, optional: true}}" for i in range(1, figures + 1)]
    lines += ["scorecard:", "  id: total", f"  {MEAN}", "  nodes:"]
    for i in range(1, figures + 1):
        if i % PILLAR == 1:
            lines += [f"    - id: p{i // PILLAR + 1}", f"      weight: {i // PILLAR % 7 + 1}",
                      f"      {MEAN}", "      nodes:"]
        lines.append(f"        - {{id: n{i}, weight: {i % 9 + 1}, value: x{i}, "
                     "score: {as-is: {floor: 1, cap: 100}}}")
    return "\n".join(lines) + "\n"


def write(folder, bodies, figures):
    """Writes the workspace of so many bodies and figures."""
    dice = random.Random(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.yaml").write_text(edition(figures))
    package = {
        "name": "made", "apparatus": {"methodology": "./edition.yaml", "status": "verified"},
        "resources": [
            {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
            {"name": "inputs", "path": "inputs.csv",
             "apparatus": {"role": "inputs", "shape": "wide"}}]}
    (folder / "datapackage.json").write_text(json.dumps(package, indent=2) + "\n")
    with open(folder / "bodies.csv", "w") as table:
        table.write("id,kind\n")
        table.writelines(f"b{body:06d},ministry\n" for body in range(bodies))
    with open(folder / "inputs.csv", "w") as table:
        table.write("body,period," + ",".join(f"x{i}" for i in range(1, figures + 1)) + "\n")
        for body in range(bodies):
            cells = ",".join(figure(dice) for _ in range(figures))
            table.write(f"b{body:06d},2024,{cells}\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
