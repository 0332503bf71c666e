"""The path of a node by docs/scoring.md: from its formula to its score, step by step."""

from fractions import Fraction

import formulas
import grades
from aggregates import Aggregate
from bounds import WHOLE, Bounds
from conditions import Conditions
from exact import STATES, Blank, Refused, ZeroDenominator, number, rounded, step
from score_rules import ScoreRule


class Path:
    """One node, body and period: the outcome and its bounds as they stand after each step."""

    def __init__(self, assessment, node, body, period, outcome):
        self.assessment, self.node, self.body, self.period = assessment, node, body, period
        self.rules = node.rules
        self.scope = assessment.scope(body, period, node)
        self.outcome, self.bounds = outcome, Bounds(node)
        self.has_figure = self.is_open = self.is_filled = False

    def begins(self):
        """Takes steps 1 and 2; false where the node does not apply."""
        if not self.node.is_leaf:
            self.children = [
                self.assessment.outcome(child, self.body, self.period)
                for child in self.node.children
            ]
            self.aggregate = Aggregate(self.node, self.children, self.scope)
            self.outcome.coverage = self.aggregate.coverage
        self.applies = self.assessment.applies(self.node, self.body, self.period)
        if self.applies is True:
            self.first_figure()
        self.own_value = self.outcome.value if self.has_figure else None
        return self.applies is not False

    def finished(self):
        """Takes the other steps; a score outside the scale stops everything."""
        if self.applies is True:
            self.fill()
            self.score()
            self.correct()
            self.round()
        return self.settled()

    def first_figure(self):
        """Step 2: the value of a leaf, or what the children come to."""
        if self.node.is_leaf and self.node.formula is None:
            self.first_of_conditions()
            return
        if self.node.formula is not None:
            figure = self.figure_of_formula()
        elif self.aggregate.kind == "copeland":
            figure = self.aggregate.outranking(self.rivals())
        else:
            figure = self.aggregate.value()
            if not any(self.rests_on_open(text) for text in self.node.weight_formulas()):
                self.bounds.interval = self.aggregate.interval()
        if not isinstance(figure, Blank):
            self.outcome.value = step(figure)
            figure = self.unless_measured_blank(self.outcome.value)
        if isinstance(figure, Blank):
            self.outcome.state = figure.state
            if self.node.formula is not None:
                self.bounds.interval = self.bounds.given()
        else:
            self.outcome.state, self.has_figure = "score", True
            if self.node.formula is not None:
                self.bounds.interval = self.leaf_interval()

    def rivals(self):
        """The scores that count beneath the node for each other body that is compared."""
        others = self.assessment.bodies("bodies", self.body, self.period)
        found = [
            self.assessment.counted(self.node, other, self.period)
            for other in others
            if other.id != self.body.id
        ]
        return [scores for scores in found if not isinstance(scores, Blank)]

    def first_of_conditions(self):
        """A score or grade that conditions earn, or a grade as it was handed in."""
        looked_at = Conditions(self.scope, self.rests_on_open, formulas.evaluate)
        if self.node.is_graded:
            rule, order = self.rules["grade"], self.node.edition.grades
            if grades.is_requirements(rule):
                score, self.bounds.interval = looked_at.first(*grades.rows(rule, order))
            else:
                score = grades.handed_in(rule, self.scope, order)
                is_blank = isinstance(score, Blank)
                self.bounds.interval = self.bounds.given() if is_blank else (score,) * 2
        elif "ladder" in self.rules["score"]:
            *rows, last = self.rules["score"]["ladder"]
            rows = [(row["when"], number(row["score"])) for row in rows]
            score, self.bounds.interval = looked_at.first(rows, number(last["otherwise"]))
        else:
            score, self.bounds.interval = looked_at.checklist(self.rules["score"]["checklist"])
        if isinstance(score, Blank):
            self.outcome.state = score.state
        else:
            self.outcome.state, self.outcome.score = "score", score
            self.outcome.value = None if self.node.is_graded else score

    def figure_of_formula(self):
        try:
            figure = formulas.result(self.node.formula, self.scope)
            if "coding" not in self.rules or isinstance(figure, Blank):
                return figure
            return number(self.rules["coding"][str(figure)])
        except ZeroDenominator:
            return STATES[self.rules["empty"]]

    def unless_measured_blank(self, figure):
        """The value, or the blank in what the score rule measures it against."""
        try:
            self.rule = self.rule_here()
        except ZeroDenominator:
            return STATES[self.rules["empty"]]
        blank = self.rule.blank_for(figure)
        return figure if blank is None else blank

    def rule_here(self):
        """The score rule with what its formulas come to here."""

        def figure(formula):
            return formulas.result(formula, self.scope)

        def others(word):
            return self.assessment.values(self.node, self.body, self.period, word)

        def reference(id):
            return self.assessment.value_of(self.node, id, self.period)

        return ScoreRule(self.node.score_rule, self.node, figure, others, reference)

    def leaf_interval(self):
        """A known value is certain, unless a score it uses is open or units are left out."""
        value, rule = self.outcome.value, self.rules.get("bounds", {})
        if self.rests_on_open(self.node.formula):
            return WHOLE
        if "unknown" not in rule:
            return value, value
        left_out = formulas.evaluate(rule["unknown"], self.scope)
        units = formulas.evaluate(rule["of"], self.scope)
        if isinstance(left_out, Blank) or isinstance(units, Blank) or units == 0:
            return WHOLE
        if left_out == units:
            return Fraction(0), Fraction(100)
        value = self.node.edition.number(value)
        lower = value * (units - left_out) / units
        return step(lower), step(lower + 100 * left_out / units)

    def rests_on_open(self, formula):
        return self.assessment.rests_on_open(formula, self.body, self.period)

    def fill(self):
        """Step 3, once: the missing rule sets the score, or a value with which the path goes on."""
        rule = self.rules.get("missing")
        is_done, self.is_filled = self.is_filled, True
        if is_done or rule is None or self.outcome.state != "missing" or self.applies is not True:
            return
        word = rule["rule"]
        if word in ("group-mean", "group-median") or "last" in word:
            figure = self.last(word) if "last" in word else self.of_peers(word)
            if isinstance(figure, Blank):
                return
            self.outcome.value, self.has_figure = step(figure), True
        else:
            self.outcome.score = self.filling(word)
        self.outcome.state, self.outcome.filled = "score", True
        self.is_open = rule.get("open") in ("yes", "true")
        if not self.is_open:
            figure = self.outcome.value if self.has_figure else self.outcome.score
            self.bounds.interval = figure, figure

    def filling(self, word):
        """The score or grade that a missing rule sets."""
        if word == "zero":
            return Fraction(0)
        if word == "worst":
            return self.node.least
        if "grade" in word:
            self.outcome.mark = word.get("mark")
            return Fraction(self.node.edition.grades.index(word["grade"]))
        return number(word["score"])

    def last(self, word):
        """The last value that the node's formula yielded, at most so many periods old."""
        for back in range(1, int(word["last"]["at-most"]) + 1):
            before = self.period.back(back)
            path = self.assessment.path(self.node, self.body, before)
            if path and path.own_value is not None and self.assessment.has_any(self.body, before):
                return path.own_value
        return Blank.MISSING

    def of_peers(self, word):
        """The mean or median of the values that the formula yields for the peers."""
        paths = self.assessment.peer_paths(self.node, self.body, self.period, "peers")
        if isinstance(paths, Blank):
            return paths
        values = [path.own_value for path in paths if path.own_value is not None]
        if not values:
            return Blank.MISSING
        found = formulas.STATISTICS["AVERAGE" if word == "group-mean" else "MEDIAN"](values)
        return self.node.edition.number(found)

    def score(self):
        """Step 4: what the value earns; skipped where the score is there already."""
        if self.has_figure:
            score = self.rule_here().score(self.outcome.value)
            if isinstance(score, Blank):
                self.outcome.state = score.state
            else:
                self.outcome.score = score
        is_set = self.outcome.filled and not self.has_figure
        is_known = self.has_figure and not (self.outcome.filled and self.is_open)
        has_formula = self.node.is_leaf or self.node.formula is not None
        if is_known or not (has_formula or is_set and not self.is_open):
            self.take_bounds()

    def take_bounds(self):
        """The bounds after the score rule: the scale where that itself is open or blank."""
        if self.node.depends_on_others:
            return
        rule = self.rule_here()
        is_open = any(map(self.rests_on_open, self.node.score_formulas()))
        if is_open or rule.blank is not None:
            self.bounds.interval = self.node.least, self.node.most
        else:
            self.bounds.take(rule)

    def correct(self):
        """Step 5: the corrections, in their order."""
        is_handed_in = "from" in self.rules.get("grade", {})
        has_value = self.node.formula is not None or is_handed_in
        if self.outcome.score is None and has_value:
            return
        if self.bounds.interval is WHOLE:
            self.bounds.interval = self.node.least, self.node.most
        for rule in self.rules.get("corrections", []):
            self.correct_by(rule)

    def correct_by(self, rule):
        kind = next(word for word in ("bonus", "penalty", "cap", "floor", "gate") if word in rule)
        condition = rule["gate"] if kind == "gate" else rule.get("when")
        formula = self.node.place(rule["caps-at"] if kind == "gate" else rule[kind])
        holds = True if condition is None else formulas.evaluate(condition, self.scope)
        amount = None if holds is False else self.amount(rule, formula)
        is_amount_open = self.rests_on_open(formula)
        is_open = is_amount_open or condition is not None and self.rests_on_open(condition)
        is_unknown = isinstance(holds, Blank) or isinstance(amount, Blank)
        skips = is_unknown and rule.get("unknown") == "none"
        reach = most_possible(kind, rule, amount)
        if is_open and not is_amount_open:
            reach = most_possible(kind, rule, self.amount_if_any(rule, formula))
        if is_open or (is_unknown and not skips):
            self.bounds.widen(kind, None if is_amount_open else reach)
        elif amount is not None and not is_unknown:
            self.bounds.shift(lambda score: corrected(kind, score, amount))
        if self.outcome.score is None or skips or amount is None:
            return
        if is_unknown:
            self.outcome.state, self.outcome.score = "missing", None
            self.outcome.filled, self.outcome.mark = False, None
        else:
            score = corrected(kind, self.outcome.score, amount)
            if score != self.outcome.score:
                self.outcome.mark = None
            self.outcome.score = score

    def amount(self, rule, formula):
        """How much a correction comes to, or the blank in it."""
        amount = formulas.result(formula, self.scope)
        if "at-most" in rule and not isinstance(amount, Blank):
            amount = min(amount, number(rule["at-most"]))
        return amount

    def amount_if_any(self, rule, formula):
        """How much a correction would come to; blank where that cannot be computed."""
        try:
            return self.amount(rule, formula)
        except (Refused, ZeroDenominator):
            return Blank.MISSING

    def round(self):
        """Step 6."""
        if rule := self.node.rounding:
            if self.outcome.score is not None:
                self.outcome.score = rounded(self.outcome.score, *rule)
            self.bounds.shift(lambda score: rounded(score, *rule))

    def settled(self):
        """The outcome with its bounds."""
        node, outcome = self.node, self.outcome
        if outcome.state == "not-applicable":
            outcome.coverage = None
            return outcome
        if outcome.score is not None and not self.is_on_scale(outcome.score):
            raise Refused(f"the score of {node.id} is {outcome.score}")
        if not self.node.depends_on_others:
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
