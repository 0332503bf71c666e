"""Small random editions. What they are made of is chosen here; nothing is computed."""

from random_formulas import WORDS, Formulas, Names
from exact import MODES
from aggregates import WEIGHTED
from score_rules import MEASURING
from pages import aggregates, condition_rules, fills, grade_aggregates, score_rules
from periods import PARTS, Period
from random_stages import Stages

NUMBERS = ["number", "share", "percent", "count", "money", "days"]
SETTINGS = {"code": {"values": WORDS}, "money": {"currency": "KZT"}}
GRADES = ["D", "C", "C+", "B", "A"]
STATES = ["not-applicable", "missing", "excluded"]


def field(type, **keys):
    return {"type": type, **SETTINGS.get(type, {}), **keys}


class Editions:
    """Writes one edition: the document and the periods that its evidence should have."""

    def __init__(self, random):
        self.random = random
        self.form = random.choice(["year", "year", *PARTS])
        self.begins = random.choice(["04-01", "07-15", "01-01"])
        if self.form != "fiscal-year":
            self.begins = "01-01"
        first = Period.read("2023", "year").index * PARTS[self.form] + random.randint(0, 1)
        count = random.choice([2, 2, 3])
        self.periods = [Period(self.form, first + i, self.begins) for i in range(count)]
        self.names = Names(str(random.choice(self.periods)))
        self.tables = {"services": None, "letters": "services", "audits": None}
        self.formulas = Formulas(random, self.names, self.tables)
        self.count, self.is_double = 0, self.some(0.2)
        self.formulas.is_double = self.is_double
        if self.is_double:
            self.formulas.modes = MODES + ["nearest-candidate"]

    def some(self, chance):
        return self.random.random() < chance

    def document(self):
        """The whole edition, as it stands in YAML."""
        document = {
            "apparatus": "1",
            "methodology": "m",
            "edition": "e1",
            "status": "adopted",
            "owner": {"en": "Owner"},
            "basis": "act",
            "in-force": self.in_force(),
            "applies-to": ["k1", "k2"],
            "period": self.period(),
            "arithmetic": "double" if self.is_double else "decimal",
            "scale": {"min": "0", "max": "100"},
            "rounding": self.rounding(),
            "sources": {"act": {"title": {"en": "Act"}}},
            "lists": {"steps": ["form", "decision", "delivery"][: self.random.randint(1, 3)]},
            "inputs": self.inputs(),
            "parameters": self.parameters(),
            "peers": {"by": self.random.choice(["kind", "group"])},
        }
        if "unknown" in str(document["parameters"]):
            document["status"] = "incomplete"
        document["checks"] = [{"id": "has-staff", "expect": "staff > 0"}]
        document["tables"] = self.tables_with_fields()
        roots = []
        if self.some(0.3):
            document["grades"] = {"id": "marks", "order": GRADES}
            roots.append(self.graded_root())
        if "thresholds" in score_rules() and self.some(0.2):
            stages = Stages(self)
            document["stages"] = stages.rule()
            roots.append(stages.root())
        roots += [self.node(0, None) for _ in range(self.random.choice([1, 1, 1, 1, 2]))]
        document |= {"scorecards": roots} if len(roots) > 1 else {"scorecard": roots[0]}
        if "'lookup'" in str(document):
            rows = {"C C": "C", "A C": "B", "A A": "A"}
            document["lookups"] = {"two": {"rows": rows}}
        document |= self.standing()
        self.mend_rounding(document)
        return document

    def in_force(self):
        if self.some(0.3):
            return {"from": "2023-01-01", "to": str(self.periods[-2].last_day)}
        return {"from": "2022-12-31"}

    def period(self):
        rule = {"form": self.form}
        if self.form == "fiscal-year":
            rule["begins"] = self.begins
        if self.some(0.3):
            rule["column"] = "reporting_period"
        return rule

    def rounding(self):
        if self.some(0.4):
            return "none"
        at = self.random.sample(["indicator", "inner", "total"], self.random.randint(1, 3))
        return {**self.digits(3), "at": at}

    def digits(self, most):
        digits = str(self.random.randint(0, most))
        return {"mode": self.random.choice(self.formulas.modes), "digits": digits}

    def mend_rounding(self, document):
        """A heading cannot be rounded as the total."""
        rule, roots = document["rounding"], document.get("scorecards", [document.get("scorecard")])
        if rule != "none" and all(root.get("aggregate") == "none" for root in roots):
            rule["at"] = [word for word in rule["at"] if word != "total"] or ["indicator"]

    @property
    def may_compare(self):
        return self.formulas.compares and "min-max" in score_rules()

    # What is handed in

    def inputs(self):
        """Inputs of every type; those that no formula uses are taken out at the end."""
        found = {}
        for type in NUMBERS + ["number", "number", "date", "date", "period", "code", "flag"]:
            name = f"{type}{len(found)}" if type != "number" else f"n-{len(found)}"
            found[name] = field(type)
            if self.some(0.7):
                found[name]["optional"] = "true"
            self.names.at[None].append((name, type))
        found["{s of steps}"] = field("number", optional="yes")
        self.names.lists.append("steps")
        found["audit"] = {"type": "code", "values": GRADES, "optional": "true"}
        found["positive"] = field("number", min="0.001")
        found["staff"] = field("count", min="1")
        self.names.at[None] += [("positive", "number"), ("staff", "count")]
        return found

    def parameters(self):
        found = {}
        found["half"] = {"unit": "share", "basis": "act", "value": "1/2"}
        for name in ["q0", "q1"]:
            found[name] = self.parameter()
            self.names.at[None].append((name, "number"))
        return found

    def parameter(self):
        rule = {"unit": "number", "basis": "act"}
        if self.some(0.5):
            value = self.figure()
            rule["values"] = [
                {"from": "2022-12-31", "value": self.figure()},
                {"from": str(self.periods[-1].first_day), "value": value},
            ]
            if self.some(0.15):
                rule["values"][1]["value"] = "unknown"
        else:
            rule["value"] = self.figure()
        if self.some(0.15) and "unknown" not in str(rule):
            rule["assumed"] = "yes"
        return rule

    def figure(self):
        under = self.random.choice([1, 2, 3, 4, 7, 10])
        over = self.random.randint(0, 300)
        return f"{over}/{under}" if under > 1 else str(over)

    def tables_with_fields(self):
        """Tables of which one lies within another, with computed fields in each."""
        found = {
            "services": {"key": ["service"], "fields": {
                "v": field("number", optional="true"), "w": field("number", min="0.001"),
                "y": field("code", optional="true"), "c": field("count", optional="true"),
                "since": field("date", optional="true"), "good": field("flag", optional="true"),
                "cost": field("money", optional="true"), "rate": field("percent", optional="true"),
            }},
            "letters": {"key": ["letter"], "within": "services", "fields": {
                "z": field("number", optional="true"), "e": field("code", optional="true"),
                "took": field("days", optional="true"), "part": field("share", optional="true"),
            }},
            "audits": {"key": ["audit", "year"], "fields": {
                "x": field("number", optional="true"), "asked": field("period", optional="true"),
            }},
        }
        for name, table in found.items():
            self.names.at[name] = [(id, rule["type"]) for id, rule in table["fields"].items()]
            self.names.dividing[name] = []
        for name in ["letters", "services"]:
            for id in [f"{name[0]}_first", f"{name[0]}_second"]:
                found[name]["fields"][id] = self.computed(id, name)
        return found

    def computed(self, id, table):
        """A computed field; one that may divide by zero is kept apart from the others."""
        if self.some(0.3):
            text = self.formulas.requirement(2, may_score=False, table=table)
            self.names.at[table].append((id, "flag"))
            return {"value": text}
        text, divides = self.formulas.computed(2, table)
        if divides:
            self.names.dividing[table].append(id)
        else:
            self.names.at[table].append((id, "number"))
        return {"value": text}

    # Nodes

    def node(self, depth, parent):
        self.count += 1
        rules = {"id": f"x{self.count}"}
        if depth < 3 and self.some(0.9 if depth == 0 else 0.35):
            self.inner(rules, depth)
        elif condition_rules() and self.some(0.15):
            rules["score"] = self.random.choice([self.ladder, self.checklist])()
        else:
            self.leaf(rules)
        if rules.get("aggregate") != "none":
            self.steps(rules)
            self.names.nodes.append(rules["id"])
        return rules

    def leaf(self, rules):
        type = self.random.choice(["number", "number", "percent", *NUMBERS])
        text, divides = self.formulas.value(type, self.random.randint(1, 3), may_divide=True)
        if self.some(0.2):
            part = self.formulas.requirement(1, table="services")
            text, divides = f"COUNT(services WHERE {part}) / COUNT(services) * 100", True
            type = "percent"
            if self.some(0.5):
                left_out = self.formulas.requirement(1, table="services")
                rules["bounds"] = {
                    "unknown": f"COUNT(services WHERE {left_out})", "of": "COUNT(services)"
                }
        rules["value"] = text
        if self.some(0.05):
            name = self.random.choice(self.names.of("code", None))
            text, divides, type = name, False, "number"
            numbers = self.random.choice([("1", "0.5", "0"), ("0", "9.5", "80")])
            rules["coding"] = dict(zip(WORDS, numbers))
            rules.pop("bounds", None)
            rules["value"] = text
        if divides:
            rules["empty"] = self.random.choice(STATES)
        if "bounds" not in rules and self.some(0.15):
            low, high = sorted(self.random.sample(range(101), 2))
            rules["bounds"] = {"min": str(low), "max": str(high)}
        ways = [self.as_is, self.as_is, self.knots, self.points]
        ways += [self.goalposts, self.range, self.distance]
        ways += [self.among] * 4 if self.may_compare else []
        rules["score"] = self.random.choice(ways)(type)
        if self.some(0.15) and "coding" not in rules:
            self.achievement(rules)

    def inner(self, rules, depth):
        if depth == 0 and self.some(0.15):
            rules["aggregate"] = "none"
        children = [self.node(depth + 1, rules) for _ in range(self.random.randint(1, 4))]
        rules["nodes"] = children
        if "aggregate" in rules:
            return
        rules["aggregate"] = self.aggregate(children, rules)
        if "formula" in rules["aggregate"]:
            return
        if self.some(0.4):
            rules["coverage"] = {"at-least": f"{self.random.randint(1, 12)}/12"}
        if self.some(0.4) or rules["aggregate"].keys() & {"sum", "weighted-sum", "copeland"}:
            ways = [self.as_is, self.knots, self.points, self.goalposts, self.range, self.distance]
            ways += [self.among] * 2 if self.may_compare else []
            rules["score"] = self.random.choice(ways)("number")

    def aggregate(self, children, rules):
        """What the children come to: every kind that the page knows, and most often a mean."""
        needs_double = {"geometric", "power"}
        kinds = [kind for kind in aggregates() if self.is_double or kind not in needs_double]
        kind = self.random.choice(["weighted-mean"] * 8 + kinds)
        if kind == "formula":
            return self.formula_of_children(children, rules)
        if kind == "copeland":
            self.common_weights(children)
        elif kind in WEIGHTED:
            self.weights(children, is_plain=kind == "weighted-sum")
        if kind == "sum":
            for child in children:
                child["max"] = self.random.choice(["100", "120", "250"])
        may_inherit = kind in WEIGHTED and kind != "copeland" or kind == "sum"
        keys = {state: self.policy(children, may_inherit) for state in STATES}
        if kind == "power":
            keys["exponent"] = self.random.choice(["2", "0.5", "-1", "-2.5", "1"])
        if kind in ("harmonic", "geometric") or keys.get("exponent", "").startswith("-"):
            keys["zeros"] = self.random.choice(["zero", "refuse", {"raise-to": "1"}])
        if kind == "k-th-best":
            keys["k"] = str(self.random.randint(1, len(children)))
        return {kind: keys}

    def formula_of_children(self, children, rules):
        """A formula that reads the score of every child, and perhaps something besides."""
        scores = [f"score({child['id']})" for child in children]
        name = self.random.choice(["MIN", "MAX", "AVERAGE", "MEDIAN", "SUM"])
        # A function over one single value is refused.
        goes_over = len(scores) > 1 and self.some(0.7)
        text = f"{name}({', '.join(scores)})" if goes_over else " + ".join(scores)
        if self.some(0.3):
            other, divides = self.formulas.value("number", 1, may_divide=True)
            text += f" + ABS({other})"
            if divides:
                rules["empty"] = self.random.choice(STATES)
        rules["score"] = self.random.choice([self.as_is, self.knots, self.points])("number")
        return {"formula": text}

    def policy(self, children, may_inherit):
        to = [{"to": self.random.choice(children)["id"]}] if may_inherit else []
        words = ["redistribute", "redistribute", "refuse", "zero", "worst"]
        return self.random.choice(words + to)

    def weights(self, children, is_plain=False):
        """Weights in percent, as plain numbers, by kind of body, alike, or computed."""
        if not is_plain and self.some(0.25):
            self.unlike_numbers(children)
            return
        style = self.relative if is_plain else self.random.choice([self.relative, self.percents])
        if self.some(0.4):
            for child, one, two in zip(children, style(len(children)), style(len(children))):
                child["weight"] = {"k1": one, "k2": two}
        else:
            for child, weight in zip(children, style(len(children))):
                child["weight"] = weight

    def common_weights(self, children):
        """Weights that are the same for all bodies."""
        count = len(children)
        found = self.random.choice([self.relative(count), self.percents(count), ["equal"] * count])
        for child, weight in zip(children, found):
            child["weight"] = weight

    def unlike_numbers(self, children):
        """Weights that are alike, computed, or a blend of both."""
        way = self.random.choice(["equal", "by", "blend"])
        part = self.random.choice(["1/3", "0.25", "half"])
        for child in children:
            by = f"ABS({self.formulas.value('number', 1)[0]})"
            parts = [{"part": part, "by": "equal"}, {"part": self.rest(part), "by": by}]
            child["weight"] = {"equal": "equal", "by": {"by": by}, "blend": {"blend": parts}}[way]

    def rest(self, part):
        return {"1/3": "2/3", "0.25": "3/4", "half": "half"}[part]

    def relative(self, count):
        found = [f"{self.random.randint(0, 9)}/{self.random.choice([1, 2, 3, 12])}" for _ in "abcd"]
        found = found[:count]
        return found if any(not text.startswith("0") for text in found) else ["1"] * count

    def percents(self, count):
        cuts = [0, *sorted(self.random.randint(0, 1000) for _ in range(count - 1)), 1000]
        return [f"{(b - a) // 10}.{(b - a) % 10} %" for a, b in zip(cuts, cuts[1:])]

    def as_is(self, type):
        return {"as-is": {"floor": self.random.choice(["0", "0", "10"]),
                          "cap": self.random.choice(["100", "100", "90"])}}

    def knots(self, type):
        values = sorted(self.random.sample(range(-20, 200), self.random.randint(2, 5)))
        knots = [[self.edge(x, type), f"{self.random.randint(0, 1000) / 10}"] for x in values]
        return {"knots": knots if self.some(0.5) else knots[::-1]}

    def points(self, type):
        values = sorted(self.random.sample(range(150), self.random.randint(1, 4)))
        edges = [self.edge(x, type) for x in values]
        rows = [{"below": edges[0]}]
        rows += [{"from": a, "below": b} for a, b in zip(edges, edges[1:])]
        rows += [{"from": edges[-1]}]
        if type == "count":
            for row, x in zip(rows, values):
                row.pop("below")
                row["to"] = str(x - 1)
        for row in rows:
            row["points"] = str(self.random.randint(0, 100))
        return {"points": rows if self.some(0.7) else rows[::-1]}

    def goalposts(self, type):
        """Goalposts with fixed ends, or of which one is a formula that lies above the other."""
        low, high = sorted(self.random.sample(range(-20, 120), 2))
        ends = [self.edge(low, type), self.edge(high, type)]
        if self.some(0.4):
            ends = ["0", self.above_zero(type)]
        worst, best = ends if self.some(0.5) else ends[::-1]
        keys = {"worst": worst, "best": best}
        if self.some(0.4):
            low, high = sorted(self.random.sample(range(101), 2))
            keys["to"] = self.random.choice(["scale", {"min": str(low), "max": str(high)}])
        return {"goalposts": keys}

    def above_zero(self, type):
        """A formula of a type that lies above zero where it is known."""
        return f"ABS({self.random.choice(self.names.of(type, None))}) + 1"

    def range(self, type):
        values = [self.edge(x, type) for x in sorted(self.random.sample(range(-20, 150), 4))]
        return {"target-range": {"full": values[1:3], "zero": values[::3]}}

    def distance(self, type):
        keys = {"to": self.random.choice(self.names.of(type, None) + [self.edge(40, type)])}
        for side in self.random.choice([["below"], ["above"], ["below", "above"]]):
            number = self.edge(self.random.randint(1, 99), type)
            keys[side] = self.above_zero(type) if self.some(0.2) else number
        return {"distance": keys}

    def among(self, type):
        """A rule that compares with other bodies."""
        kinds = ["min-max", "rank", "borda", "percentile-rank"]
        kinds += [kind for kind in MEASURING if kind in score_rules()]
        kinds += ["z-score"] * 3 if self.is_double and "z-score" in score_rules() else []
        kind = self.random.choice(kinds)
        keys = {"over": self.random.choice(["bodies", "peers"])}
        keys["better"] = self.random.choice(["higher", "lower"])
        if kind == "z-score":
            keys |= {"deviation": self.random.choice(["sample", "population"]), "at-mean": "50"}
            keys |= {"per-deviation": self.random.choice(["10", "16.5"]), "floor": "0"}
            keys |= {"cap": "100", "constant": self.random.choice(["missing", "worst", "middle"])}
            return {kind: keys}
        if kind in MEASURING:
            return {kind: keys | self.measuring(kind, type)}
        if kind != "min-max":
            keys["ties"] = self.random.choice(["lowest", "highest", "mean"])
        if kind in ("min-max", "percentile-rank"):
            keys["constant"] = self.random.choice(["missing", "worst", "best", "middle"])
            low, high = sorted(self.random.sample(range(101), 2))
            keys["to"] = self.random.choice(["scale", {"min": str(low), "max": str(high)}])
        return {kind: keys}

    def measuring(self, kind, type):
        """What a value is measured by, with scores that stay on the scale."""
        low, high = sorted(self.random.sample(range(101), 2))
        keys = {"to": self.random.choice(["scale", {"min": str(low), "max": str(high)}])}
        keys |= {"floor": self.random.choice(["0", "5"]), "cap": self.random.choice(["100", "95"])}
        if kind == "distance-to-reference":
            keys["body"] = self.random.choice(["b0", "b1", "b2", "nobody"])
        if kind == "distance-to-target":
            parameters = ["q0", "q1"] if type == "number" else []
            keys["target"] = self.random.choice([self.edge(60, type), *parameters])
        return keys

    def ladder(self):
        scores = sorted(self.random.sample(range(101), self.random.randint(2, 4)))
        rows = [{"when": self.formulas.requirement(1), "score": str(x)} for x in scores[:0:-1]]
        return {"ladder": rows + [{"otherwise": str(scores[0])}]}

    def checklist(self):
        conditions = [self.formulas.requirement(1) for _ in range(self.random.randint(2, 3))]
        if self.some(0.4):
            points = [str(self.random.randint(1, 30)) for _ in conditions]
            items = [{"when": w, "points": p} for w, p in zip(conditions, points)]
            return {"checklist": items}
        low, high = sorted(self.random.sample(range(101), 2))
        word = self.random.choice(["all-of", "any-of", "of"])
        rule = {word: conditions, "score": str(high), "otherwise": str(low)}
        if word == "of":
            rule["at-least"] = str(self.random.randint(1, len(conditions)))
        return {"checklist": rule}

    def achievement(self, rules):
        """A leaf that measures a count or number against a target, with every trap said."""
        for key in ("bounds", "empty"):
            rules.pop(key, None)
        counts = self.names.of("count", None)
        keys = {"better": self.random.choice(["higher", "lower"])}
        if self.some(0.4):
            rules["value"], keys["target"] = "n-6", "n-7"
            keys |= {"baseline": self.random.choice(["0", "q0"]), "flat-target": self.trap()}
            keys |= {"cap": "100", "floor": self.random.choice(["0", "5"])}
        else:
            rules["value"], keys["target"] = self.random.choice(counts), counts[0]
            keys |= {"cap": "100", "zero-target": self.trap()}
            if keys["better"] == "lower" and rules["value"] != "staff":
                keys["zero-actual"] = self.trap()
        if self.some(0.3):
            keys["full"] = self.random.choice(["80", "100"])
        rules["score"] = {"target-achievement": keys}

    def trap(self):
        state = {self.random.choice(STATES): {"en": "Nothing was to be achieved"}}
        words = ["full", "worst", "all-or-nothing", {"score": "50"}, state]
        return self.random.choice(words + STATES)

    def edge(self, number, type):
        return f"{number} %" if type == "share" else str(number)

    def steps(self, rules):
        """What any node with a score may have besides."""
        if self.some(0.12) and "target-achievement" not in rules.get("score", {}):
            rules["applies-when"] = self.formulas.applicability()
        if self.some(0.04):
            rules["assumed"] = "yes"
        if self.some(0.3):
            rule = self.random.choice(["zero", "worst", {"score": "12.5"}])
            rules["missing"] = {"rule": rule}
            if self.some(0.3):
                rules["missing"]["open"] = "yes"
            self.fill_with_value(rules)
        if self.some(0.35):
            rules["corrections"] = self.corrections()
        if self.some(0.15):
            rules["round"] = "none" if self.some(0.3) else self.digits(2)

    def fill_with_value(self, rules):
        """Puts a value in the place of a missing one, at a leaf whose score rule is fixed."""
        if not fills() or "value" not in rules or not self.some(0.4):
            return
        if "as-is" in rules["score"] or "knots" in rules["score"] or "points" in rules["score"]:
            last = {"last": {"at-most": str(self.random.randint(1, 3))}}
            groups = ["group-mean", "group-median"] if self.formulas.compares else []
            rules["missing"]["rule"] = self.random.choice([last, *groups])

    def corrections(self):
        found = [self.correction() for _ in range(self.random.randint(1, 2))]
        if any("may-exceed" in rule for rule in found):
            return found + [{"floor": "0"}]
        return found + [{"cap": "100"}, {"floor": "0"}] if self.some(0.97) else found

    def correction(self):
        kind = self.random.choice(["bonus", "penalty", "cap", "floor", "gate"])
        if kind in ("bonus", "penalty"):
            rule = {kind: f"ABS({self.formulas.value('number', 1)[0]})"}
            if self.some(0.5):
                rule["at-most"] = str(self.random.randint(0, 30))
            if kind == "bonus" and self.some(0.1):
                rule["may-exceed"] = "yes"
        elif kind == "gate":
            rule = {"gate": self.formulas.requirement(1), "caps-at": self.limit()}
        else:
            rule = {kind: self.limit()}
        if kind != "gate" and self.some(0.5):
            rule["when"] = self.formulas.requirement(1)
        if self.some(0.3):
            rule["unknown"] = "none"
        return rule

    def limit(self):
        return self.random.choice([str(self.random.randint(0, 100)), "MIN(ABS(q1), 100)"])

    # Grades

    def graded_root(self):
        """A heading over nodes with grades, which other nodes may read."""
        self.count += 1
        root = {"id": f"x{self.count}", "aggregate": "none"}
        root["nodes"] = [self.graded() for _ in range(self.random.randint(1, 4))]
        return root

    def graded(self, depth=0):
        ways = [self.required, self.required, self.handed_in, self.graded_value, self.graded_mean]
        if depth == 0 and grade_aggregates():
            ways += [self.weakest, self.weakest, self.lookup]
        self.count += 1
        rules = {"id": f"x{self.count}"}
        self.random.choice(ways)(rules)
        if self.some(0.3):
            marked = {"grade": self.random.choice(GRADES), "mark": "D*"}
            rule = self.random.choice(["worst", {"grade": self.random.choice(GRADES)}, marked])
            rules["missing"] = {"rule": rule} | ({"open": "yes"} if self.some(0.3) else {})
        if self.some(0.1):
            rules["applies-when"] = self.formulas.applicability()
        if self.some(0.4):
            rules["corrections"] = [self.grade_correction()]
        self.names.grades.append(rules["id"])
        return rules

    def required(self, rules):
        words = self.random.sample(GRADES, self.random.randint(2, 4))
        lowest, *others = sorted(words, key=GRADES.index)
        rules["grade"] = {word: self.formulas.requirement(1) for word in others}
        rules["grade"]["otherwise"] = lowest

    def handed_in(self, rules):
        rules["grade"] = {"from": "audit"}

    def graded_value(self, rules):
        type = self.random.choice(["number", "percent", "days"])
        rules["value"], divides = self.formulas.value(type, 2, may_divide=True)
        if divides:
            rules["empty"] = self.random.choice(STATES)
        rules["grade"] = self.grade_bands(type)

    def graded_mean(self, rules):
        children = [self.node(2, rules) for _ in range(self.random.randint(1, 3))]
        rules["nodes"] = children
        rules["aggregate"] = self.aggregate(children, rules)
        rules.pop("score", None)
        rules["grade"] = self.grade_bands("number")

    def weakest(self, rules):
        """The worst of several grades; with a plus where all are C or A."""
        words = ["refuse", "redistribute"]
        if self.some(0.5):
            children = [self.c_or_a() for _ in range(self.random.randint(1, 3))]
            plus = "true"
        else:
            children, plus = [self.graded(1) for _ in range(self.random.randint(1, 3))], "false"
            words.append("worst")
        policies = {state: self.random.choice(words) for state in STATES}
        policies["plus-when-another-is-higher"] = plus
        rules |= {"nodes": children, "aggregate": {"weakest": policies}}

    def lookup(self, rules):
        """What two grades come to by a table."""
        policies = {state: self.random.choice(["refuse", "redistribute"]) for state in STATES}
        rules |= {"nodes": [self.c_or_a(), self.c_or_a()]}
        rules["aggregate"] = {"lookup": {"tables": ["two"], **policies}}

    def c_or_a(self):
        """A node with one of two grades."""
        self.count += 1
        rules = {"id": f"x{self.count}"}
        rules["grade"] = {"A": self.formulas.requirement(1), "otherwise": "C"}
        self.names.grades.append(rules["id"])
        return rules

    def grade_bands(self, type):
        words = sorted(self.random.sample(GRADES, 3), key=GRADES.index)
        low, high = sorted(self.random.sample(range(1, 100), 2))
        edges = [self.edge(low, type), self.edge(high, type)]
        rows = [{"grade": words[0], "below": edges[0]}, {"grade": words[1], "from": edges[0]}]
        rows[1]["below"] = edges[1]
        return {"bands": rows + [{"grade": words[2], "from": edges[1]}]}

    def grade_correction(self):
        kind, word = self.random.choice(["cap", "floor", "gate"]), self.random.choice(GRADES)
        if kind == "gate":
            rule = {"gate": self.formulas.requirement(1), "caps-at": word}
        else:
            rule = {kind: word, "when": self.formulas.requirement(1)}
        return rule | ({"unknown": "none"} if self.some(0.3) else {})

    # Ranks and bands

    def standing(self):
        """The nodes that are ranked and banded, and how."""
        scored, found = list(self.names.nodes), {}
        ranked = scored + self.names.grades
        if self.some(0.8):
            found["ranking"] = {
                "nodes": self.random.sample(ranked, min(3, len(ranked))),
                "best": self.random.choice(["highest", "lowest"]),
                "ties": self.random.choice(["lowest", "highest", "dense"]),
                "figures": self.figures(),
                "within": self.random.choice(["all", "kind", "group"]),
            }
        if self.some(0.8):
            found["bands"] = self.bands(self.random.sample(scored, min(3, len(scored))))
        return found

    def figures(self):
        return "unrounded" if self.some(0.5) else self.digits(1)

    def bands(self, nodes):
        figures = self.figures()
        edges = sorted(self.random.sample(range(1, 100), 3))
        rows = [{"id": "b0"}] + [{"id": f"b{i}", "from": str(x)} for i, x in enumerate(edges, 1)]
        for row, x in zip(rows, edges):
            if figures != "unrounded" and self.some(0.5):
                row["to"] = str(x - 1) if figures["digits"] == "0" else f"{x - 1}.9"
            else:
                row["below"] = str(x)
        return {"nodes": nodes, "figures": figures, "list": rows}
