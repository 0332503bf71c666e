"""Scores and grades that conditions earn: requirements, ladders and checklists.

Each yields the score or the blank in its place, and the bounds. A condition that uses a score
which can still change may hold or not, whatever it does now.
"""

from fractions import Fraction

from exact import Blank, number


class Conditions:
    """Looks at conditions in a scope; `is_open` says whether a formula uses an open score."""

    def __init__(self, scope, is_open, evaluate):
        self.scope, self.is_open, self.evaluate = scope, is_open, evaluate

    def holds(self, condition):
        """Whether a condition holds, and whether that may still turn out otherwise."""
        found = self.evaluate(condition, self.scope)
        return found, isinstance(found, Blank) or self.is_open(condition)

    def first(self, rows, otherwise):
        """What the first row earns whose condition holds; rows stand from the best down."""
        earned, ends = None, []
        for condition, score in rows:
            found, may_change = self.holds(condition)
            if earned is None and found is not False:
                earned = Blank.MISSING if isinstance(found, Blank) else score
            if may_change or found:
                ends.append(score)
            if found is True and not may_change:
                return earned, (min(ends), max(ends))
        ends.append(otherwise)
        return otherwise if earned is None else earned, (min(ends), max(ends))

    def checklist(self, rule):
        if isinstance(rule, list):
            return self.points(rule)
        words = ("all-of", "any-of", "of")
        conditions = next(rule[word] for word in words if word in rule)
        needed = {"all-of": len(conditions), "any-of": 1}
        needed = next((needed[word] for word in needed if word in rule), None)
        return self.enough(conditions, needed or int(rule["at-least"]), rule)

    def enough(self, conditions, needed, rule):
        """One score when so many hold, another when fewer do."""
        enough, fewer = number(rule["score"]), number(rule["otherwise"])
        found = [self.holds(condition) for condition in conditions]
        holding = sum(value is True for value, _ in found)
        unknown = sum(isinstance(value, Blank) for value, _ in found)
        certain = sum(value is True and not may_change for value, may_change in found)
        possible = certain + sum(may_change for _, may_change in found)
        ends = ([enough] if possible >= needed else []) + ([fewer] if certain < needed else [])
        if holding >= needed:
            earned = enough
        else:
            earned = Blank.MISSING if holding + unknown >= needed else fewer
        return earned, (min(ends), max(ends))

    def points(self, items):
        """The points of all conditions that hold."""
        low = high = earned = Fraction(0)
        for item in items:
            (found, may_change), points = self.holds(item["when"]), number(item["points"])
            if isinstance(found, Blank) or isinstance(earned, Blank):
                earned = Blank.MISSING
            elif found:
                earned += points
            if may_change:
                low, high = low + min(points, 0), high + max(points, 0)
            elif found:
                low, high = low + points, high + points
        return earned, (low, high)


def formulas(kind, rule):
    """The conditions of a ladder or a checklist."""
    if isinstance(rule, list):
        return [row["when"] for row in rule if "when" in row]
    return next(rule[word] for word in ("all-of", "any-of", "of") if word in rule)
