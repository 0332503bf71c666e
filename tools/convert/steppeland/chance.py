"""Chance that comes out the same every time: numbers that follow from the words they are for."""

import random


class Chance:
    """Draws for one purpose, as in `Chance("indicators", "finance", 2025)`."""

    def __init__(self, *words):
        self.source = random.Random(" ".join(["steppeland", *map(str, words)]))

    def between(self, low, high):
        return low + (high - low) * self.source.random()

    def whole(self, low, high):
        return low + int(self.source.random() * (high - low + 1))

    def around(self, spread):
        """Around 0: three draws together, with this standard deviation and three at most."""
        return (sum(self.source.random() for _ in range(3)) - 1.5) * 2 * spread

    def happens(self, probability):
        return self.source.random() < probability
