"""Grades: words in an order, of which a node has one in the place of a score.

Inside, a grade is its place in the order, counted from 0 for the worst; so scales, bounds, ranks
and corrections are those of scores.
"""

from fractions import Fraction

from exact import Blank
from formulas import evaluate
from score_rules import row_of


class Grade:
    """A grade within a formula, where it is compared with words and other grades."""

    def __init__(self, place, order):
        self.place, self.order = place, order

    def of(self, word):
        """The grade that a word names."""
        return Grade(self.order.index(word), self.order)

    def __str__(self):
        return self.order[int(self.place)]

    def __eq__(self, other):
        return self.place == other.place

    def __lt__(self, other):
        return self.place < other.place

    def __le__(self, other):
        return self.place <= other.place


def is_requirements(rule):
    return not rule.keys() & {"from", "bands"}


def formulas(rule):
    """The formulas of what stands under `grade`."""
    if "from" in rule:
        return [rule["from"]]
    return [] if "bands" in rule else [text for key, text in rule.items() if key != "otherwise"]


def rows(rule, order):
    """The requirements with the places of their grades, from the best down, and what is left."""
    words = sorted(rule.keys() - {"otherwise"}, key=order.index, reverse=True)
    places = [(rule[word], Fraction(order.index(word))) for word in words]
    return places, Fraction(order.index(rule["otherwise"]))


def handed_in(rule, scope, order):
    """The place of the grade that was handed in as a code."""
    word = evaluate(rule["from"], scope)
    return word if isinstance(word, Blank) else Fraction(order.index(word))


def in_bands(rows, value, order):
    """The place of the grade in whose range a value lies."""
    return Fraction(order.index(row_of(rows, value)["grade"]))
