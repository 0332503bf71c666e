"""Writes a made-up state: many records of some bodies, each with a key, a code and a number.

    python3 benchmarks/records_state.py FOLDER BODIES RECORDS

The folder gets two workspaces of the same records: `mixed`, as a register by date would hand
them out, the bodies mixed and the keys in no order, and `in-order`, sorted by body and key. The
bodies are drawn alike; every key is another number of eight digits; the code is one of four
words; the number has one digit after the point and is blank in two of a hundred. The same
counts always give the same bytes.
"""

import json
import random
import sys
from pathlib import Path

SEED = 20_261_126
BLANK = 0.02
STATES = ["closed", "open", "refused", "withdrawn"]
# Keys are multiples of a number modulo a prime, so that none comes twice.
STEP, PRIME = 48_271, 99_999_989

EDITION = """\
apparatus: 1
methodology: cases
edition: "1"
status: proposed
in-force: {from: 2025-01-01}
applies-to: [office]
period: {form: year, column: year}
arithmetic: decimal
scale: {min: 0, max: 100}
rounding: none
ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
tables:
  cases:
    key: [case_id]
    fields:
      state: {type: code, values: [closed, open, refused, withdrawn]}
      days: {type: days, min: 0, optional: true}
scorecard:
  id: total
  aggregate: {weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
  nodes:
    - id: closed
      weight: 50 %
      value: COUNT(cases WHERE state = "closed") / COUNT(cases) * 100
      empty: not-applicable
      score: as-is
    - id: in_time
      weight: 30 %
      value: >-
        COUNT(cases WHERE state = "closed" AND days <= 30) / COUNT(cases WHERE state = "closed")
        * 100
      empty: not-applicable
      score: as-is
    - id: duration
      weight: 20 %
      value: AVERAGE(cases.days WHERE state = "closed")
      score: {knots: [[400, 0], [0, 100]]}
"""


def records(bodies, count):
    """The lines of the table, mixed."""
    dice = random.Random(SEED)
    for number in range(1, count + 1):
        body = int(dice.random() * bodies)
        state = STATES[int(dice.random() * len(STATES))]
        days = "" if dice.random() < BLANK else f"{dice.random() * 400:.1f}"
        yield f"b{body:05d},2025,{number * STEP % PRIME:08d},{state},{days}\n"


def write_workspace(folder, bodies, lines):
    """A workspace of these records."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.yaml").write_text(EDITION)
    resources = [
        {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
        {"name": "cases", "path": "cases.csv", "apparatus": {"role": "records", "table": "cases"}}]
    package = {
        "name": "state", "apparatus": {"methodology": "./edition.yaml", "status": "verified"},
        "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package))
    with open(folder / "bodies.csv", "w") as file:
        file.write("id,kind\n")
        file.writelines(f"b{body:05d},office\n" for body in range(bodies))
    with open(folder / "cases.csv", "w") as file:
        file.write("body,year,case_id,state,days\n")
        file.writelines(lines)


def write(folder, bodies, count):
    """Both workspaces."""
    if count >= PRIME:
        sys.exit(f"there are keys for fewer than {PRIME:,} records")
    lines = list(records(bodies, count))
    write_workspace(folder / "mixed", bodies, lines)
    lines.sort()
    write_workspace(folder / "in-order", bodies, lines)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
