"""What formulas yield: names, blanks, three-valued conditions and functions over records."""

import math
from copy import copy
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import add

import syntax
from exact import Blank, ZeroDenominator, gravest, number, rounded, step
from periods import Period

PRESENCE = {
    "KNOWN": None,
    "UNKNOWN": Blank.MISSING,
    "WITHHELD": Blank.EXCLUDED,
    "NOT-APPLICABLE": Blank.NOT_APPLICABLE,
}


class Scope:
    """Where a formula stands: a body and period, and the record at hand with those above it.

    Three functions come from the assessment: `scores` yields the score of a node of the body,
    `population` the scopes of the bodies that a word after OVER means, and `earlier` the scope of
    the body so many periods before; each may yield a blank. `record` maps each table to the record
    of it that is at hand. `member` maps a list to its member at hand.
    """

    def __init__(self, edition, evidence, body, period, scores, population, earlier):
        self.edition, self.evidence, self.body, self.period = edition, evidence, body, period
        self.scores, self.population, self.earlier = scores, population, earlier
        self.record, self.member = {}, {}

    def changed(self, **parts):
        """The scope with some of its parts replaced."""
        scope = copy(self)
        vars(scope).update(parts)
        return scope

    def at(self, table, record):
        """The scope of one record."""
        return self.changed(record={**self.record, table: record})

    def of(self, list, member):
        """The scope in which a list stands for one of its members."""
        return self.changed(member={**self.member, list: member})

    def value(self, name):
        """What a name stands for."""
        if name == "period":
            return self.period
        if name == "kind":
            return self.body.kind
        if name == "body":
            return self.body.id
        if name in self.member:
            return self.value(self.member[name])
        if name in self.edition.inputs:
            row = self.evidence.rows.get((self.body.id, self.period))
            return Blank.MISSING if row is None else row[name]
        if name in self.edition.parameters:
            return self.parameter(name)
        return self.field(name)

    def parameter(self, name):
        """The value on the last day of the period."""
        rule = self.edition.parameters[name]
        value = None
        for dated in rule.get("values", [rule]):
            begins = date.fromisoformat(dated.get("from", "0001-01-01"))
            if value is None or begins <= self.period.last_day:
                value = dated["value"]
        return Blank.MISSING if value == "unknown" else number(value)

    def field(self, name):
        """The value of a field of a record at hand."""
        table, _, field = name.rpartition(".")
        table = table or next(t for t in reversed(self.record) if self.has(t, field))
        field = self.member.get(field, field)
        rule = self.edition.fields(table)[field]
        record = self.record[table]
        if "value" not in rule:
            return record[field]
        above = {t: r for t, r in self.record.items() if t in self.lineage(table)}
        scope = self.changed(record=above, member={})
        return result(rule["value"], scope)

    def has(self, table, field):
        return self.member.get(field, field) in self.edition.fields(table)

    def lineage(self, table):
        """The table and those that its records lie within."""
        while table:
            yield table
            table = self.edition.tables[table].get("within")

    def records(self, table):
        """The scope of each record of a table: the body's, or those of the record at hand."""
        above = self.edition.tables[table].get("within")
        if above is None:
            found = self.evidence.records.get((self.body.id, self.period), {}).get(table, [])
            return [self.at(table, record) for record in found]
        owners = [self] if above in self.record else self.records(above)
        return [
            owner.at(table, record)
            for owner in owners
            for record in owner.record[above].get(table, [])
        ]


def evaluate(formula, scope):
    """The value of a formula's text in a scope."""
    return value(syntax.parse(formula), scope)


def result(formula, scope):
    """The result of a formula as a step."""
    return step_of(syntax.parse(formula), scope)


def step_of(tree, scope):
    """The result of a tree as a step; a number or a name alone is what is written or named."""
    if tree[0] in ("number", "name"):
        return step(exactly_or_doubles(tree, scope))
    return step(value(tree, scope))


def value(tree, scope):
    """The value of a tree in a scope; in a double edition every number is the nearest double."""
    return scope.edition.number(exactly_or_doubles(tree, scope))


