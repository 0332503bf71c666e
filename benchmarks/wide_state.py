"""Writes a made-up state: many bodies with 100 figures each in one wide table.

    python3 benchmarks/wide_state.py FOLDER BODIES

The folder becomes a workspace with its edition. Figures are decimals of 4 to 9 significant
digits between -5 and 105, of which the edition cuts off what lies outside 0 to 100; two in a
hundred are blank. Their relative weights are 1 to 100, and what is missing is redistributed.
The same number of bodies and years always gives the same bytes.
"""

import json
import random
import sys
from pathlib import Path

SEED = 20_261_126
INPUTS = 100
BLANK = 0.02


def edition(ranked="all"):
    """A weighted mean over all figures, every node in bands; all nodes are ranked, or the total."""
    ids = [f"n{i}" for i in range(1, INPUTS + 1)]
    ranks = ["total"] + (ids if ranked == "all" else [])
    lines = [
        "apparatus: 1", "methodology: wide", 'edition: "1"', "status: proposed",
        "in-force: {from: 2024-01-01}", "applies-to: [ministry]", "period: {form: year}",
        "arithmetic: decimal", "scale: {min: 0, max: 100}", "rounding: none",
        f"ranking: {{nodes: [{', '.join(ranks)}], best: highest, ties: lowest, "
        "figures: unrounded, within: all}",
        "bands:", f"  nodes: [total, {', '.join(ids)}]", "  figures: unrounded", "  list:",
        "    - {id: good, from: 70}", "    - {id: fair, from: 40, below: 70}",
        "    - {id: weak, below: 40}", "inputs:"]
    lines += [f"  x{i}: {{type: number, optional: true}}" for i in range(1, INPUTS + 1)]
    lines += [
        "scorecard:", "  id: total", "  aggregate:",
        "    weighted-mean: {not-applicable: redistribute, missing: redistribute, "
        "excluded: redistribute}", "  nodes:"]
    lines += [
        f"    - {{id: n{i}, weight: {i}, value: x{i}, score: {{as-is: {{floor: 0, cap: 100}}}}}}"
        for i in range(1, INPUTS + 1)]
    return "\n".join(lines) + "\n"


def figure(dice):
    """A decimal as a table has it; only `random()` is the same in every version of Python."""
    if dice.random() < BLANK:
        return ""
    digits = 4 + int(dice.random() * 6)
    size = dice.random() * 110 - 5
    whole = int(abs(size))
    return f"{size:.{digits - (len(str(whole)) if whole > 0 else 0)}f}"


def write(folder, bodies, years=(2024,), ranked="all"):
    """Writes the workspace of so many bodies, with the figures of each year.

    `ranked` is "all" nodes, or the "total" alone.
    """
    dice = random.Random(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.yaml").write_text(edition(ranked))
    resources = [
        {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
        {"name": "inputs", "path": "inputs.csv",
         "apparatus": {"role": "inputs", "shape": "wide"}}]
    package = {
        "name": "wide", "apparatus": {"methodology": "./edition.yaml", "status": "verified"},
        "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package, indent=2) + "\n")
    with open(folder / "bodies.csv", "w") as table:
        table.write("id,kind\n")
        table.writelines(f"b{body:06d},ministry\n" for body in range(bodies))
    with open(folder / "inputs.csv", "w") as table:
        table.write("body,period," + ",".join(f"x{i}" for i in range(1, INPUTS + 1)) + "\n")
        for year in years:
            for body in range(bodies):
                cells = ",".join(figure(dice) for _ in range(INPUTS))
                table.write(f"b{body:06d},{year},{cells}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(Path(sys.argv[1]), int(sys.argv[2]))
