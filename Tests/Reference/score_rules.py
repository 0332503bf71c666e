"""What a value earns by itself: as it is, on lines, in points, against a target."""

import math
from fractions import Fraction

import conditions
from exact import STATES, Blank, gravest, number, step

MEASURING = ("fraction-of-max", "distance-to-reference", "distance-to-target")
"""Rules that go on beyond the value they measure by."""
AMONG = ("min-max", "rank", "borda", "percentile-rank", "z-score", *MEASURING)
"""Rules that look at the values of other bodies."""


def split(rule):
    """The word of a score rule and what stands beneath it."""
    if rule is None or isinstance(rule, str):
        return "as-is", {}
    return next(iter(rule.items()))


def formulas(rule):
    """The formulas of a score rule, which are looked at together with the value."""
    kind, keys = split(rule)
    names = {
        "goalposts": ["worst", "best"],
        "distance": ["to", "below", "above"],
        "target-achievement": ["target", "baseline", "credit"],
        "distance-to-target": ["target"],
    }.get(kind, [])
    if kind in ("ladder", "checklist"):
        return conditions.formulas(kind, keys)
    found = [keys[name] for name in names if name in keys]
    return keys["full"] + keys["zero"] if kind == "target-range" else found


def measured(rule):
    """Those of them that are always needed: credit is not where a trap decides."""
    kind, keys = split(rule)
    found = formulas(rule)
    return found[:-1] if kind == "target-achievement" and "credit" in keys else found


