"""The rule of the verdict, written down a second time and in another way than the program's.

It follows the description of the rule alone: cells, statistics of a stage, attainment, presence,
the apparatus. All figures are fractions, and nothing is rounded but the scores of cells, each once.
"""

from dataclasses import dataclass
from fractions import Fraction

from steppeland.figures import step

STAGES = ("professional", "strategic", "innovative")
ESTABLISHED, EMERGING, CAPPED = Fraction(70), Fraction(40), Fraction("69.9")
COVERAGE = Fraction(2, 3)
SHARE = Fraction(3, 4)


@dataclass(frozen=True)
class Outcome:
    """A score, or the state that stands in its place."""

    state: str
    score: Fraction | None = None
    value: Fraction | None = None


def scored(value, score):
    return Outcome("score", score, value)


def cell(outcomes):
    """The outcome of a cell from pairs of an outcome and whether its criterion is decisive."""
    applicable = [pair for pair in outcomes if pair[0].state != "not-applicable"]
    if not applicable:
        return Outcome("not-applicable")
    observed = [pair for pair in applicable if pair[0].score is not None]
    if not observed or Fraction(len(observed), len(applicable)) < COVERAGE:
        states = {outcome.state for outcome, _ in applicable if outcome.score is None}
        none = not observed and states == {"excluded"}
        return Outcome("excluded" if none else "missing")
    mean = step(sum(outcome.score for outcome, _ in observed) / len(observed))
    fails = any(decisive and outcome.score < EMERGING for outcome, decisive in observed)
    return scored(mean, min(mean, CAPPED) if fails else mean)


@dataclass(frozen=True)
class Statistics:
    """What the assessed cells of a stage come to; `None` for the mean where there are too few."""

    mean: Fraction | None
    established: Fraction
    emerging: Fraction
    least: Fraction

    @property
    def suffices(self):
        """Whether a body attains the stage, if it attained the one below."""
        return (
            self.mean is not None
            and self.mean >= ESTABLISHED
            and self.established >= SHARE
            and self.least >= EMERGING
        )

    @property
    def presence(self):
        """How much of the stage is there."""
        if self.mean is None:
            return "not-assessed"
        if self.mean >= 55 and self.established >= Fraction(1, 2):
            return "transition"
        half, quarter = Fraction(1, 2), Fraction(1, 4)
        if self.mean >= EMERGING and (self.established >= quarter or self.emerging >= half):
            return "elements"
        return "isolated" if self.established > 0 or self.emerging >= quarter else "none"


def statistics(cells):
    """Of the cells of one stage; a cell is a score, or `None`, or "not-applicable"."""
    applicable = [score for score in cells if score != "not-applicable"]
    known = [score for score in applicable if score is not None]
    if not known or Fraction(len(known), len(applicable)) < COVERAGE:
        return Statistics(None, Fraction(0), Fraction(0), Fraction(0))
    count = len(known)
    return Statistics(
        sum(known) / count,
        Fraction(sum(score >= ESTABLISHED for score in known), count),
        Fraction(sum(score >= EMERGING for score in known), count),
        min(known),
    )


def standings(conditions):
    """What is said of each stage, from whether its own conditions are met and its statistics.

    Conditions are true, false, or `None` where the stage is not assessed.
    """
    said, stands = [], True
    for met, found in conditions:
        if met is None or found.mean is None:
            said.append("not-assessed")
            stands = False
        elif met and stands:
            said.append("attained")
        else:
            said.append("transition" if met else found.presence)
            stands = False
    return said


def words(said, assessed, cells):
    """The verdict as it is printed in English."""
    if said[0] == "not-assessed":
        return f"not rated: {assessed} of {cells} cells assessed"
    attained = next((at for at, word in enumerate(said) if word != "attained"), len(said))
    if attained:
        head = STAGES[attained - 1]
    elif said[0] in ("elements", "transition"):
        head = "emerging professional"
    else:
        head = "pre-professional"
    tail = []
    for at in range(max(attained, 1), len(said)):
        name = STAGES[at]
        phrase = {
            "transition": f"in transition to {name}",
            "elements": f"with elements of {name}",
            "isolated": f"with isolated {name} practices",
            "not-assessed": f"({name}: not assessed)",
            "attained": f"with elements of {name}",
            "none": None,
        }[said[at]]
        if said[at] == "transition" and not (attained and at == attained):
            phrase = f"with elements of {name}"
        if phrase:
            tail.append(phrase)
    return " ".join([head, ", ".join(tail)]).strip()


def of_body(cells):
    """Standings and statistics of a body from its cells by stage."""
    found = [statistics(scores) for scores in cells]
    met = [None if one.mean is None else one.suffices for one in found]
    return standings(list(zip(met, found))), found


def of_apparatus(bodies, system):
    """Standings of the whole apparatus.

    `bodies` are triples of staff, standings and cells by stage; `system` holds for each stage the
    pairs of an outcome and whether its criterion is decisive.
    """
    staff = sum(weight for weight, _, _ in bodies)
    conditions, shares = [], []
    for at in range(len(STAGES)):
        columns = []
        for dimension in range(len(bodies[0][2][at])):
            known = [
                (weight, cells[at][dimension])
                for weight, _, cells in bodies
                if isinstance(cells[at][dimension], Fraction)
            ]
            total = sum(weight for weight, _ in known)
            columns.append(
                sum(weight * score for weight, score in known) / total if known else None)
        found = statistics(columns)
        share = Fraction(
            sum(weight for weight, said, _ in bodies if attained(said) > at), staff)
        observed = [pair for pair in system[at] if pair[0].score is not None]
        met = None
        if observed:
            mean = sum(outcome.score for outcome, _ in observed) / len(observed)
            fails = any(decisive and outcome.score < EMERGING for outcome, decisive in observed)
            met = share >= SHARE and mean >= ESTABLISHED and not fails
        conditions.append((met, found))
        shares.append((share, None if met is None else mean, columns))
    return standings(conditions), [found for _, found in conditions], shares


def attained(said):
    """How many stages are attained."""
    return next((at for at, word in enumerate(said) if word != "attained"), len(said))
