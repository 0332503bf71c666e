"""Periods of all forms: how they are written, counted, and when they end."""

from datetime import date, timedelta

PARTS = {"year": 1, "fiscal-year": 1, "half": 2, "quarter": 4, "month": 12}


class Period:
    """A period of a form, counted from the year 0 on in periods of that form."""

    def __init__(self, form, index, begins="01-01"):
        self.form, self.index, self.begins = form, index, begins

    @classmethod
    def read(cls, text, form, begins="01-01"):
        """The period that a text names: 2024, 2023-24, 2024-H1, 2024-Q1, 2024-01."""
        year, _, part = text.partition("-")
        parts = PARTS[form]
        place = int(part.lstrip("HQ")) - 1 if parts > 1 else 0
        return cls(form, int(year) * parts + place, begins)

    def __str__(self):
        year, place = divmod(self.index, PARTS[self.form])
        return {
            "year": f"{year:04}",
            "fiscal-year": f"{year:04}-{(year + 1) % 100:02}",
            "half": f"{year:04}-H{place + 1}",
            "quarter": f"{year:04}-Q{place + 1}",
            "month": f"{year:04}-{place + 1:02}",
        }[self.form]

    def __eq__(self, other):
        return self.index == other.index

    def __lt__(self, other):
        return self.index < other.index

    def __le__(self, other):
        return self.index <= other.index

    def __hash__(self):
        return self.index

    def back(self, count):
        """The period so many periods earlier."""
        return Period(self.form, self.index - count, self.begins)

    @property
    def first_day(self):
        parts = PARTS[self.form]
        year, place = divmod(self.index, parts)
        month, day = (int(part) for part in self.begins.split("-"))
        return date(year, month + place * 12 // parts, day)

    @property
    def last_day(self):
        return self.back(-1).first_day - timedelta(days=1)
