"""The 69 criteria: their levels, which are decisive, and what values earn.

They stand here as the instrument was designed and are not read from the edition, so that the two are
held to each other.
"""

from dataclasses import dataclass
from fractions import Fraction

from steppeland.figures import along, crossing, step

# Id, whether decisive, level (body, system, both), then floor, pass mark and full mark, or knots.
TABLE = """
A1-P1 * b  0 70 100
A1-P2 - b  50 85 98
A1-S1 * b  40 75 95
A1-S2 - b  0 50 75
A1-S3 - b  20 60 85
A1-I1 - b  0 20 40
A1-I2 - bs 0 40 70
A2-P1 * b  50 70 80
A2-P2 - b  20 15 10
A2-S1 - b  0 50 80
A2-S2 - b  20 30 40
A2-I1 - b  0 2 5
A2-I2 - b  0 15 30
A3-P1 * b  90 97 99.5
A3-P2 - b  2 0.7 0.2
A3-S1 * b  60 75 88
A3-S2 - b  30 65 90
A3-S3 - b  0 60 90
A3-I1 - b  0 12 30
A3-I2 - b  0 40 75
A4-P1 * b  70 90 98
A4-P2 - b  40 15 0
A4-S1 - bs 0 15 30
A4-S2 - b  0.6 0.85 1.0
A4-S3 - b  50 65 80
A4-I1 - b  0 30 60
A4-I2 - b  0 1 3
B1-P1 * bs 60 90 98
B1-P2 * b  0 10.5 15
B1-P3 - bs 0 90 100
B1-P4 - b  78.3 80.6 83.6
B1-S1 * b  20 76 100
B1-S2 - bs 10 25 40
B1-S3 - b  75 88 95
B1-S4 - b  56.1 63.3 71.2
B1-S5 - s  2 3.4 4
B1-S6 - s  0 0.45 0.74
B1-I1 - b  0 6 15
B1-I2 - b  10 25 40
B2-P1 - b  50 80 95
B2-P2 * bs 50 80 100
B2-S1 * b  0 45 75
B2-S2 - b  51.9 55.9 60.5
B2-S3 - bs 2 6 9
B2-S4 - b  0.5=0 3=70 5=100 10=100 14=70 20=0
B2-I1 - b  0 12 30
B2-I2 - b  73.8 78.6 81.9
B3-P1 * b  50 85 98
B3-P2 - b  80 40 25
B3-P3 - b  70.2 73.1 76.7
B3-S1 * b  60 85 98
B3-S2 - b  79.9 84.9 89.8
B3-S3 - b  0 0.25 0.5
B3-S4 - b  0 3 10
B3-S5 * b  60.5 64.1 67.5
B3-I1 - b  10 30 50
B3-I2 - b  0 40 80
B4-P1 * bs 0 70 100
B4-P2 - b  30 12 3
B4-P3 - b  20 8 3
B4-S1 * b  50 61 72
B4-S2 * b  27.9 33.8 44.0
B4-S3 - b  30 60 85
B4-S4 - b  46.0 52.2 59.6
B4-S5 - s  0.19 0.49 0.84
B4-S6 - b  0 50 80
B4-I1 * b  56.4 63.0 73.4
B4-I2 - b  40 70 86
B4-I3 - b  0 0.8 2
"""
PASSED, MOST = Fraction(70), Fraction(100)


@dataclass(frozen=True)
class Criterion:
    """One criterion; its knots by rising value."""

    id: str
    is_decisive: bool
    level: str
    knots: tuple

    @property
    def dimension(self):
        return self.id[:2]

    @property
    def stage(self):
        return self.id[3]

    def concerns(self, is_system):
        return self.level == "bs" or (self.level == "s") == is_system

    def score(self, value):
        """What a value earns, as one step of a decimal edition."""
        return step(along(self.knots, value))

    def value(self, score):
        """A value that earns a score."""
        return crossing(self.knots, Fraction(str(score)))


def read(line):
    name, mark, level, *cuts = line.split()
    if "=" in cuts[0]:
        knots = [tuple(Fraction(part) for part in cut.split("=")) for cut in cuts]
    else:
        knots = list(zip(map(Fraction, cuts), (Fraction(0), PASSED, MOST)))
    return Criterion(name, mark == "*", level, tuple(sorted(knots)))


CRITERIA = [read(line) for line in TABLE.strip().splitlines()]
BY_ID = {criterion.id: criterion for criterion in CRITERIA}
DIMENSIONS = sorted({criterion.dimension for criterion in CRITERIA})


def of_cell(dimension, stage):
    return [one for one in CRITERIA if (one.dimension, one.stage) == (dimension, stage)]