def exactly_or_doubles(tree, scope):
    """One case for each kind of tree; its parts are doubles already where there are any."""
    match tree:
        case ("number" | "text" | "flag", literal):
            return literal
        case ("name", name):
            return scope.value(name)
        case ("score" | "grade", id):
            return scope.scores(id)
        case ("sign", x):
            return known(lambda a: -a, value(x, scope))
        case ("not", x):
            return known(lambda a: not a, value(x, scope))
        case ("and", x, y):
            return joined((value(each, scope) for each in (x, y)), False)
        case ("or", x, y):
            return joined((value(each, scope) for each in (x, y)), True)
        case ("compare", sign, x, y):
            return known(lambda a, b: compare(sign, a, b), value(x, scope), value(y, scope))
        case ("between", x, low, high):
            sides = [value(each, scope) for each in (x, low, high)]
            return known(
                lambda a, b, c: compare("<=", b, a) and compare("<=", a, c), *sides
            )
        case ("is", x, presence, negated):
            found = value(x, scope)
            found = found if isinstance(found, Blank) else None
            return (found == PRESENCE[presence]) != negated
        case ("+" | "-" | "*" | "/", x, y):
            return arithmetic(tree[0], value(x, scope), value(y, scope))
        case ("call", name, arguments, population, condition):
            if population:
                return over_bodies(name, arguments[0], population, condition, scope)
            return FUNCTIONS[name](arguments, condition, scope)


def known(function, *values):
    """What the function makes of the values, or the gravest blank among them."""
    blank = gravest(values)
    return function(*values) if blank is None else blank


def joined(values, decisive):
    """AND or OR of conditions, left to right: one that decides, else a blank, else the rest."""
    blanks = []
    for each in values:
        if isinstance(each, Blank):
            blanks.append(each)
        elif each == decisive:
            return decisive
    return max(blanks) if blanks else not decisive


def compare(sign, a, b):
    """A comparison of two values of one type; a text beside a day or period is read as one."""
    a, b = alike(a, b), alike(b, a)
    return {
        "=": lambda: a == b,
        "<>": lambda: not a == b,
        "<": lambda: a < b,
        "<=": lambda: a <= b,
        ">": lambda: b < a,
        ">=": lambda: b <= a,
    }[sign]()


def alike(value, other):
    if isinstance(value, str) and isinstance(other, date):
        return date.fromisoformat(value)
    if isinstance(value, str) and isinstance(other, Period):
        return Period.read(value, other.form, other.begins)
    if isinstance(value, str) and hasattr(other, "place"):
        return other.of(value)
    return value


def arithmetic(sign, a, b):
    """A sum, difference, product or quotient; a denominator of zero counts before any blank."""
    if sign == "/" and not isinstance(b, Blank) and b == 0:
        raise ZeroDenominator
    return known(lambda x, y: exactly(sign, x, y), a, b)


def exactly(sign, a, b):
    if isinstance(a, date):
        return Fraction((a - b).days)
    if isinstance(a, Period):
        return Fraction(a.index - b.index)
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[sign]()


# Functions


def table_of(trees, scope):
    """The table whose records a function goes over; None where it goes over its arguments."""
    for tree in trees:
        for part in outer(tree):
            table = part[1].split(".")[0] if part[0] == "name" else None
            if table in scope.edition.tables and table not in scope.record:
                return table
    return None


def outer(tree):
    """The parts of a tree that do not stand within a function of their own."""
    yield tree
    if tree[0] != "call" or tree[1] in ("IF", "ABS", "ROUND", "AND", "OR"):
        for part in syntax.parts(tree):
            yield from outer(part)


def places(argument, condition, scope):
    """Where an argument is looked at, and how it reads there.

    The places are one for each record, member of a list, or period; `table` is None where they
    are not records. A blank stands for all where nothing was handed in for one of the periods.
    """
    periods = [tree for tree in outer(argument) if is_call(tree, "PERIODS")]
    found = [scope]
    if periods:
        count = periods[0][2][1]
        for call in periods:
            argument = replaced(argument, call, call[2][0])
        found = [scope.earlier(back) for back in reversed(range(int(count[1])))]
        if any(isinstance(place, Blank) for place in found):
            return Blank.MISSING
    trees = [argument] + ([condition] if condition else [])
    table = table_of(trees, scope)
    if table is not None:
        found = [record for place in found for record in place.records(table)]
    if condition:
        found = [place for place in found if value(condition, place) is True]
    for tree in outer(argument):
        name = tree[1].split(".")[-1] if tree[0] == "name" else None
        if name in scope.edition.lists:
            members = scope.edition.lists[name]
            found = [place.of(name, member) for place in found for member in members]
    return found, argument, table


def is_call(tree, name):
    return tree[0] == "call" and tree[1] == name


def replaced(tree, part, other):
    """The tree with another in the place of a part of it."""
    if tree == part:
        return other
    return tuple(replaced(each, part, other) if isinstance(each, tuple) else each for each in tree)


def values(arguments, condition, scope):
    """The values of all arguments, over records each as the result of a step; or a blank."""
    found = []
    for argument in arguments:
        gathered = places(argument, condition, scope)
        if isinstance(gathered, Blank):
            return gathered
        scopes, argument, table = gathered
        each = value if table is None else step_of
        found += [each(argument, place) for place in scopes]
    return found


