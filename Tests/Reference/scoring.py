"""The path of a node by docs/scoring.md: from its formula to its score, step by step."""

from dataclasses import dataclass
from fractions import Fraction

import aggregates
import formulas
import syntax
from bounds import WHOLE, Bounds
from exact import Blank, Refused, ZeroDenominator, number, rounded, step
from score_rules import score_of

STATES = {blank.state: blank for blank in Blank}


@dataclass
class Outcome:
    """What came of a node for a body and period; figures are None where there are none."""

    state: str = "not-applicable"
    value: Fraction | None = None
    score: Fraction | None = None
    lower: Fraction | None = None
    upper: Fraction | None = None
    coverage: Fraction | None = None
    filled: bool = False

    @property
    def is_open(self):
        """Whether the score can still change."""
        return self.lower is not None and not self.lower == self.upper == self.score


class Assessment:
    """The outcomes of an edition on its evidence, each found when it is first asked for."""

    def __init__(self, edition, evidence):
        self.edition, self.evidence, self.found = edition, evidence, {}

    def outcome(self, node, body, period):
        unit = (node.id, body.id, period)
        if unit not in self.found:
            self.found[unit] = self.path(node, body, period)
        return self.found[unit]

    def scope(self, body, period):
        def scores(id):
            outcome = self.outcome(self.edition.node[id], body, period)
            return STATES[outcome.state] if outcome.score is None else outcome.score

        return formulas.Scope(self.edition, self.evidence, body, period, scores)

    def rests_on_open(self, formula, body, period):
        """Whether a formula uses the score of a node that can still change."""
        return any(
            self.outcome(self.edition.node[id], body, period).is_open
            for id in syntax.nodes(syntax.parse(formula))
        )

    def path(self, node, body, period):
        if node.is_heading or body.kind not in self.edition.kinds:
            return Outcome()
        if not body.exists_on(period.last_day):
            return Outcome()
        walk = Path(self, node, body, period)
        return walk.result()


