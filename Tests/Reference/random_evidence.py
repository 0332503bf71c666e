"""Random evidence for an edition: a few bodies, and what each handed in for each period."""

from datetime import date, timedelta
from fractions import Fraction

from exact import Blank
from model import Body, Evidence
from periods import Period


class EvidenceWriter:
    """Makes up bodies, rows of inputs and records with one source of randomness."""

    def __init__(self, random, edition, periods):
        self.random, self.edition, self.periods = random, edition, periods

    def some(self, chance):
        return self.random.random() < chance

    def evidence(self):
        """Evidence of at least one period that the edition holds for."""
        while True:
            evidence = self.some_evidence()
            if any(self.edition.holds_for(period) for period in evidence.periods()):
                return evidence

    def some_evidence(self):
        evidence = Evidence([self.body(i) for i in range(self.random.randint(1, 7))])
        for body in evidence.bodies:
            for period in self.periods:
                if not self.some(0.06):
                    evidence.rows[body.id, period] = self.row(period)
                evidence.records[body.id, period] = {
                    id: self.records(id)
                    for id, table in self.edition.tables.items()
                    if "within" not in table
                }
        return evidence

    def body(self, index):
        kind = self.random.choice(["k1", "k2", "k1", "k2", "k3"])
        group = self.random.choice(["g1", "g2", ""])
        begins, ends = None, None
        days = [period.last_day for period in self.periods]
        days += [day + timedelta(days=1) for day in days] + [self.periods[0].first_day]
        if self.some(0.15):
            begins = self.random.choice(days)
        if self.some(0.15):
            ends = self.random.choice([day for day in days if not begins or day >= begins])
        return Body(f"b{index}", kind, group, begins, ends)

    def row(self, period):
        row = {id: self.value(rule) for id, rule in self.edition.inputs.items()}
        statuses = ["verified", "published", "verified", "reported"]
        return {**row, "status": self.random.choice(statuses)}

    def records(self, table):
        rule = self.edition.tables[table]
        found = []
        for index in range(self.random.choice([0, 1, 1, 2, 3, 4])):
            record = {column: f"{column[0]}{index}" for column in rule["key"]}
            for id, field in rule["fields"].items():
                if "value" not in field:
                    record[id] = self.value(field)
            for inner, other in self.edition.tables.items():
                if other.get("within") == table:
                    record[inner] = self.records(inner)
            found.append(record)
        return found

    def value(self, rule):
        """A value of a field, or one of the blanks that may stand in it."""
        if "optional" in rule and self.some(0.3):
            return self.random.choice([Blank.MISSING, Blank.MISSING, *Blank])
        if self.some(0.02):
            return self.random.choice([Blank.NOT_APPLICABLE, Blank.EXCLUDED])
        if rule["type"] == "code":
            return self.random.choice(rule["values"])
        return getattr(self, rule["type"])("min" in rule)

    def number(self, is_positive):
        if is_positive:
            whole = Fraction(self.random.randint(1, 9))
            return self.random.choice([whole, self.hundredths(1, 3000)])
        options = [self.random.randint(0, 100), self.random.randint(0, 100)]
        options += [self.random.randint(-50, 150), 0, self.hundredths(0, 10000)]
        return Fraction(self.random.choice(options))

    def hundredths(self, low, high):
        return Fraction(self.random.randint(low, high), 100)

    def share(self, is_positive):
        return self.hundredths(0, 100)

    def percent(self, is_positive):
        whole = Fraction(self.random.randint(0, 100))
        return self.random.choice([whole, self.hundredths(0, 10000)])

    def count(self, is_positive):
        return Fraction(self.random.randint(1 if is_positive else 0, 60))

    def money(self, is_positive):
        return self.hundredths(0, 20000)

    def days(self, is_positive):
        return Fraction(self.random.randint(0, 90))

    def date(self, is_positive):
        return date(2023, 1, 1) + timedelta(days=self.random.randint(0, 800))

    def period(self, is_positive):
        period = self.random.choice(self.periods)
        return Period(period.form, period.index - self.random.randint(0, 2), period.begins)

    def flag(self, is_positive):
        return self.random.choice([True, False])
