"""Random stages: dimensions side by side, each with a cell for every stage."""

PROOFS = ["legislation", "guidance", "institution", "practice", "result"]
ORIGINS = ["published", "published", "published", "quantile", "remembered", "proposed"]


class Stages:
    """Writes the stages of an edition and the tree of their cells."""

    def __init__(self, editions):
        self.editions, self.random, self.some = editions, editions.random, editions.some
        self.ids = ["professional", "strategic", "innovative"][: self.random.choice([2, 2, 3])]
        self.has_gate, self.has_decisive = self.some(0.7), self.some(0.8)
        self.has_apparatus = self.some(0.6)

    def rule(self):
        """What stands under `stages`."""
        rule = {
            "list": [self.stage(id) for id in self.ids],
            "established": self.random.choice(["70", "65.5", "60"]),
            "emerging": "40",
            "coverage": self.random.choice(["2/3", "50 %", "1"]),
            "attained": {"mean": "70", "established": "3/4", "least": "40"},
            "presence": {
                "transition": {"mean": "55", "established": "1/2"},
                "elements": {"mean": "40", "one-of": {"established": "1/4", "emerging": "1/2"}},
                "isolated": {"one-of": {"established": "any", "emerging": "1/4"}},
            },
        }
        if self.has_decisive:
            rule["decisive"] = {"below": "40", "caps-at": "59.5"}
        if self.has_gate:
            rule["proof"] = {
                "kinds": self.random.sample(PROOFS, 2), "of": self.ids[1:],
                "at-least": self.random.choice(["1/2", "2/3"]), "caps-at": "55",
            }
        if self.has_apparatus:
            rule["apparatus"] = {
                "kind": "k2", "weight": "staff", "attained": "3/4", "mean": "70"
            }
        return rule

    def stage(self, id):
        later = ["transition", "elements", "isolated", "not-assessed"]
        words = ["emerging", "before"] if id == self.ids[0] else later
        phrases = {word: {"en": f"{word} {id}"} for word in words}
        return {"id": id, "title": {"en": id}, "phrases": phrases}

    def root(self):
        """A heading over dimensions."""
        dimensions = [self.heading(self.cells()) for _ in range(self.random.randint(1, 2))]
        return self.heading(dimensions)

    def heading(self, nodes):
        return {"id": self.id(), "aggregate": "none", "nodes": nodes}

    def id(self):
        self.editions.count += 1
        return f"x{self.editions.count}"

    def cells(self):
        found = [self.cell(id) for id in self.ids]
        return found if self.some(0.7) else found[::-1]

    def cell(self, stage):
        criteria = [self.criterion() for _ in range(self.random.randint(1, 4))]
        if self.some(0.5):
            style = self.random.choice([self.editions.relative, self.editions.percents])
            for child, weight in zip(criteria, style(len(criteria))):
                child["weight"] = weight
        rules = {"id": self.id(), "stage": stage, "nodes": criteria}
        self.editions.names.nodes.append(rules["id"])
        return rules

    def criterion(self):
        rules = {"id": self.id()}
        self.editions.leaf(rules)
        if "target-achievement" not in rules["score"] and self.some(0.7):
            self.thresholds(rules)
        self.editions.steps(rules)
        # What a kind of body decides besides could leave no body at all.
        if "kind" in rules.get("applies-when", ""):
            del rules["applies-when"]
        if self.some(0.5):
            rules["proof"] = self.random.choice(PROOFS)
        else:
            rules["proof"] = self.random.sample(PROOFS, 2)
        if self.has_decisive and self.some(0.4):
            rules["decisive"] = self.random.choice(["yes", "true", "no"])
        if self.has_apparatus and self.some(0.6):
            rules["level"] = self.random.choice(["body", "system", "both"])
        self.editions.names.nodes.append(rules["id"])
        return rules

    def thresholds(self, rules):
        """A value of its own, so that its unit is known."""
        for key in ("coding", "empty", "bounds", "grade"):
            rules.pop(key, None)
        rules["value"], divides = self.editions.formulas.value("percent", 2, may_divide=True)
        if divides:
            rules["empty"] = self.random.choice(["not-applicable", "missing", "excluded"])
        marks = [str(x) for x in sorted(self.random.sample(range(-20, 150), 3))]
        floor, between, full = marks if self.some(0.6) else marks[::-1]
        keys = {"floor": floor, "pass": between, "full": full}
        if self.some(0.3):
            del keys["pass"]
        rules["score"] = {"thresholds": keys}
        rules["origin"] = self.random.choice(ORIGINS)
