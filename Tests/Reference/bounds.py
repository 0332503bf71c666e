"""Between what a score lies when everything open is settled."""

from exact import Blank, number

WHOLE = None
"""The interval of which nothing is known; at the end it becomes the scale."""


class Bounds:
    """The interval of a node's figure as it stands after each step."""

    def __init__(self, node):
        self.node, self.interval = node, WHOLE

    def given(self):
        """The bounds of a leaf without a value: its own, or its scale."""
        rule = self.node.rules.get("bounds", {})
        if "min" not in rule:
            return self.node.least, self.node.most
        return number(rule["min"]), number(rule["max"])

    def shift(self, function):
        """Takes the interval through a step that never falls."""
        if self.interval is not WHOLE:
            self.interval = tuple(function(end) for end in self.interval)

    def take(self, rule):
        """Takes the interval through a score rule: looked at its ends and at edges within it."""
        if self.interval is not WHOLE:
            low, high = self.interval
            ends = [low, high] + [edge for edge in rule.edges() if low <= edge <= high]
            scores = [rule.score(end) for end in ends]
            if any(isinstance(score, Blank) for score in scores):
                self.interval = WHOLE
                return
            self.interval = min(scores), max(scores)

    def widen(self, kind, reach):
        """Takes in all that a correction could do that cannot be told."""
        if self.interval is WHOLE:
            return
        low, high = self.interval
        least, most = self.node.least, self.node.most
        match kind:
            case "bonus":
                high = max(high, most if reach is None else high + reach)
            case "penalty":
                low = min(low, least if reach is None else low - reach)
            case "cap" | "gate":
                low = min(low, least if reach is None else reach)
            case "floor":
                high = max(high, most if reach is None else reach)
        self.interval = low, high

    def within_scale(self, may_exceed):
        """The bounds at the end, which lie within the scale unless a bonus may exceed it."""
        least, most = self.node.least, self.node.most
        if self.interval is WHOLE:
            return least, most
        ends = (max(end, least) for end in self.interval)
        return tuple(ends if may_exceed else (min(end, most) for end in ends))
