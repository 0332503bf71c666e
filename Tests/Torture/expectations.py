"""What has to come of a mutation, each compared with what the program said."""

import csv
import io
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Anything:
    """It is read or refused: nobody can know which."""

    kind = "read or refused"

    def problems(self, run):
        return ()


@dataclass(frozen=True)
class Refused:
    """An error names these, all in one line; with `--lenient` the row is left out and named."""

    parts: tuple
    row: tuple | None = None
    """The file and the row where one row is at fault."""
    kind: str = field(default="refused, with the place named", init=False)

    def problems(self, run):
        if run.status == 0:
            yield "it is taken in silence"
        elif not any("error:" in line and all(part in line for part in self.parts)
                     for line in run.told.splitlines()):
            yield f"no error names {', '.join(self.parts)}"
        elif self.row and run.is_lenient:
            yield from (f"--lenient: {each}" for each in self.left_out(*run.leniently()))

    def left_out(self, status, output, rejects):
        """The row is among those that are left out, and nothing that comes out is official."""
        if status != 0:
            yield f"it ends with {status}"
            return
        named = [(row["file"], row["row"]) for row in csv.DictReader(io.StringIO(rejects))]
        if (self.row[0], str(self.row[1])) not in named:
            yield f"the row is not among those that are left out: {named[:5]}"
        if any(row["official"] != "false" for row in rows(output).values()):
            yield "something is official"


@dataclass(frozen=True)
class Same:
    """The meaning is kept: the results are the same bytes, but for their order where rows moved."""

    before: str
    is_ordered: bool = True
    kind = "the same results"

    def problems(self, run):
        if run.status != 0:
            yield "it is refused"
            return
        before, after = self.before.split("\n"), run.output.split("\n")
        if not self.is_ordered:
            before, after = sorted(before), sorted(after)
        if before != after:
            changed = next((pair for pair in zip(before, after) if pair[0] != pair[1]), None)
            yield f"the results differ: {changed}"


@dataclass(frozen=True)
class Missed:
    """Figures of a body and period are gone: what no longer comes out says for want of which.

    Where a rule fills the gap, the node's explanation has to name the figure and its row.
    """

    before: str
    body: str
    period: str
    inputs: tuple
    place: str | None = None
    """As in `inputs.csv row 3`, where the row is still there."""
    kind: str = field(default="missed by name", init=False)

    def problems(self, run):
        if run.status != 0:
            if not any(name in run.told for name in self.inputs):
                yield f"it is refused without a word of {', '.join(self.inputs)}"
            return
        before, after = rows(self.before), rows(run.output)
        changed = [key for key in before if before[key] != after.get(key) and self.is_about(key)]
        if not changed:
            # A node that does not apply needs no figures, and what is missing may miss another one.
            without = [key for key in before if self.is_about(key) and before[key]["state"] != "score"]
            if not any(before[key]["state"] == "not-applicable" or self.explains(run, key[1])
                       for key in without):
                yield "nothing changed, and nothing is said"
            return
        named = [key for key in changed if key not in after
                 or any(name in after[key]["reason"] for name in self.inputs)]
        if named or any(self.explains(run, key[1]) for key in reversed(changed)):
            return
        yield f"{', '.join(key[1] for key in changed)} changed without a word of the reason"

    def is_about(self, key):
        return (key[0], key[2]) == (self.body, self.period)

    def explains(self, run, node):
        told = run.explain(self.body, node, self.period)
        return any(f"{name} = [not known]" in line and (self.place or "") in line
                   for name in self.inputs for line in told.splitlines())


def rows(text):
    """The rows of results by body, node and period."""
    return {(row["body"], row["node"], row["period"]): row for row in csv.DictReader(io.StringIO(text))}
