"""An edition and its evidence, as the evaluation looks at them.

The document is what stands in the YAML, as dictionaries, lists and texts; every figure in it is
still text. Nothing is checked: the program under test does that.
"""

import re
from datetime import date
from fractions import Fraction
from functools import cached_property

import grades
import score_rules
import stages
import syntax
from exact import number
from periods import Period

REPEATED = re.compile(r"\{(\w+) of (\w+)\}")


def written_out(part, lists):
    """A part of the document with every repetition written out."""
    if isinstance(part, str):
        return part
    result = [] if isinstance(part, list) else {}
    for item in part.items() if isinstance(part, dict) else enumerate(part):
        for key, value in repeated(item, lists, isinstance(part, list)):
            value = written_out(value, lists)
            if isinstance(part, list):
                result.append(value)
            else:
                result[key] = value
    return result


def repeated(item, lists, in_list):
    """The key and value once, or once for each member of the list that the key or id names."""
    key, value = item
    place = value.get("id", "") if in_list and isinstance(value, dict) else str(key)
    match = REPEATED.search(place)
    if not match:
        return [item]
    name, members = match[1], lists[match[2]]

    def filled(part, member):
        if isinstance(part, str):
            return part.replace(match[0], member).replace("{%s}" % name, member)
        if isinstance(part, list):
            return [filled(each, member) for each in part]
        return {filled(each, member): filled(part[each], member) for each in part}

    return [(filled(str(key), member), filled(value, member)) for member in members]


class Node:
    """A node of the scorecard with its rules as they stand in the document."""

    def __init__(self, rules, parent, edition):
        self.rules, self.parent, self.edition = rules, parent, edition
        self.id = rules["id"]
        self.children = [Node(rule, self, edition) for rule in rules.get("nodes", [])]
        self.is_leaf = not self.children
        self.is_heading = rules.get("aggregate") == "none"
        aggregate = rules.get("aggregate", {})
        is_of_grades = not isinstance(aggregate, str) and aggregate.keys() & {"weakest", "lookup"}
        self.is_graded = "grade" in rules or bool(is_of_grades)
        scale = edition.document["scale"]
        self.least = number(rules.get("min", scale["min"]))
        self.most = number(rules.get("max", scale["max"]))
        if self.is_graded:
            self.least, self.most = Fraction(0), Fraction(len(edition.grades) - 1)

    @cached_property
    def depends_on_others(self):
        return self.edition.depend_on_others(self)

    @property
    def levels(self):
        """The words under `rounding: at` that mean this node: a root may be a leaf as well."""
        found = ["total"] if self.parent is None else []
        return found + (["indicator"] if self.is_leaf else [] if found else ["inner"])

    @property
    def rounding(self):
        """Digits and mode with which the score is rounded; None where it is not."""
        rule = "none" if self.is_graded else self.rules.get("round")
        if rule is None:
            rule = self.edition.document["rounding"]
            if rule == "none" or not set(self.levels) & set(rule["at"]):
                return None
        return None if rule == "none" else (int(rule["digits"]), rule["mode"])

    @property
    def missing_rule(self):
        return self.rules.get("missing", {}).get("rule")

    @property
    def formula(self):
        """The formula of the value, of a leaf or over the children; None where there is none."""
        aggregate = self.rules.get("aggregate")
        return aggregate.get("formula") if isinstance(aggregate, dict) else self.rules.get("value")

    def all(self):
        """The node and all beneath it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.all()

    def formulas(self):
        """Every formula of the node itself."""
        rules = self.rules
        found = [self.formula, rules.get("applies-when")]
        bounds = rules.get("bounds", {})
        found += [bounds.get("unknown"), bounds.get("of")]
        for correction in rules.get("corrections", []):
            edges = ("cap", "floor", "caps-at")
            words = ("bonus", "penalty", "gate", "when") + (() if self.is_graded else edges)
            found += [correction.get(word) for word in words]
        found = [text for text in found if text is not None]
        found += grades.formulas(self.rules["grade"]) if "grade" in self.rules else []
        return found + self.weight_formulas() + self.score_formulas()

    def score_formulas(self):
        """What the score rule measures against."""
        return score_rules.formulas(self.rules.get("score"))

    @property
    def score_rule(self):
        """What turns the value into the score or grade."""
        return self.rules.get("grade") if self.is_graded else self.rules.get("score")

    def place(self, text):
        """An edge of a correction: the place of a grade, or a formula for a score."""
        if text in self.edition.grades and self.is_graded:
            return str(self.edition.grades.index(text))
        return text

    def weight_formulas(self):
        """The formulas of the children's weights, which the node looks at."""
        found = []
        for child in self.children:
            weight = child.rules.get("weight")
            parts = weight.get("blend", [weight]) if isinstance(weight, dict) else []
            for part in parts:
                found += [part[key] for key in ("by", "part") if key in part]
        return [text for text in found if text != "equal"]


def looks_at_others(node):
    """Whether a rule of the node itself looks at other bodies."""
    if score_rules.split(node.rules.get("score"))[0] in score_rules.AMONG:
        return True
    if node.missing_rule in ("group-mean", "group-median"):
        return True
    if "copeland" in node.rules.get("aggregate", {}):
        return True
    trees = map(syntax.parse, node.formulas())
    return any(part[0] == "call" and part[3] for tree in trees for part in syntax.walk(tree))


