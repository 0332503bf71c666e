"""What a value earns by itself: as it is, on knots, in points."""

from exact import number, step


def score_of(rule, value):
    """The score of a value under a rule as it stands in the document; the value without one."""
    if rule is None or rule == "as-is":
        return value
    kind, rule = next(iter(rule.items()))
    return RULES[kind](rule, value)


def as_is(rule, value):
    if "floor" in rule:
        value = max(value, number(rule["floor"]))
    if "cap" in rule:
        value = min(value, number(rule["cap"]))
    return value


def knots(rule, value):
    """On straight lines between the knots, level outside; values rise or fall."""
    points = sorted((number(x), number(y)) for x, y in rule)
    if value <= points[0][0]:
        return points[0][1]
    for (x, y), (next_x, next_y) in zip(points, points[1:]):
        if value <= next_x:
            return step(y + (next_y - y) * (value - x) / (next_x - x))
    return points[-1][1]


def points(rule, value):
    """The points of the range in which the value lies."""
    for row in rule:
        if "from" in row and value < number(row["from"]):
            continue
        if "below" in row and value >= number(row["below"]):
            continue
        if "to" in row and value > number(row["to"]):
            continue
        return number(row["points"])
    raise AssertionError(f"{value} lies in no range")


RULES = {"as-is": as_is, "knots": knots, "points": points}
