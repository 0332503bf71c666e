"""What the children of an inner node come to, by the section Aggregates of docs/scoring.md."""

import math
from fractions import Fraction

from bounds import WHOLE
from exact import Blank, Refused, gravest, number, step
from formulas import evaluate, result

MEANS = ("weighted-mean", "harmonic", "geometric", "power")
WEIGHTED = (*MEANS, "weighted-sum", "copeland")


class Aggregate:
    """The aggregate of a node at a body and period, with the outcomes of its children."""

    def __init__(self, node, children, scope):
        self.node, self.children, self.scope = node, children, scope
        self.kind, self.keys = next(iter(node.rules["aggregate"].items()))
        self.number = node.edition.number
        self.weights = None if self.kind == "formula" else self.nominal_weights()

    # Weights

    def nominal_weights(self):
        """The nominal weight of each child, or the blank that one of them needs."""
        if self.kind == "sum":
            return [child.most for child in self.node.children]
        if self.kind not in WEIGHTED:
            return [Fraction(1)] * len(self.children)
        rules = [child.rules["weight"] for child in self.node.children]
        first = rules[0]
        if isinstance(first, dict) and "by" in first:
            return self.computed([[{"part": "1", "by": rule["by"]}] for rule in rules])
        if isinstance(first, dict) and "blend" in first:
            return self.computed([rule["blend"] for rule in rules])
        if first == "equal":
            return [Fraction(1)] * len(rules)
        kind = self.scope.body.kind
        return [number(rule if isinstance(rule, str) else rule[kind]) for rule in rules]

    def computed(self, blends):
        """Each child's share among its siblings, part by part; a step of its own."""
        found = [self.number(Fraction(0))] * len(blends)
        for place, part in enumerate(blends[0]):
            size = evaluate(part["part"], self.scope)
            shares = [self.share(blend[place]["by"]) for blend in blends]
            blank = gravest([size, *shares])
            if blank is not None:
                return blank
            if any(each < 0 for each in shares):
                raise Refused("a weight below 0")
            if sum(shares) == 0:
                return [Fraction(0)] * len(blends)
            whole = self.number(sum(shares))
            shares = [size * (self.number(each) / whole) for each in shares]
            found = [one + each for one, each in zip(found, shares)]
        return [step(each) for each in found]

    def share(self, by):
        return Fraction(1) if by == "equal" else result(by, self.scope)

    @property
    def coverage(self):
        """The weight of children with a score of their own over that of all that apply."""
        if self.weights is None or isinstance(self.weights, Blank):
            return None
        pairs = list(zip(self.weights, self.children))
        above = sum(w for w, c in pairs if c.state == "score" and not c.filled)
        below = sum(w for w, c in pairs if c.state != "not-applicable")
        return above / below if below else None

    # The value

    def value(self):
        """What the children come to, or the blank that stands in its place."""
        if self.kind == "formula":
            return evaluate(self.keys, self.scope)
        parts = self.parts()
        if isinstance(parts, Blank):
            return parts
        return self.joined([(score, weight) for _, score, weight in parts])

    def counted(self):
        """The scores that count, by the place of the child; a blank where there is no value."""
        parts = self.parts()
        if isinstance(parts, Blank):
            return parts
        return {self.node.children.index(c): score for c, score, weight in parts if weight}

    def outranking(self, rivals):
        """How many bodies are outranked less how many outrank, by the scores that count."""
        own = self.counted()
        if isinstance(own, Blank):
            return own
        if not own:
            return Blank.MISSING
        found = 0
        for rival in rivals:
            both = own.keys() & rival.keys()
            better = sum(self.weights[child] for child in both if own[child] > rival[child])
            worse = sum(self.weights[child] for child in both if own[child] < rival[child])
            found += (better > worse) - (better < worse)
        return Fraction(found)

    def parts(self):
        """Each child that counts with its score and weight, or why there is no value."""
        left = [
            (child, outcome, self.keys.get(outcome.state))
            for child, outcome in zip(self.node.children, self.children)
            if outcome.state != "not-applicable" or self.keys["not-applicable"] != "redistribute"
        ]
        if not left:
            return Blank.NOT_APPLICABLE
        if any(policy == "refuse" for _, _, policy in left) or isinstance(self.weights, Blank):
            return Blank.MISSING
        least, coverage = self.node.rules.get("coverage"), self.coverage
        if least and coverage is not None and coverage < number(least["at-least"]):
            return Blank.MISSING
        parts = []
        for child, outcome, policy in left:
            heir = self.sibling(policy)
            if heir is not None and self.outcome(heir).score is None:
                return Blank.MISSING
            if outcome.score is not None:
                parts.append((child, outcome.score, self.weight(child)))
            elif heir is not None:
                score = self.inherited(self.outcome(heir).score, child, heir)
                parts.append((child, score, self.weight(child)))
            elif policy != "redistribute":
                parts.append((child, self.fixed(child, policy), self.weight(child)))
        if all(outcome.score is None for _, outcome, _ in left):
            is_excluded = all(outcome.state == "excluded" for _, outcome, _ in left)
            return Blank.EXCLUDED if is_excluded else Blank.MISSING
        return parts

    def weight(self, child):
        return self.weights[self.node.children.index(child)]

    def outcome(self, child):
        return self.children[self.node.children.index(child)]

    def sibling(self, policy):
        """The sibling that takes the weight, where the policy names one."""
        if not isinstance(policy, dict):
            return None
        return next(child for child in self.node.children if child.id == policy["to"])

    def inherited(self, score, child, heir):
        """What a child counts as whose weight goes to a sibling with that score."""
        return score * child.most / heir.most if self.kind == "sum" else score

    def fixed(self, child, policy):
        return {"zero": Fraction(0), "worst": child.least}[policy]

    def joined(self, parts, is_bound=False):
        """What scores with their weights come to."""
        scores = sorted(score for score, _ in parts)
        if self.kind in MEANS:
            return self.mean(parts, is_bound)
        match self.kind:
            case "sum":
                return self.raised(sum(scores), parts)
            case "weighted-sum":
                return self.raised(sum(score * weight for score, weight in parts), parts)
            case "median":
                middle = len(scores) // 2
                if len(scores) % 2:
                    return scores[middle]
                return self.number((scores[middle - 1] + scores[middle]) / 2)
            case "min":
                return scores[0]
            case "weakest":
                return self.weakest(scores)
            case "lookup":
                return self.in_table(scores)
            case "max":
                return scores[-1]
            case "k-th-best":
                place = int(self.keys["k"])
                return scores[-place] if place <= len(scores) else Blank.MISSING

    def weakest(self, scores):
        """The worst grade, with a plus where that is said and another is better."""
        order = self.node.edition.grades
        has_plus = self.keys["plus-when-another-is-higher"] == "true" and scores[-1] > scores[0]
        word = order[int(scores[0])] + ("+" if has_plus else "")
        # A grade that only a decision gives may have none with a plus.
        return Fraction(order.index(word)) if word in order else scores[0]

    def in_table(self, scores):
        """The grade in the row of the grades, whatever their order; one alone is itself."""
        order = self.node.edition.grades
        if len(scores) == 1:
            return scores[0]
        words = sorted(order[int(score)] for score in scores)
        for name in self.keys["tables"]:
            for row, word in self.node.edition.document["lookups"][name]["rows"].items():
                if sorted(row.split()) == words:
                    return Fraction(order.index(word))
        # Only a decision gives grades of which the table knows nothing.
        return Blank.MISSING

    def raised(self, total, parts):
        """A sum, raised by what was left out in proportion."""
        counting = sum(weight for _, weight in parts)
        if not counting:
            return Blank.MISSING
        return self.number(total * sum(self.weights) / counting)

    def mean(self, parts, is_bound):
        """A mean of any kind: between the least and the greatest score that counts."""
        zeros = self.keys.get("zeros")
        if self.kind != "weighted-mean":
            parts = [(score, weight) for score, weight in parts if weight]
        if isinstance(zeros, dict):
            parts = [(max(score, number(zeros["raise-to"])), weight) for score, weight in parts]
        whole = sum(weight for _, weight in parts)
        if not whole:
            return Blank.MISSING
        exponent = self.exponent
        if exponent is not None and exponent <= 0 and any(score == 0 for score, _ in parts):
            return Blank.MISSING if zeros == "refuse" and not is_bound else Fraction(0)
        scores = [score for score, weight in parts if weight]
        found = step(self.mean_of(parts, exponent, whole))
        return min(max(found, min(scores)), max(scores))

    @property
    def exponent(self):
        """That of the power mean that the mean is: 0 for a geometric one, -1 for a harmonic one."""
        fixed = {"geometric": 0, "harmonic": -1, "weighted-mean": None}
        return fixed[self.kind] if self.kind in fixed else number(self.keys["exponent"])

    def mean_of(self, parts, exponent, whole):
        if self.kind == "weighted-mean":
            return self.number(sum(score * weight for score, weight in parts) / whole)
        whole = self.number(whole)
        pairs = [(self.number(score), self.number(weight)) for score, weight in parts]
        if self.kind == "harmonic":
            return whole / sum(weight / score for score, weight in pairs)
        if self.kind == "geometric":
            return math.exp(sum(weight * math.log(score) for score, weight in pairs) / whole)
        scores, exponent = [score for score, _ in pairs], float(exponent)
        base = max(scores) if exponent > 0 else min(scores)
        if base == 0:
            return Fraction(0)
        total = sum(weight * (score / base) ** exponent for score, weight in pairs)
        return base * (total / whole) ** (1 / exponent)

    # Bounds

    def interval(self):
        """The least and the greatest when each child ranges over its bounds."""
        if self.weights is None or isinstance(self.weights, Blank):
            return WHOLE
        ends = [(self.ends(child), self.weight(child)) for child in self.node.children]
        ends = [(end, weight) for end, weight in ends if end is not None]
        if not ends:
            return WHOLE
        found = [
            self.joined([(end[side], weight) for end, weight in ends], is_bound=True)
            for side in (0, 1)
        ]
        if any(isinstance(each, Blank) for each in found):
            return WHOLE
        return tuple(step(each) for each in found)

    def ends(self, child):
        """Between what a child counts; None where it is left out."""
        outcome = self.outcome(child)
        if outcome.lower is not None:
            return outcome.lower, outcome.upper
        policy = self.keys.get(outcome.state)
        heir = self.sibling(policy)
        if heir is not None:
            ends = self.outcome(heir).lower, self.outcome(heir).upper
            return None if None in ends else [self.inherited(end, child, heir) for end in ends]
        if policy in ("zero", "worst"):
            return [self.fixed(child, policy)] * 2
        return None
