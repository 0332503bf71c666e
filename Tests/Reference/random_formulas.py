"""Random formulas of a wanted type, by the tables of types in docs/language.md."""

from exact import MODES
from pages import functions, types_of

TYPES = ["number", "share", "percent", "count", "money", "days"]
WORDS = ["Y", "N", "Z"]


class Names:
    """What formulas may name: `(name, type)` in `at[None]` for a body, in `at[table]` for a record.

    `dividing` has the computed fields of a table that may divide by zero, `lists` the lists of
    numbers, and `nodes` and `grades` the nodes whose scores or grades may be used.
    """

    def __init__(self, some_period):
        self.at, self.dividing, self.lists = {None: []}, {}, []
        self.nodes, self.grades = [], []
        self.some_period = some_period

    def of(self, type, table):
        found = [name for name, has in self.at[None] if has == type]
        return found + [name for name, has in self.at.get(table, []) if has == type]


class Formulas:
    """Writes formulas with one source of randomness.

    `may_divide` says whether a denominator may be zero in the formula that is being written, and
    `divides` becomes true when one may be. `in_condition` says whether fields of the record above
    may be named, which an argument of a function may not. `compares` says whether the edition looks
    at other bodies at all: such scores have no bounds.
    """

    def __init__(self, random, names, tables):
        self.random, self.names, self.tables = random, names, tables
        self.may_divide = self.divides = False
        self.may_score = self.in_condition = True
        self.modes, self.may_name_kind, self.is_double = MODES, True, False
        self.looks_back = random.random() < 0.4
        self.compares = random.random() < 0.3

    def value(self, type, depth, may_divide=False, may_score=True):
        """A formula of a value at a body, and whether a denominator of it may be zero."""
        self.may_divide, self.divides, self.may_score = may_divide, False, may_score
        self.is_computed = False
        return self.number(type, depth, None), self.divides

    def applicability(self):
        """A condition under which a node applies; it leaves out no kind of body."""
        self.may_name_kind = False
        condition = self.requirement(1)
        self.may_name_kind = True
        return condition

    def requirement(self, depth, may_score=True, table=None):
        """A condition at a body or on a record, without denominators that may be zero."""
        self.may_divide, self.divides, self.may_score = False, False, may_score
        self.is_computed = not may_score
        return self.condition(depth, table)

    def computed(self, depth, table):
        """A formula of a computed number of a record, and whether a denominator may be zero."""
        self.may_divide, self.divides, self.may_score = True, False, False
        self.is_computed = True
        return self.number("number", depth, table), self.divides

    @property
    def may_compare(self):
        """Whether other bodies may be looked at; a computed field cannot."""
        return self.compares and not self.is_computed

    @property
    def may_look_back(self):
        return self.looks_back and not self.is_computed

    def number(self, type, depth, table):
        """An expression of a type of number, in the scope of a body or of a record."""
        if depth <= 0 or self.random.random() < 0.25:
            return self.plain(type, table)
        kinds = [self.sum, self.product, self.quotient, self.choice, self.function, self.over]
        kinds += [self.over, self.sum, self.least, self.guarded, self.sign, self.span]
        if self.may_compare:
            kinds += [self.of_bodies] * 3
        if self.may_look_back and table is None:
            kinds += [self.previous, self.of_periods, self.of_periods]
        return self.random.choice(kinds)(type, depth - 1, table)

    def plain(self, type, table):
        """A name or a number."""
        options = self.names.of(type, table) * 2
        if type == "number" and self.may_divide and self.names.dividing.get(table):
            if self.random.random() < 0.2:
                self.divides = True
                return self.random.choice(self.names.dividing[table])
        if type == "number":
            options += ["0", "1", "100"]
            if self.may_score and table is None and self.names.nodes:
                options += [f"score({self.random.choice(self.names.nodes)})"] * 2
            if table is not None and self.tables[table] and self.in_condition:
                above = self.tables[table]
                fields = self.names.at[above]
                options += [f"{above}.{name}" for name, has in fields if has == type]
        return self.random.choice(options)

    def pair(self, operation, type):
        """A left and a right type of which an operation makes the wanted one."""
        found = [pair for pair, made in types_of(operation).items() if made == type]
        return self.random.choice(found) if found else None

    def sum(self, type, depth, table):
        left, right = self.pair("+", type)
        sign = self.random.choice("+-")
        if self.random.random() < 0.15:
            return f"{self.random.choice(['1', '100'])} {sign} {self.operand(type, depth, table)}"
        one, other = self.number(left, depth, table), self.operand(right, depth, table)
        return f" {sign} ".join(self.named([one, other], [left, right], table))

    def named(self, sides, types, table):
        """Two sides of an operator; a number that is written out would take the other's unit."""
        if types[0] == types[1]:
            return sides
        return [
            self.random.choice(self.names.of(type, table)) if side in ("0", "1", "100") else side
            for side, type in zip(sides, types)
        ]

    def product(self, type, depth, table):
        pair = self.pair("*", type)
        if type == "percent" and self.random.random() < 0.4:
            return f"{self.factor('share', depth, table)} * 100"
        if pair is None:
            return self.plain(type, table)
        left, right = pair
        one, other = self.factor(left, depth, table), self.operand(right, 0, table)
        return " * ".join(self.named([one, other], pair, table))

    def factor(self, type, depth, table):
        """The left side of a strong operator: another product or quotient needs no parentheses."""
        if depth > 0 and self.random.random() < 0.4:
            return self.random.choice([self.product, self.quotient])(type, depth - 1, table)
        return self.operand(type, depth, table)

    def operand(self, type, depth, table):
        """A number that may stand beside a strong operator."""
        inner = self.number(type, depth, table)
        return f"({inner})" if " " in inner else inner

    def quotient(self, type, depth, table):
        """A division by something that is not zero, or may be where that is allowed."""
        pair = self.pair("/", type)
        if type == "share" and self.random.random() < 0.3:
            return f"{self.factor('percent', depth, table)} / 100"
        if pair is None:
            return self.plain(type, table)
        left, right = pair
        under = {"number": ["positive"], "count": ["staff"]}.get(right, [])
        if self.may_divide and self.random.random() < 0.5:
            found = self.names.of(right, table)
            self.divides = self.divides or bool(found)
            under = found or under
        if not under:
            return self.plain(type, table)
        sides = [self.factor(left, depth, table), self.random.choice(under)]
        return " / ".join(self.named(sides, pair, table))

    def guarded(self, type, depth, table):
        """A division that asks first whether it divides by zero."""
        if type != "number":
            return self.choice(type, depth, table)
        under = self.random.choice(self.names.of("number", table))
        left = self.operand("number", depth, table)
        otherwise = self.plain("number", table)
        test = self.random.choice([f"{under} > 0", f"{under} <> 0"])
        return f"IF({test}, {left} / {under}, {otherwise})"

    def choice(self, type, depth, table):
        test = self.condition(depth, table)
        if self.random.random() < 0.15:
            return f"IF({test}, {self.number(type, depth, table)}, 0)"
        return f"IF({test}, {self.number(type, depth, table)}, {self.number(type, depth, table)})"

    def sign(self, type, depth, table):
        if type == "count":
            return self.plain(type, table)
        return f"-{self.operand(type, depth, table)}"

    def span(self, type, depth, table):
        """A length of time between days or periods."""
        if type == "days":
            left, right = (self.random.choice(self.names.of("date", table)) for _ in "ab")
            return f"{left} - {right}"
        if type == "number":
            return f"period - {self.random.choice(self.names.of('period', table))}"
        return self.plain(type, table)

    def statistics(self, type):
        """The functions of many numbers that yield a type."""
        found = ["SUM", "MIN", "MAX"]
        if type != "count":
            found += ["AVERAGE", "MEDIAN"]
            found += ["STDEV", "STDEVP"] if self.is_double and "STDEV" in functions() else []
        return found

    def of_doubles(self, inner):
        """A function that only double editions have; perhaps of what it does not take."""
        name = self.random.choice(["SQRT", "LN", "EXP", "POWER"])
        if name == "EXP":
            return f"EXP(-ABS({inner}))"
        is_risky = self.may_divide and self.random.random() < 0.4
        self.divides = self.divides or is_risky
        inner = inner if is_risky else f"ABS({inner}) + 1"
        return f"POWER({inner}, half)" if name == "POWER" else f"{name}({inner})"

    def function(self, type, depth, table):
        inner = self.number(type, depth, table)
        if type == "number" and self.is_double and "SQRT" in functions():
            if self.random.random() < 0.6:
                return self.of_doubles(inner)
        if type == "count" or self.random.random() < 0.5:
            return f"ABS({inner})"
        mode = self.random.choice(self.modes)
        return f'ROUND({inner}, {self.random.randint(0, 3)}, "{mode}")'

    def least(self, type, depth, table):
        """A function over a list of numbers, or over a list of names."""
        name = self.random.choice(self.statistics(type))
        if type == "number" and self.names.lists and self.random.random() < 0.4:
            return f"{name}({self.random.choice(self.names.lists)})"
        count = self.random.randint(2, 3)
        return f"{name}({', '.join(self.number(type, depth - 1, table) for _ in range(count))})"

    def over(self, type, depth, table):
        """A function over records: those of the body, or those that belong to the one at hand."""
        inner = self.inner_table(table)
        if inner is None:
            return self.plain(type, table)
        fields = [name for name, has in self.names.at[inner] if has == type]
        if not fields and type != "count":
            return self.plain(type, table)
        condition = f" WHERE {self.condition(depth, inner)}" if self.random.random() < 0.6 else ""
        if type == "count":
            return f"COUNT({self.counted(inner)}{condition})"
        name = self.random.choice(self.statistics(type))
        argument = f"{inner}.{self.random.choice(fields)}"
        if type == "number" and self.random.random() < 0.4:
            outside, self.in_condition = self.in_condition, False
            argument += f" + {self.operand(type, min(depth, 1), inner)}"
            self.in_condition = outside
        return f"{name}({argument}{condition})"

    def of_bodies(self, type, depth, table):
        """A function over bodies or peers; what they are asked stands at the level of a body."""
        word = self.random.choice(["bodies", "peers"])
        value = self.number(type, min(depth, 1), None)
        condition = f" WHERE {self.condition(0, None)}" if self.random.random() < 0.4 else ""
        if type == "count":
            return f"COUNT({self.condition(0, None)} OVER {word}{condition})"
        name = self.random.choice(self.statistics(type))
        return f"{name}({value} OVER {word}{condition})"

    def previous(self, type, depth, table):
        """What something was before."""
        back = self.random.choice(["", ", 1", ", 2"])
        return f"PREVIOUS({self.number(type, min(depth, 1), None)}{back})"

    def of_periods(self, type, depth, table):
        """A function over the records or the values of several periods."""
        count = self.random.randint(1, 3)
        if type == "count":
            inner, condition = self.inner_table(None), ""
            if self.random.random() < 0.5:
                self.is_computed, before = True, self.is_computed
                condition = f" WHERE {self.condition(min(depth, 1), inner)}"
                self.is_computed = before
            return f"COUNT(PERIODS({inner}, {count}){condition})"
        name = self.random.choice(self.statistics(type))
        return f"{name}(PERIODS({self.number(type, min(depth, 1), None)}, {count}))"

    def counted(self, table):
        """What COUNT counts: records, known values of a field, or true ones."""
        field, _ = self.random.choice(self.names.at[table])
        code = self.code(table)
        options = [table, table, f"{table}.{field}"]
        return self.random.choice(options + ([f"{table}.{code}"] if code else []))

    def code(self, table):
        fields = [name for name, has in self.names.at[table] if has == "code"]
        word = self.random.choice(WORDS)
        return f'{self.random.choice(fields)} = "{word}"' if fields else None

    def inner_table(self, table):
        """A table whose records can be gone over here."""
        if table is None:
            return self.random.choice(list(self.tables)) if self.tables else None
        return next((name for name, above in self.tables.items() if above == table), None)

    def condition(self, depth, table):
        """A condition in the scope of a body or of a record."""
        kinds = [self.comparison, self.comparison, self.word, self.presence, self.between]
        kinds += [self.of_body, self.day, self.flag]
        if depth > 0:
            kinds += [self.joined, self.joined, self.negated, self.every, self.called]
        return self.random.choice(kinds)(depth - 1, table)

    def comparison(self, depth, table):
        type = self.random.choice(TYPES[:3] + ["number", "number", "count", "money", "days"])
        sign = self.random.choice(["=", "<>", "<", "<=", ">", ">="])
        left = self.number(type, depth, table)
        if self.random.random() < 0.25:
            others = [b for a, b in types_of("compare") if a == type]
            other = self.random.choice(others)
            sides = [left, self.random.choice(self.names.of(other, table))]
            return f" {sign} ".join(self.named(sides, [type, other], table))
        return f"{left} {sign} {self.literal(type)}"

    def literal(self, type):
        """A number that is compared with: any may stand there."""
        if type == "share":
            return self.random.choice(["0.5", "40 %", "12.5 %", "0", "1"])
        return self.random.choice(["0", "1", "10", "50", "12.5", "80"])

    def between(self, depth, table):
        type = self.random.choice(["number", "percent", "days", "share"])
        low, high = sorted(self.random.sample(range(0, 100), 2))
        unit = " %" if type == "share" else ""
        return f"{self.number(type, depth, table)} BETWEEN {low}{unit} AND {high}{unit}"

    def word(self, depth, table):
        if self.names.grades and self.may_score and self.random.random() < 0.4:
            sign = self.random.choice(["=", "<>", "<", "<=", ">", ">="])
            return f'grade({self.random.choice(self.names.grades)}) {sign} "C+"'
        name = self.random.choice(self.names.of("code", table))
        return f'{name} {self.random.choice(["=", "<>"])} "{self.random.choice(WORDS)}"'

    def presence(self, depth, table):
        presence = self.random.choice(["KNOWN", "UNKNOWN", "WITHHELD", "NOT-APPLICABLE"])
        negation = self.random.choice(["", "", "NOT "])
        if self.random.random() < 0.3:
            type = self.random.choice(["code", "date"])
            subject = self.random.choice(self.names.of(type, table))
        else:
            subject = self.number("number", depth, table)
        return f"{subject} IS {negation}{presence}"

    def of_body(self, depth, table):
        period = self.names.some_period
        sign = self.random.choice(["=", "<>", "<", "<=", ">", ">="])
        kind = self.random.choice(["k1", "k2"])
        options = [f'period {sign} "{period}"', 'body <> "b1"']
        options += [f'kind = "{kind}"'] if self.may_name_kind else []
        return self.random.choice(options)

    def day(self, depth, table):
        name = self.random.choice(self.names.of("date", table))
        sign = self.random.choice(["=", "<>", "<", "<=", ">", ">="])
        return f'{name} {sign} "{self.random.choice(["2024-02-29", "2023-12-31", "2024-07-01"])}"'

    def flag(self, depth, table):
        name = self.random.choice(self.names.of("flag", table))
        return self.random.choice([name, f"{name} = TRUE", f"{name} <> FALSE"])

    def joined(self, depth, table):
        word = self.random.choice([" AND ", " OR "])
        parts = [self.condition(depth, table) for _ in range(self.random.randint(2, 3))]
        return word.join(self.random.choice([f"({part})", part]) for part in parts)

    def called(self, depth, table):
        word = self.random.choice(["AND", "or"])
        return f"{word}({self.condition(depth, table)}, {self.condition(depth, table)})"

    def negated(self, depth, table):
        inner = self.condition(depth, table)
        return self.random.choice([f"NOT ({inner})", f"NOT {inner}"])

    def every(self, depth, table):
        """ALL or ANY over records, or over the names of a list."""
        inner, name = self.inner_table(table), self.random.choice(["ALL", "ANY"])
        if inner is None or self.names.lists and self.random.random() < 0.3:
            if not self.names.lists:
                return self.word(depth, table)
            return f"{name}({self.random.choice(self.names.lists)} >= {self.literal('number')})"
        code = self.code(inner)
        if code is None:
            return self.word(depth, table)
        condition = f" WHERE {self.condition(depth, inner)}" if self.random.random() < 0.4 else ""
        return f"{name}({inner}.{code}{condition})"