class Edition:
    """The rules, with lists written out and nodes in the order of the file."""

    def __init__(self, document):
        self.lists = document.get("lists", {})
        self.document = written_out(document, self.lists)
        self.inputs = self.document.get("inputs", {})
        self.tables = self.document.get("tables", {})
        self.parameters = self.document.get("parameters", {})
        self.is_double = self.document.get("arithmetic") == "double"
        self.grades = self.document.get("grades", {}).get("order", [])
        self.kinds = self.document["applies-to"]
        self.form = self.document["period"]["form"]
        self.begins = self.document["period"].get("begins", "01-01")
        roots = self.document.get("scorecards") or [self.document["scorecard"]]
        roots = stages.written_out(roots, self.document)
        self.nodes = [node for root in roots for node in Node(root, None, self).all()]
        self.node = {node.id: node for node in self.nodes}

    def number(self, value):
        """A number as it is counted with within a step; anything else as it is."""
        return float(value) if self.is_double and isinstance(value, Fraction) else value

    def period(self, text):
        return Period.read(text, self.form, self.begins)

    def holds_for(self, period):
        """Whether a period lies wholly within the days of the edition."""
        days = self.document["in-force"]
        begins = date.fromisoformat(days.get("from", "0001-01-01"))
        ends = date.fromisoformat(days.get("to", "9999-12-31"))
        return begins <= period.first_day and period.last_day <= ends

    def fields(self, table):
        return self.tables[table].get("fields", {})

    def depend_on_others(self, node):
        """Whether the score of a node depends on other bodies, by itself or through another."""
        nodes = [self.node[id] for kind, id, _ in self.rests_on(node) if kind == "node"]
        return any(map(looks_at_others, nodes))

    def rests_on(self, node, back=0, seen=None):
        """Every node, input, parameter and period that a node needs, however far away.

        Each is its kind, its id, and of how many periods before: 0 for the period itself.
        """
        seen = set() if seen is None else seen
        if ("node", node.id, back) in seen:
            return seen
        seen.add(("node", node.id, back))
        for formula in node.formulas():
            self.follow(syntax.parse(formula), back, seen)
        if isinstance(node.missing_rule, dict) and "last" in node.missing_rule:
            for further in range(int(node.missing_rule["last"]["at-most"])):
                seen.add(("period", "", back + further + 1))
        for child in node.children:
            self.rests_on(child, back, seen)
        return seen

    def follow(self, tree, back, seen):
        """Adds what a formula names; computed fields lead on, and earlier periods further back."""
        for part, further in dated(tree, back):
            seen.add(("period", "", further))
            if part[0] in ("score", "grade"):
                self.rests_on(self.node[part[1]], further, seen)
            elif part[0] == "name":
                self.follow_name(part[1], further, seen)

    def follow_name(self, name, back, seen):
        if name in self.lists:
            for member in self.lists[name]:
                self.follow_name(member, back, seen)
        elif name in self.inputs:
            seen.add(("input", name, back))
        elif name in self.parameters:
            seen.add(("parameter", name, back))
        else:
            for table in self.tables:
                field = self.fields(table).get(name.split(".")[-1], {})
                if "value" in field and ("field", name, back) not in seen:
                    seen.add(("field", name, back))
                    self.follow(syntax.parse(field["value"]), back, seen)


def dated(tree, back=0):
    """Every part of a tree, and how many periods before the one at hand it is looked at."""
    yield tree, back
    backs = [back]
    if tree[0] == "call" and tree[1] == "PREVIOUS":
        backs = [back + (int(tree[2][1][1]) if len(tree[2]) > 1 else 1)]
    elif any(part[0] == "call" and part[1] == "PERIODS" for part in syntax.parts(tree)):
        backs = range(back, back + most_periods(tree))
    for part in syntax.parts(tree):
        for each in backs:
            yield from dated(part, each)


def most_periods(tree):
    """How many periods a function with PERIODS in it looks at."""
    calls = [part for part in syntax.walk(tree) if part[0] == "call" and part[1] == "PERIODS"]
    return max(int(part[2][1][1]) for part in calls)


class Body:
    """A body as `bodies.csv` has it; days are dates or None."""

    def __init__(self, id, kind, group, begins=None, ends=None):
        self.id, self.kind, self.group, self.begins, self.ends = id, kind, group, begins, ends

    def exists_on(self, day):
        return not (self.begins and day < self.begins) and not (self.ends and day > self.ends)


class Evidence:
    """What was handed in.

    `rows[body, period]` is a dictionary of inputs with their `status`, or absent;
    `records[body, period]` is a dictionary from tables without `within` to their records. A record
    is a dictionary of fields; those that belong to it stand in it under their table's name.
    `handed_in` are the rows before decisions, `decided` the decisions about nodes by node, body and
    period, `statuses` those of inputs that were decided by body, period and input.
    """

    def __init__(self, bodies):
        self.bodies, self.rows, self.records = bodies, {}, {}
        self.handed_in, self.decisions, self.decided, self.statuses = self.rows, [], {}, {}

    def status(self, body, period, input):
        """How far an input was checked; None where nothing was handed in."""
        decided = self.statuses.get((body, period, input))
        row = self.handed_in.get((body, period))
        return decided or (row["status"] if row else None)

    def settled(self, body, period):
        """The nodes about which anything was decided."""
        return {node for node, *unit in self.decided if unit == [body, period]}

    def has_any(self, body, period):
        """Whether anything was handed in for a body and period."""
        tables = self.records.get((body.id, period), {})
        return (body.id, period) in self.rows or any(tables.values())

    def periods(self):
        """The periods of which there is anything, the earliest first."""
        seen = {period for _, period in self.rows}
        seen |= {unit[1] for unit, tables in self.records.items() if any(tables.values())}
        return sorted(seen)