def over_bodies(name, argument, population, condition, scope):
    """A function of one value of each body; each is the result of a step."""
    bodies = scope.population(population)
    if isinstance(bodies, Blank):
        return bodies
    if condition:
        bodies = [body for body in bodies if value(condition, body) is True]
    found = [step_of(argument, body) for body in bodies]
    if name == "COUNT":
        return Fraction(how_many(found))
    found = [each for each in found if not isinstance(each, Blank)]
    return STATISTICS[name](found) if found else Blank.MISSING


def how_many(found):
    """How many values are known, or conditions true."""
    return sum(each is not False and not isinstance(each, Blank) for each in found)


def statistic(name):
    """A function of the values that are known; over nothing it is missing."""

    def result(arguments, condition, scope):
        found = values(arguments, condition, scope)
        if isinstance(found, Blank):
            return found
        found = [each for each in found if not isinstance(each, Blank)]
        return STATISTICS[name](found) if found else Blank.MISSING

    return result


def total(found):
    """The sum, from left to right."""
    return reduce(add, found)


def median(found):
    found = sorted(found)
    middle = len(found) // 2
    return found[middle] if len(found) % 2 else (found[middle - 1] + found[middle]) / 2


def count(arguments, condition, scope):
    """How many records there are, values are known, or conditions hold."""
    argument = arguments[0]
    gathered = places(argument, condition, scope)
    if isinstance(gathered, Blank):
        return gathered
    scopes, argument, table = gathered
    if argument == ("name", table):
        return Fraction(len(scopes))
    return Fraction(how_many([value(argument, place) for place in scopes]))


def every(decisive):
    """ALL or ANY: over records and members of lists."""

    def result(arguments, condition, scope):
        gathered = places(arguments[0], condition, scope)
        if isinstance(gathered, Blank):
            return gathered
        scopes, argument, _ = gathered
        return joined((value(argument, place) for place in scopes), decisive)

    return result


def choose(arguments, condition, scope):
    test = value(arguments[0], scope)
    if isinstance(test, Blank):
        return test
    return value(arguments[1] if test else arguments[2], scope)


def round_(arguments, condition, scope):
    if len(arguments) > 2:
        mode = arguments[2][1]
    else:
        mode = scope.edition.document["rounding"]["mode"]
    digits = int(arguments[1][1])
    return known(lambda x: rounded(x, digits, mode), value(arguments[0], scope))


def previous(arguments, condition, scope):
    """What something of the body was so many periods before."""
    back = int(arguments[1][1]) if len(arguments) > 1 else 1
    place = scope.earlier(back)
    return place if isinstance(place, Blank) else value(arguments[0], place)


def connective(decisive):
    return lambda arguments, condition, scope: joined(
        (value(each, scope) for each in arguments), decisive
    )


def deviation(of_sample):
    """The standard deviation of numbers, with the divisor n - 1 of a sample or n."""

    def result(found):
        if of_sample and len(found) == 1:
            return Blank.MISSING
        mean = sum(map(Fraction, found)) / len(found)
        squares = sum((Fraction(each) - mean) ** 2 for each in found)
        return math.sqrt(squares / (len(found) - of_sample))

    return result


def of_double(function, takes):
    """A function of doubles; what it does not take is like a denominator of zero."""

    def result(arguments, condition, scope):
        return known(checked, *(value(each, scope) for each in arguments))

    def checked(*numbers):
        if not takes(*numbers):
            raise ZeroDenominator
        try:
            return function(*numbers)
        except OverflowError:
            return math.inf

    return result


STATISTICS = {
    "SUM": total,
    "AVERAGE": lambda found: total(found) / len(found),
    "MIN": min,
    "MAX": max,
    "MEDIAN": median,
    "STDEV": deviation(1),
    "STDEVP": deviation(0),
}

FUNCTIONS = {name: statistic(name) for name in STATISTICS} | {
    "IF": choose,
    "COUNT": count,
    "ALL": every(False),
    "ANY": every(True),
    "AND": connective(False),
    "OR": connective(True),
    "ROUND": round_,
    "SQRT": of_double(math.sqrt, lambda x: x >= 0),
    "LN": of_double(math.log, lambda x: x > 0),
    "EXP": of_double(math.exp, lambda x: True),
    "POWER": of_double(math.pow, lambda x, exponent: x > 0 or (x == 0 and exponent > 0)),
    "PREVIOUS": previous,
    "ABS": lambda arguments, condition, scope: known(abs, value(arguments[0], scope)),
}
