"""Reads formulas by the grammar in docs/language.md.

A tree is a tuple whose first part says what it is:

    ("number", Fraction)  ("text", str)  ("flag", bool)  ("name", str)  ("score", id)
    ("sign", x)  ("not", x)  ("between", x, low, high)  ("is", x, presence, negated)
    ("and" | "or", x, y)  ("compare", sign, x, y)  ("+" | "-" | "*" | "/", x, y)
    ("call", name, arguments, population, condition)
"""

import re
from fractions import Fraction
from functools import lru_cache

TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>"[^"]*")
    |(?P<name>[A-Za-z_](?:[A-Za-z0-9_.]|-(?=[A-Za-z0-9]))*)
    |(?P<sign><>|<=|>=|[-+*/=<>(),%]))""",
    re.VERBOSE,
)
COMPARISONS = ["=", "<>", "<", "<=", ">", ">="]


@lru_cache(maxsize=None)
def parse(text):
    """The tree of a formula."""
    reader = Reader(text)
    tree = reader.expression()
    assert reader.next is None, f"{text!r} goes on at {reader.next!r}"
    return tree


class Reader:
    """Walks over the tokens of one formula, weakest operators first."""

    def __init__(self, text):
        self.tokens, position = [], 0
        text = text.rstrip()
        while position < len(text):
            match = TOKEN.match(text, position)
            assert match, f"{text!r} has something at {position}"
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            position = match.end()
        self.place = 0

    @property
    def next(self):
        return self.tokens[self.place][1] if self.place < len(self.tokens) else None

    def take(self):
        self.place += 1
        return self.tokens[self.place - 1]

    def has(self, *words):
        """Takes the next token where it is one of these words."""
        if self.next is not None and self.next.upper() in words:
            return self.take()[1].upper()
        return None

    def need(self, word):
        assert self.has(word), f"{word} is expected, not {self.next!r}"

    def expression(self):
        tree = self.conjunction()
        while self.has("OR"):
            tree = ("or", tree, self.conjunction())
        return tree

    def conjunction(self):
        tree = self.negation()
        while self.has("AND"):
            tree = ("and", tree, self.negation())
        return tree

    def negation(self):
        return ("not", self.negation()) if self.has("NOT") else self.comparison()

    def comparison(self):
        tree = self.suffixed(self.sum())
        sign = self.has(*COMPARISONS)
        return ("compare", sign, tree, self.suffixed(self.sum())) if sign else tree

    def suffixed(self, tree):
        if self.has("BETWEEN"):
            low = self.sum()
            self.need("AND")
            return ("between", tree, low, self.sum())
        if self.has("IS"):
            negated = bool(self.has("NOT"))
            return ("is", tree, self.take()[1].upper(), negated)
        return tree

    def sum(self):
        tree = self.product()
        while sign := self.has("+", "-"):
            tree = (sign, tree, self.product())
        return tree

    def product(self):
        tree = self.signed()
        while sign := self.has("*", "/"):
            tree = (sign, tree, self.signed())
        return tree

    def signed(self):
        return ("sign", self.signed()) if self.has("-") else self.primary()

    def primary(self):
        kind, word = self.take()
        if kind == "number":
            value = Fraction(word)
            return ("number", value / 100 if self.has("%") else value)
        if kind == "text":
            return ("text", word[1:-1])
        if word == "(":
            tree = self.expression()
            self.need(")")
            return tree
        assert kind == "name", word
        if word.upper() in ("TRUE", "FALSE"):
            return ("flag", word.upper() == "TRUE")
        return self.call(word) if self.has("(") else ("name", word)

    def call(self, name):
        if name.lower() in ("score", "grade"):
            tree = (name.lower(), self.take()[1])
            self.need(")")
            return tree
        arguments, population, condition = [], None, None
        while not self.has(")"):
            arguments.append(self.expression())
            if self.has("OVER"):
                population = self.take()[1]
            if self.has("WHERE"):
                condition = self.expression()
            self.has(",")
        return ("call", name.upper(), tuple(arguments), population, condition)


def parts(tree):
    """The trees directly beneath a tree."""
    for part in tree[1:]:
        if isinstance(part, tuple):
            if part and isinstance(part[0], tuple):
                yield from part
            elif part:
                yield part


def walk(tree):
    """The tree and all beneath it."""
    yield tree
    for part in parts(tree):
        yield from walk(part)


def names(tree):
    """All names a formula uses."""
    return {part[1] for part in walk(tree) if part[0] == "name"}


def nodes(tree):
    """All nodes whose score or grade a formula uses."""
    return {part[1] for part in walk(tree) if part[0] in ("score", "grade")}