class Path:
    """One node, body and period: the outcome and its bounds as they stand after each step."""

    def __init__(self, assessment, node, body, period):
        self.assessment, self.node, self.body, self.period = assessment, node, body, period
        self.rules = node.rules
        self.scope = assessment.scope(body, period)
        self.outcome = Outcome("missing")
        self.bounds = Bounds(node)

    def result(self):
        if not self.node.is_leaf:
            self.children = [
                self.assessment.outcome(child, self.body, self.period)
                for child in self.node.children
            ]
            weights = aggregates.weights(self.node, self.body)
            self.outcome.coverage = aggregates.coverage(weights, self.children)
        applies = self.applies()
        if applies is False:
            return Outcome()
        if applies is True:
            self.first_figure()
            self.fill()
            self.score()
            self.correct()
            self.round()
        return self.finished()

    def applies(self):
        condition = self.rules.get("applies-when")
        return True if condition is None else formulas.evaluate(condition, self.scope)

    def first_figure(self):
        """Step 2: the value of a leaf, or what the children come to."""
        if self.node.is_leaf:
            figure = self.leaf_figure()
        else:
            weights = aggregates.weights(self.node, self.body)
            self.bounds.interval = aggregates.interval(self.node, weights, self.children)
            figure = aggregates.mean(
                self.node, weights, self.children, self.outcome.coverage
            )
        if isinstance(figure, Blank):
            self.outcome.state = figure.state
            if self.node.is_leaf:
                self.bounds.interval = self.bounds.given()
        else:
            self.outcome.state, self.outcome.value = "score", step(figure)
            if self.node.is_leaf:
                self.bounds.interval = self.leaf_interval()

    def leaf_figure(self):
        try:
            return formulas.evaluate(self.rules["value"], self.scope)
        except ZeroDenominator:
            return STATES[self.rules["empty"]]

    def leaf_interval(self):
        """A known value is certain, unless a score it uses is open or units are left out."""
        value, rule = self.outcome.value, self.rules.get("bounds", {})
        if self.assessment.rests_on_open(self.rules["value"], self.body, self.period):
            return WHOLE
        if "unknown" not in rule:
            return value, value
        left_out = formulas.evaluate(rule["unknown"], self.scope)
        units = formulas.evaluate(rule["of"], self.scope)
        if isinstance(left_out, Blank) or isinstance(units, Blank) or units == 0:
            return WHOLE
        if left_out == units:
            return Fraction(0), Fraction(100)
        lower = value * (units - left_out) / units
        return step(lower), step(lower + 100 * left_out / units)

    def fill(self):
        """Step 3: the missing rule sets the score."""
        rule = self.rules.get("missing")
        if rule is None or self.outcome.state != "missing":
            return
        score = {"zero": Fraction(0), "worst": self.node.least}.get(str(rule["rule"]))
        score = number(rule["rule"]["score"]) if score is None else score
        self.outcome.state, self.outcome.score, self.outcome.filled = "score", score, True
        if rule.get("open") not in ("yes", "true"):
            self.bounds.interval = (score, score)

    def score(self):
        """Step 4: what the value earns; skipped where the score is there already."""
        rule = self.rules.get("score")
        if self.outcome.state == "score" and not self.outcome.filled:
            self.outcome.score = score_of(rule, self.outcome.value)
        is_closed = self.outcome.filled and self.rules["missing"].get("open") not in ("yes", "true")
        if self.outcome.value is not None or not (self.node.is_leaf or is_closed):
            self.bounds.take(lambda value: score_of(rule, value), rule)

    def correct(self):
        """Step 5: the corrections, in their order."""
        if self.outcome.score is None and self.node.is_leaf:
            return
        for rule in self.rules.get("corrections", []):
            self.correct_by(rule)

    def correct_by(self, rule):
        kind = next(word for word in ("bonus", "penalty", "cap", "floor", "gate") if word in rule)
        condition = rule["gate"] if kind == "gate" else rule.get("when")
        formula = rule["caps-at"] if kind == "gate" else rule[kind]
        holds = True if condition is None else formulas.evaluate(condition, self.scope)
        amount = None if holds is False else self.amount(rule, formula)
        is_open = any(
            self.assessment.rests_on_open(text, self.body, self.period)
            for text in (condition, formula)
            if text is not None
        )
        is_unknown = isinstance(holds, Blank) or isinstance(amount, Blank)
        skips = is_unknown and rule.get("unknown") == "none"
        reach = most_possible(kind, rule, amount)
        if is_open or (is_unknown and not skips):
            self.bounds.widen(kind, None if is_open else reach)
        elif amount is not None and not is_unknown:
            self.bounds.shift(lambda score: corrected(kind, score, amount))
        if self.outcome.score is None or skips or amount is None:
            return
        if is_unknown:
            self.outcome.state, self.outcome.score = "missing", None
            self.outcome.filled = False
        else:
            self.outcome.score = corrected(kind, self.outcome.score, amount)

    def amount(self, rule, formula):
        """How much a correction comes to, or the blank in it."""
        amount = step(formulas.evaluate(formula, self.scope))
        if "at-most" in rule and not isinstance(amount, Blank):
            amount = min(amount, number(rule["at-most"]))
        return amount

    def round(self):
        """Step 6."""
        if rule := self.node.rounding:
            if self.outcome.score is not None:
                self.outcome.score = rounded(self.outcome.score, *rule)
            self.bounds.shift(lambda score: rounded(score, *rule))

    def finished(self):
        """The outcome with its bounds; a score outside the scale stops everything."""
        node, outcome = self.node, self.outcome
        if outcome.state == "not-applicable":
            return Outcome()
        if outcome.score is not None and not self.is_on_scale(outcome.score):
            raise Refused(f"the score of {node.id} is {outcome.score}")
        outcome.lower, outcome.upper = self.bounds.within_scale(self.may_exceed)
        return outcome

    @property
    def may_exceed(self):
        rules = self.rules.get("corrections", [])
        return any(rule.get("may-exceed") in ("yes", "true") for rule in rules)

    def is_on_scale(self, score):
        return self.node.least <= score and (score <= self.node.most or self.may_exceed)


def most_possible(kind, rule, amount):
    """How far a correction that cannot be told may reach; None where nothing limits it."""
    if amount is None:
        return None
    if not isinstance(amount, Blank):
        return amount
    if kind in ("bonus", "penalty") and "at-most" in rule:
        return number(rule["at-most"])
    return None


def corrected(kind, score, amount):
    """The score after a correction by an amount."""
    match kind:
        case "bonus":
            return score + amount
        case "penalty":
            return score - amount
        case "cap" | "gate":
            return min(score, amount)
        case "floor":
            return max(score, amount)
