"""Adds the points lost of every table up, and compares them with maximum − score."""

from fractions import Fraction

import figures


def check(report, page, kind):
    """Every table of the page whose lines do not add up, and scores of which nothing is said."""
    for table in page.lost:
        fault = _fault(report, table)
        if fault:
            yield f"points lost of {table.at}: {fault}"
    if kind == "body":
        yield from _silent(report, page)


def _silent(report, page):
    """Ranked scores whose points lost are neither added up nor said to be no sum."""
    body = page.path.name.removesuffix(".html")
    told = {table.at for table in page.lost} | set(page.lost_not)
    told |= {figure.at.removesuffix(" lost") for figure in page.figures
             if figure.at and figure.at.endswith(" lost")}
    for (whose, node, period), row in report.rows.items():
        if whose == body and period == report.period and row["rank"] and row["score"] \
                and not row["grade"] and f"{body} {node} {period}" not in told:
            yield f"nothing is said of the points lost of {node}"


def whole(report, row):
    """The node's maximum less its score."""
    greatest = report.greatest.get(row["node"], report.greatest[None])
    return Fraction(greatest) - Fraction(row["score"])


def _fault(report, table):
    row = report.rows.get(tuple(table.at.split(" ")))
    if row is None:
        return "the results have no such row"
    if not row["score"]:
        return "the results have no score"
    lines, total = [figures.exact(text) for text in table.lines], \
        [figures.exact(text) for text in table.total]
    if None in lines or len(total) != 1 or total[0] is None:
        return f"it has {len(table.total)} sums, and lines {table.lines[:4]}"
    lost = whole(report, row)
    if total[0] != lost:
        return f"the sum is {total[0]}, and the maximum less {row['score']} is {lost}"
    if sum(lines) != lost:
        return f"the lines add up to {sum(lines)}, not {lost}"
    return None
