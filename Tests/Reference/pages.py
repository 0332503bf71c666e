"""The tables of docs/language.md, so that the reference reads what users read."""

from functools import lru_cache
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "language.md"


@lru_cache(maxsize=None)
def table(first_heading):
    """The rows of the table whose first heading is this, each as its cells, headings first."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"| {first_heading} |"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [rows[0]] + rows[2:]


def score_rules():
    """The words of score rules that the page knows."""
    return [row[0].strip("`") for row in table("rule")[1:]]


def aggregates():
    """The words of aggregates of scores that the page knows."""
    rows = table("aggregate | what the value is")[1:]
    return [row[0].strip("`") for row in rows if "," not in row[0]]


def grade_aggregates():
    """The words of aggregates of grades that the page knows."""
    return words("aggregate | what the grade is")


def condition_rules():
    """The words of score rules of conditions that the page knows."""
    return words("rule of conditions")


def words(heading):
    try:
        return [row[0].strip("`") for row in table(heading)[1:]]
    except StopIteration:
        return []


def fills():
    """The missing rules that the page knows and that set a value."""
    return words("value rule")


def functions():
    """The names of functions that the page knows."""
    return [row[0].strip("`").split("(")[0] for row in table("function")[1:]]


@lru_cache(maxsize=None)
def types_of(operation):
    """What an operation yields, by the types of its left and right side; absent where refused."""
    heading = {
        "+": "left + right, left - right",
        "*": "left * right",
        "/": "left / right",
        "compare": "left compared with right",
    }[operation]
    head, *rows = table(heading)
    return {
        (row[0], right): cell
        for row in rows
        for right, cell in zip(head[1:], row[1:])
        if cell != "–"
    }
