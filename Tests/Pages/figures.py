"""Compares every figure of a page with the results as CSV, and with how it has to be shown."""

import re
from fractions import Fraction

import runs
import sums

ORDINAL = re.compile("([\\d,\u202f]+)(?:st|nd|rd|th|er|e)")
PERCENT = re.compile("(.*?)[ \u00a0\u202f]?%")


def written(language, plain):
    """A decimal in plain digits as the language writes it."""
    tongue = language.split("-")[0]
    if tongue not in ("fr", "ru", "kk") or "Latn" in language:
        group, point = ",", "."
    else:
        group, point = "\u202f", ","
    sign, digits = ("\u2212", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, dot, rest = digits.partition(".")
    groups = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return sign + group.join([whole, *groups]) + (point + rest if dot else "")


def exact(text):
    """A number in plain digits or as a fraction; `None` for what is none."""
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def rounded(number, digits, mode):
    """A fraction in plain digits with so many after the point."""
    scaled = abs(number) * 10 ** digits
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest
    up = {"half-up": twice >= scaled.denominator,
          "half-even": twice + whole % 2 > scaled.denominator,
          "half-down": twice > scaled.denominator,
          # Two doubles are printed; the nearer one differs only where both are equally near.
          "nearest-candidate": twice + whole % 2 > scaled.denominator,
          "down": False,
          "up": rest > 0}[mode]
    steps = str(whole + up).rjust(digits + 1, "0")
    sign = "-" if number < 0 and whole + up > 0 else ""
    return sign + (f"{steps[:-digits]}.{steps[-digits:]}" if digits else steps)


def plain(language, shown):
    """What a shown figure is in plain digits; `None` when the language does not write it so."""
    text = shown.replace("\u2212", "-")
    text = text.replace("\u202f", "").replace(",", ".") if written(language, "0.1") == "0,1" \
        else text.replace(",", "")
    if exact(text) is None or "/" in text or written(language, text) != shown:
        return None
    return text


def places(text):
    """How many digits stand after the point."""
    return len(text.partition(".")[2])


class Figures:
    """The figures of one report: what they must be, and how many were checked."""

    def __init__(self, report):
        self.report = report
        self.checked = 0
        self.seen = {}

    def check(self, page, kind):
        """Every fault of the figures of a page."""
        for figure in page.figures:
            fault = self.fault(page, figure)
            self.checked += 1
            if fault:
                yield f"{figure.shown!r} for {figure.value!r} ({figure.at or 'no results'}): {fault}"
        if kind == "body":
            yield from self.absent(page)
        yield from runs.absent(self.report.runs, page, kind)

    def absent(self, page):
        """Figures of the body that its page does not show."""
        body = page.path.name.removesuffix(".html")
        shown = {figure.at for figure in page.figures if figure.at}
        for (whose, node, period), row in self.report.rows.items():
            if whose != body or period != self.report.period:
                continue
            for column in ("score", "lower", "upper", "rank"):
                same = column in ("lower", "upper") and row["lower"] == row["upper"]
                if row[column] and not same and f"{body} {node} {period} {column}" not in shown:
                    yield f"{node} {period} {column} {row[column]} is not on the page"

    def fault(self, page, figure):
        language = page.language
        if figure.at is None:
            return self.loose(language, figure)
        parts = figure.at.split(" ")
        if runs.is_one(parts):
            return runs.fault(self.report.runs, figure, parts, lambda text: written(language, text)) \
                or self.loose(language, figure)
        row = self.report.rows.get(tuple(parts[:3])) if len(parts) == 4 else None
        if row is None:
            return "the results have no such row"
        column = parts[3]
        if column == "lost":
            lost = sums.whole(self.report, row) if row["score"] else None
            return self.loose(language, figure) if exact(figure.value) == lost \
                else f"the maximum less the score is {lost}"
        if row.get(column) is None:
            return "the results have no such column"
        if row[column] != figure.value:
            return f"the results say {row[column]!r}"
        return self.display(language, figure, row, column)

    def display(self, language, figure, row, column):
        """Whether a figure of the results is shown as the edition displays it."""
        number = exact(figure.value)
        if number is None or column in ("grade", "mark", "band", "state"):
            return None if figure.shown == figure.value else "the word is shown otherwise"
        if row["grade"] or row["mark"]:
            if column == "score" and figure.shown in (row["mark"], row["grade"]):
                return None
        if column == "rank":
            return None if figure.shown == written(language, figure.value) else "no such rank"
        text = plain(language, figure.shown)
        if text is None:
            return f"{language} does not write it so"
        digits = places(text)
        if digits == self.report.digits or column == "score" and digits > self.report.digits:
            good = rounded(number, digits, self.report.mode)
            if text != good and Fraction(text) != number:
                return f"rounded it is {written(language, good)}"
            if column == "score":
                return self.confusable(language, figure, row)
            return None
        # A figure is shown in full where rounding would carry it beyond all bounds.
        return None if Fraction(text) == number else f"it has {digits} digits after the point"

    def confusable(self, language, figure, row):
        """Scores of different ranks must not look alike."""
        if not row["rank"]:
            return None
        key = (language, row["node"], row["period"], figure.shown)
        rank, body = self.seen.setdefault(key, (row["rank"], row["body"]))
        return None if rank == row["rank"] else f"looks like {body}, which has another rank"

    def loose(self, language, figure):
        """A figure that is not in the results: what is shown is its value, rounded somehow."""
        number = exact(figure.value)
        if number is None:
            return None if figure.value else "it has no value"
        shown, percent = figure.shown, PERCENT.fullmatch(figure.shown)
        if percent:
            shown, number = percent[1], number * 100
        place = ORDINAL.fullmatch(shown)
        if place:
            shown = place[1]
        if exact(shown) == number:
            return None
        text = plain(language, shown)
        if text is None:
            words = shown.strip()
            return None if words and not any(sign.isdigit() for sign in words) \
                else f"{language} does not write it so"
        limit = Fraction(1, 10 ** places(text))
        return None if abs(Fraction(text) - number) < limit else "it is another number"
