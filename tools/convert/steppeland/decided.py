"""What a fictional commission decided, and what counts after it."""

from dataclasses import dataclass
from fractions import Fraction

from steppeland.verdicts import Outcome

HEADING = [
    "body", "period", "node", "input", "decision", "value", "reason", "basis", "who", "date",
]


@dataclass(frozen=True)
class Decision:
    """One decision; `before` is what the body handed in where an input is set."""

    body: str
    year: int
    word: str
    reason: str
    clause: str
    who: str
    date: str
    node: str = ""
    input: str = ""
    value: str = ""
    before: str = ""

    @property
    def row(self):
        return [
            self.body, self.year, self.node, self.input, self.word, self.value, self.reason,
            f"Order 12 (fictional), clause {self.clause}", self.who, self.date,
        ]


COMMISSION = "Commission for the Diagnosis (fictional)"
DECISIONS = [
    Decision("lakes", 2023, "exclude", "Visitors of one office only were asked", "9",
             COMMISSION, "2024-03-12", input="satisfied_users"),
    Decision("south", 2024, "exclude", "No project had planned benefits to be measured against",
             "9", COMMISSION, "2025-03-11", node="B4-S3"),
    Decision("foreign", 2025, "not-applicable",
             "No consular service is due to anybody who has not applied", "10", COMMISSION,
             "2026-03-10", node="A3-I1"),
    Decision("justice", 2025, "set",
             "Seven appointments by transfer had been counted as competitions", "8", COMMISSION,
             "2026-03-10", input="open_competition", value="84.5", before="96.2"),
    Decision("transport", 2025, "set", "Three files were completed after the audit and count",
             "8", COMMISSION, "2026-03-10", node="A1-P1", value="75"),
    Decision("agriculture", 2025, "set",
             "Nine of those who left had retired, which is an excusable reason", "14",
             "Commission for the Annual Assessment (fictional)", "2026-03-24", input="left",
             value="109", before="118"),
    Decision("capital", 2025, "accept", "The achievement of goals was compared with the plan", "7",
             "R. Examiner (fictional)", "2026-02-20", input="kpi_achievement"),
]


def overwrite(handed, inputs):
    """Puts what was handed in and set otherwise later in its place; gives what counts."""
    counting = {}
    for decision in about(handed):
        if decision.input not in inputs:
            continue
        if decision.word == "set":
            inputs[decision.input] = Fraction(decision.before)
            counting[decision.input] = Fraction(decision.value)
        elif decision.word == "exclude":
            counting[decision.input] = "n<10"
    return counting


def about(handed):
    return [one for one in DECISIONS if (one.body, one.year) == (handed.body.id, handed.year)]


def of_nodes(handed):
    """Outcomes that were decided, by the id of the node."""
    found = {}
    for decision in about(handed):
        if decision.node and decision.word == "set":
            found[decision.node] = Outcome("score", Fraction(decision.value))
        elif decision.node:
            state = "excluded" if decision.word == "exclude" else decision.word
            found[decision.node] = Outcome(state)
    return found
