"""Exact figures: steps of a decimal edition, plain digits, and the scores of thresholds."""

from fractions import Fraction

UNIT = 10**18


def step(exact):
    """What a step of a decimal edition yields: eighteen digits after the point, half to even."""
    return Fraction(round(Fraction(exact) * UNIT), UNIT)


def plain(exact):
    """A figure of at most eighteen digits after the point in plain digits, without idle zeros."""
    whole = round(Fraction(exact) * UNIT)
    digits = f"{abs(whole):019d}"
    text = f"{digits[:-18]}.{digits[-18:]}".rstrip("0").rstrip(".")
    return f"-{text}" if whole < 0 else text


def along(knots, value):
    """The height of a line over its knots, level beyond both ends; knots by rising value."""
    if value <= knots[0][0]:
        return Fraction(knots[0][1])
    for (left, low), (right, high) in zip(knots, knots[1:]):
        if value <= right:
            return low + (value - left) / (right - left) * (high - low)
    return Fraction(knots[-1][1])


def crossing(knots, score):
    """A value at which the line over the knots has the score; the first by rising value."""
    for (left, low), (right, high) in zip(knots, knots[1:]):
        if min(low, high) <= score <= max(low, high) and low != high:
            return left + (score - low) / (high - low) * (right - left)
    raise ValueError(f"no value earns {score}")
