"""What Steppeland is to be a story of: which score each criterion is meant to have, and when.

The apparatus grows from an emerging professional one in 2023 to a professional one with elements of
the strategic stage in 2025. What it does (A1 to A4) is further on than how people are hired, taught
and led (B1 to B4), and three criteria hold it back nearly everywhere. Reforms began in 2024; some of
what they were to move has moved.
"""

from steppeland.bodies import APPARATUS, YEARS
from steppeland.chance import Chance

# How much less each stage was in the years before the last one.
GROWTH = {"P": 8.5, "S": 6, "I": 2}
# How far a dimension lies from the body's level, by stage.
DIMENSIONS = {
    "S": {"A1": 10, "A2": 9, "A3": 8, "A4": 5, "B1": -2, "B2": -4, "B3": -2, "B4": -2},
    "P": {"A1": 1, "A2": 0, "A3": 2, "A4": 0, "B1": -1, "B2": 0, "B3": -1, "B4": -1},
    "I": {"A1": 2, "A2": -3, "A3": 4, "A4": 1, "B1": -2, "B2": 2, "B3": -2, "B4": 0},
}
# Three criteria that hold nearly everybody back: attraction, skills and change. What they score
# at most, but for bodies named in EXCEPTIONS.
HOLDING_BACK = {"B1-S1": 22, "B2-S1": 26, "B4-S2": 16}
EXCEPTIONS = {"digital": 84, "civil-service": 54}
# What reforms have moved: by how much more a criterion was lower in 2023 and 2024.
MOVED = {
    "B1-P1": (22, 11), "B1-P2": (24, 12), "B1-P3": (16, 8), "A3-S2": (20, 9), "A4-P2": (16, 7),
    "B3-P1": (14, 6),
}
# What reforms were to move and did not: the same in all years, at most this much.
UNMOVED = {"A3-I1": 16, "B3-S3": 34, "B2-I1": 30}
# What the criteria of the whole apparatus score in 2025, and how much less in each earlier year.
SYSTEM = {
    "B1-P1": (83, 12), "B1-P3": (88, 8), "B2-P2": (80, 9), "B4-P1": (79, 8),
    "A4-S1": (74, 5), "B1-S2": (64, 0), "B1-S5": (74, 2), "B1-S6": (71, 6), "B2-S3": (85, 12),
    "B4-S5": (75, 4), "A1-I2": (22, 4),
}


def wanted(body, year, criterion):
    """The score that a criterion of a body is meant to have in a year, 0 to 100."""
    ago, stage = YEARS[-1] - year, criterion[3]
    if body.id == APPARATUS:
        now, less = SYSTEM[criterion]
        return now - less * ago
    dimension = criterion[:2]
    level = body.levels["PSI".index(stage)] + DIMENSIONS[stage][dimension]
    level += Chance("dimension", body.id, dimension, stage).around(3)
    level += Chance("criterion", body.id, criterion).around(6)
    level += Chance("year", body.id, criterion, year).around(1.5)
    if criterion in UNMOVED and body.id != "digital":
        return held(min(level, UNMOVED[criterion] + Chance(body.id, criterion).around(6)))
    if criterion in HOLDING_BACK:
        most = EXCEPTIONS.get(body.id, HOLDING_BACK[criterion])
        return held(min(level, most + Chance(body.id, criterion).around(4)) - 1.5 * ago)
    level -= GROWTH[stage] * ago
    if criterion in MOVED and ago:
        level -= MOVED[criterion][2 - ago]
    return held(level)


def held(level):
    """Within what a score can be, with a little room at both ends."""
    return max(2.0, min(98.0, level))