class ScoreRule:
    """A score rule at a body and period; `figure` yields what a formula of it comes to there.

    `others` yields the values of the bodies that a word means, `reference` that of the body with an
    id, a blank where it has none. `blank` is the gravest blank in
    what the rule measures against; None where there is none.
    """

    def __init__(self, rule, node, figure, others, reference):
        self.kind, self.keys = split(rule)
        self.node, self.number = node, node.edition.number
        self.others, self.reference = others, reference
        self.blank = gravest(figure(formula) for formula in measured(rule))
        self.figures = {formula: figure(formula) for formula in formulas(rule)}

    def figure(self, key):
        return self.figures[self.keys[key]]

    def blank_for(self, value):
        """Why a value has no score, as far as that shows without other bodies."""
        if self.blank is not None or self.kind != "target-achievement":
            return self.blank
        score = self.achievement(value)
        return score if isinstance(score, Blank) else None

    def score(self, value):
        """The score of a value, or the blank that stands in its place."""
        match self.kind:
            case "as-is":
                return limited(self.keys, value)
            case "knots":
                knots = sorted((number(x), number(y)) for x, y in self.keys)
                return self.on_lines(knots, value)
            case "points":
                return points(self.keys, value)
            case "bands":
                return Fraction(self.node.edition.grades.index(row_of(self.keys, value)["grade"]))
            case "goalposts" | "target-range" | "distance":
                return self.on_lines(sorted(self.knots()), value)
            case "target-achievement":
                return self.achievement(value)
        return self.among(value)

    def edges(self):
        """The values at which the score turns or jumps."""
        match self.kind:
            case "knots":
                return [number(x) for x, _ in self.keys]
            case "points" | "bands":
                return [number(row["from"]) for row in self.keys if "from" in row]
            case "goalposts" | "target-range" | "distance":
                return [x for x, _ in self.knots()]
        return []

    def ends(self):
        """The scores of the worst and the best value."""
        to = self.keys.get("to", "scale")
        if to == "scale":
            return self.node.least, self.node.most
        return number(to["min"]), number(to["max"])

    def knots(self):
        """The corners of goalposts, a target range and a distance."""
        least, most = self.node.least, self.node.most
        if self.kind == "goalposts":
            return list(zip((self.figure("worst"), self.figure("best")), self.ends()))
        if self.kind == "target-range":
            full = [(self.figures[each], most) for each in self.keys["full"]]
            return full + [(self.figures[each], least) for each in self.keys["zero"]]
        best, found = self.figure("to"), []
        if "below" in self.keys:
            found.append((best - self.figure("below"), least))
        if "above" in self.keys:
            found.append((best + self.figure("above"), least))
        return found + [(best, most)]

    def on_lines(self, knots, value):
        """On straight lines between the knots, level outside; values rise."""
        if value <= knots[0][0]:
            return knots[0][1]
        if value >= knots[-1][0]:
            return knots[-1][1]
        for (x, y), (next_x, next_y) in zip(knots, knots[1:]):
            if value == next_x:
                return next_y
            if value < next_x:
                return self.on_line(x, y, next_x, next_y, value)

    def on_line(self, *numbers):
        """The height at a value on the line from one point to another; a step."""
        x, y, next_x, next_y, value = map(self.number, numbers)
        return step(y + (next_y - y) * (value - x) / (next_x - x))

    # Among other bodies

    def among(self, value):
        """The score of a value by the values of other bodies."""
        values = self.others(self.keys["over"])
        if isinstance(values, Blank):
            return values
        if self.kind == "rank":
            return self.rank(value, values)
        if self.kind == "borda":
            return self.rank(value, values) - 1
        if self.kind in MEASURING:
            return self.measured_by_one(value, values)
        if min(values) == max(values):
            return self.constant()
        if self.kind == "z-score":
            return self.z_score(value, values)
        least, most = self.ends()
        if self.kind == "percentile-rank":
            knots = [(Fraction(1), least), (Fraction(len(values)), most)]
            return self.on_lines(knots, self.rank(value, values))
        if self.is_lower_better:
            least, most = most, least
        return self.on_lines([(min(values), least), (max(values), most)], value)

    def constant(self):
        """The score where all values are the same."""
        if self.keys["constant"] == "missing":
            return Blank.MISSING
        least, most = self.ends()
        middle = step((least + most) / 2)
        if self.kind == "z-score":
            least, middle = number(self.keys.get("floor", str(least))), number(self.keys["at-mean"])
            most = number(self.keys.get("cap", str(most)))
        return {"worst": least, "best": most, "middle": middle}[self.keys["constant"]]

    def z_score(self, value, values):
        """By how many standard deviations the value is better than the mean."""
        mean = sum(values) / len(values)
        squares = sum((each - mean) ** 2 for each in values)
        divisor = len(values) - (self.keys["deviation"] == "sample")
        away = float(value - mean) / math.sqrt(squares / divisor)
        away = -away if self.is_lower_better else away
        mean, one = number(self.keys["at-mean"]), number(self.keys["per-deviation"])
        return limited(self.keys, step(float(mean) + away * float(one)))

    def measured_by_one(self, value, values):
        """How far the value is on the way to the best one, a body's or a target, and beyond it."""
        worst, best = (max, min) if self.is_lower_better else (min, max)
        if self.kind == "fraction-of-max":
            begin, end = Fraction(0), best(values)
        else:
            begin = worst(values)
            is_target = self.kind == "distance-to-target"
            end = self.figure("target") if is_target else self.reference(self.keys["body"])
            if isinstance(end, Blank) or worst(begin, end) != begin:
                return Blank.MISSING
        if begin == end:
            return Blank.MISSING
        least, most = map(self.number, self.ends())
        value, begin, end = map(self.number, (value, begin, end))
        score = step(least + (most - least) * ((value - begin) / (end - begin)))
        return limited(self.keys, score)

    @property
    def is_lower_better(self):
        return self.keys.get("better") == "lower"

    def rank(self, value, values):
        """1 for the worst; those alike share one as the rule says."""
        if self.is_lower_better:
            value, values = -value, [-each for each in values]
        worse, alike = sum(each < value for each in values), values.count(value)
        share = {"lowest": 1, "highest": alike, "mean": Fraction(alike + 1, 2)}
        return worse + Fraction(share[self.keys["ties"]])

    # Target achievement

    @property
    def full(self):
        return number(self.keys["full"]) if "full" in self.keys else self.node.most

    def achievement(self, value):
        outcome = self.trap(value)
        if outcome is not None:
            return self.outcome(outcome, value)
        if "credit" in self.keys:
            credit = self.figure("credit")
            return credit if isinstance(credit, Blank) else step(limited(self.keys, credit))
        least, full, value = map(self.number, (self.node.least, self.full, value))
        part = self.part(value, self.number(self.figure("target")))
        return limited(self.keys, step(least + part * (full - least)))

    def part(self, value, target):
        if "baseline" in self.keys:
            baseline = self.number(self.figure("baseline"))
            return (value - baseline) / (target - baseline)
        return value / target if self.keys["better"] == "higher" else target / value

    def trap(self, value):
        """What is said to come out where the ratio would be none; None elsewhere."""
        keys, target = self.keys, self.figure("target")
        if "zero-target" in keys and target == 0:
            return keys["zero-target"]
        if "zero-actual" in keys and value == 0:
            return keys["zero-actual"]
        if "flat-target" in keys and not self.is_better(target, self.figure("baseline")):
            return keys["flat-target"]
        return None

    def is_better(self, one, other):
        return one > other if self.keys["better"] == "higher" else one < other

    def outcome(self, word, value):
        word = next(iter(word.items())) if isinstance(word, dict) else (word, None)
        match word:
            case ("full", _):
                return self.full
            case ("worst", _):
                return self.node.least
            case ("all-or-nothing", _):
                target = self.figure("target")
                is_reached = value == target or self.is_better(value, target)
                return self.full if is_reached else self.node.least
            case ("score", text):
                return number(text)
            case (state, _):
                return STATES[state]


def limited(keys, score):
    """A score held between floor and cap, where they are said."""
    if "floor" in keys:
        score = max(score, number(keys["floor"]))
    if "cap" in keys:
        score = min(score, number(keys["cap"]))
    return score


def points(rows, value):
    """The points of the range in which the value lies."""
    return number(row_of(rows, value)["points"])


def row_of(rows, value):
    """The range in which the value lies."""
    for row in rows:
        if "from" in row and value < number(row["from"]):
            continue
        if "below" in row and value >= number(row["below"]):
            continue
        if "to" in row and value > number(row["to"]):
            continue
        return row
    raise AssertionError(f"{value} lies in no range")
