"""All outcomes of an edition on its evidence, and who is looked at beside a body."""

from dataclasses import dataclass
from fractions import Fraction

import formulas
import syntax
from aggregates import Aggregate
from bounds import Bounds
from exact import STATES, Blank
from model import dated
from grades import Grade
from path import Path


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
    mark: str | None = None

    @property
    def is_open(self):
        """Whether the score can still change."""
        return self.lower is not None and not self.lower == self.upper == self.score


class Assessment:
    """The outcomes of an edition on its evidence, each found when it is first asked for."""

    def __init__(self, edition, evidence):
        self.edition, self.evidence = edition, evidence
        self.paths, self.found = {}, {}

    def outcome(self, node, body, period):
        """What comes of a node for a body and period."""
        unit = (node.id, body.id, period)
        if unit not in self.found:
            decision = self.decision(node, body, period)
            if decision and decision.kind != "accept" and not self.is_out(node, body, period):
                self.found[unit] = self.decided(node, decision)
            else:
                path = self.path(node, body, period)
                self.found[unit] = path.finished() if path else Outcome()
        return self.found[unit]

    def decision(self, node, body, period):
        """What was decided about a node for a body and period; None for nothing."""
        return self.evidence.decided.get((node.id, body.id, period))

    def decided(self, node, decision):
        """The outcome that a decision says, with bounds where the node has any."""
        if decision.kind == "not-applicable":
            return Outcome()
        if decision.kind == "set":
            outcome, bounds = Outcome("score", score=decision.value), (decision.value,) * 2
        else:
            outcome, bounds = Outcome("excluded"), Bounds(node).given()
        if not node.depends_on_others:
            outcome.lower, outcome.upper = bounds
        return outcome

    def is_out(self, node, body, period):
        return node.is_heading or not self.is_assessed(body, period)

    def is_decided_out(self, node, body, period):
        """Whether somebody decided that a node has no score."""
        decision = self.decision(node, body, period)
        return decision is not None and decision.kind in ("exclude", "not-applicable")

    def path(self, node, body, period):
        """The path up to the node's own value, with which others may go on; None for none."""
        unit = (node.id, body.id, period)
        if unit not in self.paths:
            is_out = self.is_out(node, body, period) or self.is_decided_out(node, body, period)
            path = None if is_out else Path(self, node, body, period, Outcome("missing"))
            self.paths[unit] = path if path and path.begins() else None
        return self.paths[unit]

    def values(self, node, body, period, word):
        """The values of a node for the bodies that a word means; a blank where none are meant."""
        paths = self.peer_paths(node, body, period, word)
        if isinstance(paths, Blank):
            return paths
        for path in paths:
            path.fill()
        return [path.outcome.value for path in paths if path.has_figure]

    def value_of(self, node, id, period):
        """The value of a node for the body with an id; a blank where it has none."""
        bodies = [body for body in self.evidence.bodies if body.id == id]
        paths = [self.path(node, body, period) for body in bodies]
        for path in filter(None, paths):
            path.fill()
            if path.has_figure:
                return path.outcome.value
        return Blank.MISSING

    def counted(self, node, body, period):
        """The scores that count beneath a node, by child; a blank where it comes to nothing."""
        if self.is_out(node, body, period) or self.applies(node, body, period) is not True:
            return Blank.NOT_APPLICABLE
        children = [self.outcome(child, body, period) for child in node.children]
        return Aggregate(node, children, self.scope(body, period, node)).counted()

    def peer_paths(self, node, body, period, word):
        """The paths of a node for the bodies that a word means; a blank where none are meant."""
        bodies = self.bodies(word, body, period)
        if isinstance(bodies, Blank):
            return bodies
        paths = [self.path(node, other, period) for other in bodies]
        return [path for path in paths if path]

    def has_any(self, body, period):
        return self.evidence.has_any(body, period)

    def scope(self, body, period, node=None):
        """The scope of a body; OVER means bodies to which the node applies, where one is given."""

        def scores(id):
            if not self.edition.holds_for(period):
                return Blank.MISSING
            outcome = self.outcome(self.edition.node[id], body, period)
            if outcome.score is None:
                return STATES[outcome.state]
            is_graded = self.edition.node[id].is_graded
            return Grade(outcome.score, self.edition.grades) if is_graded else outcome.score

        def population(word):
            bodies = self.bodies(word, body, period)
            if isinstance(bodies, Blank):
                return bodies
            return [
                self.scope(other, period, node)
                for other in bodies
                if self.applies(node, other, period) is True
            ]

        def earlier(back):
            before = period.back(back)
            if not self.evidence.has_any(body, before):
                return Blank.MISSING
            return self.scope(body, before, node)

        return formulas.Scope(
            self.edition, self.evidence, body, period, scores, population, earlier
        )

    def bodies(self, word, body, period):
        """The bodies assessed for a period, or the peers among them; a blank where it has none."""
        trait = self.peer_trait(body) if word == "peers" else None
        if trait == "":
            return Blank.MISSING
        return [
            other
            for other in self.evidence.bodies
            if word == "bodies" or self.peer_trait(other) == trait
            if self.is_assessed(other, period)
        ]

    def peer_trait(self, body):
        """What a body has in common with its peers; an empty text where it has none."""
        return {"kind": body.kind, "group": body.group}[self.edition.document["peers"]["by"]]

    def is_assessed(self, body, period):
        return body.kind in self.edition.kinds and body.exists_on(period.last_day)

    def applies(self, node, body, period):
        """Whether a node applies to a body that is assessed: true, false or a blank."""
        if node and self.is_decided_out(node, body, period):
            return False
        condition = node.rules.get("applies-when") if node else None
        if condition is None:
            return True
        return formulas.evaluate(condition, self.scope(body, period))

    def is_scored(self, body, period):
        return self.edition.holds_for(period) and self.evidence.has_any(body, period)

    def rests_on_open(self, formula, body, period):
        """Whether a formula uses the score of a node that can still change."""
        return any(
            self.outcome(self.edition.node[part[1]], body, period.back(back)).is_open
            for part, back in dated(syntax.parse(formula))
            if part[0] in ("score", "grade")
            if back == 0 or self.is_scored(body, period.back(back))
        )
