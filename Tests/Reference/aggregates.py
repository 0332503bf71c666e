"""What the children of an inner node come to."""

from fractions import Fraction

from bounds import WHOLE
from exact import Blank, Refused, gravest, number, step
from formulas import evaluate, result


def weights(node, scope):
    """The nominal weight of each child for a body, or the blank that one of them needs."""
    rules = [child.rules["weight"] for child in node.children]
    first = rules[0]
    if isinstance(first, dict) and "by" in first:
        return computed([[{"part": "1", "by": rule["by"]}] for rule in rules], scope)
    if isinstance(first, dict) and "blend" in first:
        return computed([rule["blend"] for rule in rules], scope)
    if first == "equal":
        return [Fraction(1)] * len(rules)
    return [number(rule if isinstance(rule, str) else rule[scope.body.kind]) for rule in rules]


def computed(blends, scope):
    """Each child's share among its siblings, part by part; a step of its own."""
    found = [scope.edition.number(Fraction(0))] * len(blends)
    for place, part in enumerate(blends[0]):
        size = evaluate(part["part"], scope)
        shares = [share(blend[place]["by"], scope) for blend in blends]
        blank = gravest([size, *shares])
        if blank is not None:
            return blank
        if any(each < 0 for each in shares):
            raise Refused("a weight below 0")
        if sum(shares) == 0:
            return [Fraction(0)] * len(blends)
        whole = scope.edition.number(sum(shares))
        shares = [size * (scope.edition.number(each) / whole) for each in shares]
        found = [one + each for one, each in zip(found, shares)]
    return [step(each) for each in found]


def share(by, scope):
    return Fraction(1) if by == "equal" else result(by, scope)


def coverage(weights, children):
    """The nominal weight of children with a score of their own over that of all that apply."""
    if isinstance(weights, Blank):
        return None
    above = sum(w for w, c in zip(weights, children) if c.state == "score" and not c.filled)
    below = sum(w for w, c in zip(weights, children) if c.state != "not-applicable")
    return above / below if below else None


def policies(node):
    return node.rules["aggregate"]["weighted-mean"]


def sibling(node, policy, children):
    """The outcome of the sibling that takes the weight, where the policy names one."""
    if not isinstance(policy, dict):
        return None
    place = [child.id for child in node.children].index(policy["to"])
    return children[place]


def mean(node, weights, children, coverage):
    """The weighted mean, or the blank that stands in its place."""
    rules, unweighted = policies(node), isinstance(weights, Blank)
    if unweighted:
        weights = [Fraction(0)] * len(children)
    left = [
        (child, weight, outcome, rules.get(outcome.state))
        for child, weight, outcome in zip(node.children, weights, children)
        if not (outcome.state == "not-applicable" and rules["not-applicable"] == "redistribute")
    ]
    if not left:
        return Blank.NOT_APPLICABLE
    if unweighted or any(policy == "refuse" for _, _, _, policy in left):
        return Blank.MISSING
    least = node.rules.get("coverage")
    if least and coverage is not None and coverage < number(least["at-least"]):
        return Blank.MISSING
    total = weight_of_all = 0
    for child, weight, outcome, policy in left:
        heir = sibling(node, policy, children)
        if heir is not None and heir.score is None:
            return Blank.MISSING
        if outcome.score is None and policy == "redistribute":
            continue
        score = {"zero": 0, "worst": child.least}.get(str(policy))
        score = heir.score if heir else outcome.score if score is None else score
        total, weight_of_all = total + weight * score, weight_of_all + weight
    if all(outcome.score is None for _, _, outcome, _ in left):
        is_excluded = all(outcome.state == "excluded" for _, _, outcome, _ in left)
        return Blank.EXCLUDED if is_excluded else Blank.MISSING
    return node.edition.number(total / weight_of_all) if weight_of_all else Blank.MISSING


def interval(node, weights, children):
    """The least and the greatest mean when each child ranges over its bounds."""
    if isinstance(weights, Blank):
        return WHOLE
    low = high = weight_of_all = 0
    for child, weight, outcome in zip(node.children, weights, children):
        ends = ends_of(node, child, outcome, children)
        if ends is not None:
            low, high = low + weight * ends[0], high + weight * ends[1]
            weight_of_all += weight
    if not weight_of_all:
        return WHOLE
    return tuple(step(node.edition.number(end / weight_of_all)) for end in (low, high))


def ends_of(node, child, outcome, children):
    """Between what a child counts; None where it is left out."""
    if outcome.lower is not None:
        return outcome.lower, outcome.upper
    policy = policies(node).get(outcome.state)
    heir = sibling(node, policy, children)
    if heir is not None:
        return (heir.lower, heir.upper) if heir.lower is not None else None
    fixed = {"zero": 0, "worst": child.least}.get(policy)
    return None if fixed is None else (fixed, fixed)
