"""Numbers as docs/scoring.md tells of them: exact fractions or doubles, and steps of 18 digits.

Everything a formula computes with is a number, a `bool`, a `str`, a `date`, a `Period`, or a
`Blank`. A number is a `Fraction`, which has no limit and is never rounded by itself, or within a
step of an edition with `arithmetic: double` a `float`. Between steps it is always a `Fraction`.
"""

import math
from enum import IntEnum
from fractions import Fraction

MODES = ["half-up", "half-even", "half-down", "up", "down"]


class Blank(IntEnum):
    """The three blanks; of several the gravest decides, which is the greatest here."""

    NOT_APPLICABLE = 0
    EXCLUDED = 1
    MISSING = 2

    @property
    def state(self):
        return self.name.lower().replace("_", "-")


STATES = {blank.state: blank for blank in Blank}


class ZeroDenominator(Exception):
    """A division by zero, which `empty` may cover."""


class Refused(Exception):
    """What stops the whole assessment: a score outside its scale, or a result that is too large."""


def gravest(values):
    """The blank that decides among these values; None where there is none."""
    return max((value for value in values if isinstance(value, Blank)), default=None)


def number(text):
    """A number as editions write it: `12.5`, `2/3`, `40 %`."""
    text = text.strip()
    if text.endswith("%"):
        return number(text[:-1]) / 100
    over, _, under = text.partition("/")
    return Fraction(over.strip()) / Fraction(under.strip() or 1)


def rounded(value, digits, mode):
    """The nearest number with so many digits after the point, as the table of modes says."""
    value = Fraction(value)
    if mode == "nearest-candidate":
        return nearest_candidate(value, digits)
    scaled = abs(value) * 10**digits
    whole = scaled.numerator // scaled.denominator
    rest, half = scaled - whole, Fraction(1, 2)
    goes_up = {
        "half-up": rest >= half,
        "half-down": rest > half,
        "half-even": rest > half or (rest == half and whole % 2 == 1),
        "up": rest > 0,
        "down": False,
    }[mode]
    size = Fraction(whole + goes_up, 10**digits)
    return size if value >= 0 else -size


def nearest_candidate(value, digits):
    """The nearer of the two decimals around a double; of two as near the even one."""
    power, size = 10.0**digits, abs(float(value))
    low, high = math.floor(size * power), math.ceil(size * power)
    below, above = size - low / power, high / power - size
    is_low = below < above or (below == above and low % 2 == 0)
    found = Fraction(low if is_low else high, 10**digits)
    return found if value >= 0 else -found


def step(value):
    """The result of a step: the number rounded once, half-even, to eighteen digits."""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise Refused("a result beyond all numbers")
        value = Fraction(value)
    if not isinstance(value, Fraction):
        return value
    result = rounded(value, 18, "half-even")
    if abs(result) >= 10**20:
        raise Refused("a result of 10^20 or more")
    return result


def text(value):
    """Plain digits without trailing zeros, as CSV has them; blank for None."""
    if value is None:
        return ""
    scaled = value * 10**18
    assert scaled.denominator == 1, value
    whole, rest = divmod(abs(scaled.numerator), 10**18)
    digits = f"{whole}.{rest:018}".rstrip("0").rstrip(".")
    return "-" + digits if value < 0 else digits
