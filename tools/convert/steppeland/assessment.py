"""What bodies hand in for the annual assessment, and what it comes to.

The assessment is the edition kz-954; its weights, credits and penalties are assumed there, and the
numbers stand here a second time so that the two are held to each other.
"""

from datetime import date, timedelta
from fractions import Fraction

from steppeland.bodies import YEARS, assessed
from steppeland.chance import Chance
from steppeland.figures import along, plain, step
from steppeland.verdicts import Outcome, scored

INPUTS = [
    "goals_set", "goals_achieved", "budget_plan", "budget_spent", "budget_savings",
    "services_rendered", "services_late", "services_online", "services_complaints",
    "services_satisfied", "data_sets_due", "data_sets_published", "data_sets_current",
    "publications_due", "publications_in_time", "appeals_received", "appeals_late",
    "appeals_complaints", "headcount", "left", "vacancies", "candidates", "overtime", "functions",
    "functions_automated", "security",
]
INDICATORS = [
    "indicator", "group", "state", "linked", "better", "plan", "actual", "plan_revised",
]
REPORTS = ["report", "block", "due", "handed_in", "complete", "truthful"]
BLOCKS = ["goals", "interaction", "organisation"]
WITHOUT_SERVICES = {"planning"}
# Two states are declared that the figures contradict, so that there is something to find.
DECLARED_WRONGLY = {("lakes", 2024, "T2"), ("transport", 2025, "T3")}
# Bodies whose plans run through all three years; the others made new ones for 2024.
RUNNING_ON = {"capital", "planning"}
# Plans of 2025 that ask for little: by how much more than what was reached in 2024 they ask, where
# less is better by how much less. Below 0 is less than was reached, 0 is the same.
ASKING_LITTLE = {
    ("transport", "T2"): -9, ("lakes", "T4"): -6, ("agriculture", "T8"): -5,
    ("port", "T6"): 0, ("west", "T6"): 0,
}
# Days on which plans of 2025 were changed; from 2 October on that is late.
CHANGED = {
    ("transport", "T2"): "2025-11-20", ("interior", "T6"): "2025-12-19",
    ("north", "T5"): "2025-10-02", ("health", "T6"): "2026-01-12",
    ("south", "T2"): "2025-10-01", ("interior", "T5"): "2025-03-14",
    ("statistics", "T1"): "2025-06-30",
}
# One body never says how much overtime there was.
SILENT = {("heritage", 2023)}
HALF_CREDIT = Fraction(1, 2)
LATE, LATE_MOST, INCOMPLETE, FALSE = Fraction(1, 2), 3, 2, 5
WEIGHTS = {
    2025: {"goals": 50, "interaction": 25, "organisation": 25},
    0: {"goals": 40, "interaction": 30, "organisation": 30},
}


def quality(body, year):
    """How well a body does, 0 to 1, by its first two levels; a little less in earlier years."""
    level = 0.5 * body.levels[0] + 0.42 * body.levels[1] + 13 - 2.5 * (YEARS[-1] - year)
    return max(0.05, min(0.995, level / 100))


def part(chance, whole, share):
    """A count out of a whole near a share of it."""
    return max(0, min(whole, round(whole * (share + chance.around(0.02)))))


def inputs(body, year, staff):
    """What a body hands in, by the id of the input; `None` is no data."""
    chance, good = Chance("assessment", body.id, year), quality(body, year)
    size = staff if body.kind == "local-executive" else staff * 0.6
    goals, sets, due = chance.whole(4, 8), chance.whole(12, 40), chance.whole(20, 60)
    plan = round(staff * chance.between(9, 14)) * 100_000
    savings = round(plan * chance.between(0.001, 0.01) / 1000) * 1000
    given = {
        "goals_set": goals,
        "goals_achieved": part(chance, goals, good),
        "budget_plan": plan,
        "budget_savings": savings,
        "budget_spent": int((plan - savings) * min(0.999, 0.82 + 0.17 * good) / 1000) * 1000,
    }
    rendered = 0 if body.id in WITHOUT_SERVICES else round(size * chance.between(60, 140))
    late = round(rendered * max(0, 0.12 * (1 - good) + chance.around(0.003)))
    given |= {
        "services_rendered": rendered,
        "services_late": late,
        "services_online": part(chance, rendered, 0.25 + 0.7 * good * good),
        "services_complaints": round(rendered * max(0, 0.011 * (1 - good))),
        "services_satisfied": None if not rendered else round(55 + 42 * good, 1),
    }
    published = part(chance, sets, 0.4 + 0.6 * good)
    received = round(size * chance.between(2, 5)) + 40
    given |= {
        "data_sets_due": sets,
        "data_sets_published": published,
        "data_sets_current": part(chance, published, 0.3 + 0.68 * good),
        "publications_due": due,
        "publications_in_time": part(chance, due, 0.4 + 0.58 * good),
        "appeals_received": received,
        "appeals_late": round(received * max(0, 0.2 * (1 - good))),
        "appeals_complaints": round(received * max(0, 0.05 * (1 - good))),
    }
    held, functions = max(3, round(staff * 0.04)), chance.whole(20, 90)
    given |= {
        "headcount": staff,
        "left": round(staff * (0.05 + 0.2 * (1 - good))),
        "vacancies": held,
        "candidates": round(held * (1 + 3.6 * good * good)),
        "overtime": round(6 + 50 * (1 - good) + abs(chance.around(2)), 1),
        "functions": functions,
        "functions_automated": part(chance, functions, 0.2 + 0.75 * good),
        "security": good > 0.55,
    }
    if (body.id, year) in SILENT:
        given["overtime"] = None
    return given


def achieves(better, plan, actual):
    return actual >= plan if better == "higher" else actual <= plan


def planned(body, year, name, better, drawn, before):
    """A plan: a little better than what was reached the year before, where there is one."""
    if before is None:
        return drawn if better == "higher" else drawn + 60
    reached = before[5] if before[6] is None else before[6]
    more = Chance("plan", body.id, name, year).whole(1, 6)
    if year == 2025:
        more = ASKING_LITTLE.get((body.id, name), more)
    return reached + more if better == "higher" else reached - more


def indicators(body, year):
    """The indicators of a body's plans, each as a row of its table."""
    chance, good = Chance("indicators", body.id, year), quality(body, year)
    counts = {"ministry": (8, 3), "agency": (6, 0), "local-executive": (7, 2)}[body.kind]
    before = {}
    if year > YEARS[0] and body.exists(year - 1):
        before = {row[0]: row for row in indicators(body, year - 1)}
    for group, letter, count in (("target", "T", counts[0]), ("macro", "M", counts[1])):
        for number in range(1, count + 1):
            name = f"{letter}{number}"
            if year < 2024 and body.id not in RUNNING_ON:
                name += "-2019"
            better = "lower" if number % 4 == 0 else "higher"
            draw, plan = chance.between(0, 1), chance.whole(20, 180)
            plan = planned(body, year, name, better, plan, before.get(name))
            changed = CHANGED.get((body.id, name)) if year == 2025 else None
            linked = chance.happens(0.4 + 0.58 * good) if group == "target" else None
            if draw > (0.86 if group == "target" else 0.7):
                yield [name, group, "not-counted", linked, better, plan, None, changed]
                continue
            reached = chance.between(0, 1) < good
            shift = chance.whole(0, 12) if reached else chance.whole(2, 25)
            up = (better == "higher") == reached
            actual = max(1, plan + shift if up else plan - shift)
            state = "achieved" if reached else chance.happens(0.65) and "partly" or "not-achieved"
            if (body.id, year, name) in DECLARED_WRONGLY:
                state, actual = "achieved", plan - 5 if better == "higher" else plan + 5
            yield [name, group, state, linked, better, plan, actual, changed]


def reports(body, year):
    """The reports a body owed its assessors, each as a row of its table."""
    chance, good = Chance("reports", body.id, year), quality(body, year)
    for number, block in enumerate(BLOCKS, start=1):
        due = date(year + 1, 1, 20) + timedelta(days=5 * number)
        late = chance.happens(0.9 * (1 - good))
        handed = due + timedelta(days=chance.whole(1, 20) if late else -chance.whole(0, 6))
        complete = not chance.happens(0.5 * (1 - good))
        truthful = not (body.id == "hills" and block == "goals")
        yield [f"R{number}", block, due.isoformat(), handed.isoformat(), complete, truthful]


def ratio(above, below):
    """A share in percent, or not applicable without anything below the line."""
    return step(Fraction(above) / below * 100) if below else None


def mean(parts):
    """The mean of parts that apply; pairs of an outcome and a weight."""
    known = [(outcome, weight) for outcome, weight in parts if outcome.state != "not-applicable"]
    known = [pair for pair in known if pair[0].state != "excluded"]
    if not known:
        states = {outcome.state for outcome, _ in parts}
        return Outcome("excluded" if "excluded" in states else "not-applicable")
    if any(outcome.score is None for outcome, _ in known):
        return Outcome("missing")
    total = sum(weight for _, weight in known)
    value = step(sum(outcome.score * weight for outcome, weight in known) / total)
    return scored(value, value)


def percent(value, knots=None, most=100):
    """The outcome of a share in percent: as it is, or along knots."""
    if value is None:
        return Outcome("not-applicable")
    score = min(value, Fraction(most)) if knots is None else step(along(knots, value))
    return scored(value, max(Fraction(0), score))


def counted(rows, group):
    """The outcome of the target or macro-indicators."""
    states = [row[2] for row in rows if row[1] == group]
    if not states:
        return Outcome("not-applicable")
    known = [state for state in states if state != "not-counted"]
    if not known:
        return Outcome("excluded")
    value = step(
        (known.count("achieved") + HALF_CREDIT * known.count("partly")) / len(known) * 100)
    return scored(value, value)


def line(*knots):
    return [(Fraction(at), Fraction(score)) for at, score in knots]


def outcomes(given, rows, owed, year):
    """The outcome of every node by its id."""
    found, rendered = {}, given["services_rendered"]
    targets = [row for row in rows if row[1] == "target"]
    found["targets"], found["macro"] = counted(rows, "target"), counted(rows, "macro")
    found["goals_reached"] = percent(ratio(given["goals_achieved"], given["goals_set"]))
    found["linked"] = percent(ratio(sum(bool(row[3]) for row in targets), len(targets)))
    found["budget"] = percent(
        ratio(given["budget_spent"], given["budget_plan"] - given["budget_savings"]))
    if rendered:
        found["satisfaction"] = percent(Fraction(str(given["services_satisfied"])))
        found["services_in_time"] = percent(ratio(rendered - given["services_late"], rendered))
        found["services_upheld"] = percent(
            ratio(given["services_complaints"], rendered), line((0, 100), (1, 0)))
        found["services_electronic"] = percent(ratio(given["services_online"], rendered))
    else:
        for node in ("satisfaction", "services_in_time", "services_upheld", "services_electronic"):
            found[node] = Outcome("not-applicable")
    found["data_complete"] = percent(ratio(given["data_sets_published"], given["data_sets_due"]))
    found["data_current"] = percent(
        ratio(given["data_sets_current"], given["data_sets_published"]))
    found["portals"] = percent(ratio(given["publications_in_time"], given["publications_due"]))
    received = given["appeals_received"]
    found["appeals_in_time"] = percent(ratio(received - given["appeals_late"], received))
    found["appeals_upheld"] = percent(
        ratio(given["appeals_complaints"], received), line((0, 100), (5, 0)))
    found["turnover"] = percent(ratio(given["left"], given["headcount"]), line((5, 100), (20, 0)))
    each = step(Fraction(given["candidates"], given["vacancies"]))
    found["competition"] = percent(each, line((1, 0), (4, 100)))
    found["hours"] = Outcome("missing")
    if given["overtime"] is not None:
        found["hours"] = percent(Fraction(str(given["overtime"])), line((10, 100), (40, 0)))
    found["automation"] = percent(ratio(given["functions_automated"], given["functions"]))
    found["protection"] = scored(None, Fraction(100 if given["security"] else 0))

    def alike(node, *children):
        found[node] = mean([(found[child], 1) for child in children])

    alike("goals", "targets", "macro", "goals_reached", "linked", "budget")
    alike("services", "satisfaction", "services_in_time", "services_upheld", "services_electronic")
    alike("openness", "data_complete", "data_current", "portals")
    alike("appeals", "appeals_in_time", "appeals_upheld")
    alike("interaction", "services", "openness", "appeals")
    alike("personnel", "turnover", "competition", "hours")
    alike("it", "automation", "protection")
    alike("organisation", "personnel", "it")
    weights = WEIGHTS[2025 if year >= 2025 else 0]
    total = mean([(found[block], weights[block]) for block in BLOCKS])
    if total.score is not None:
        late = min(LATE * sum(row[3] > row[2] for row in owed), LATE_MOST)
        taken = INCOMPLETE * sum(not row[4] for row in owed)
        taken += FALSE * sum(not row[5] for row in owed)
        total = scored(total.value, max(Fraction(0), total.score - late - taken))
    found["total"] = total
    return found


def band(score):
    """The band of a total at two digits, half up."""
    digits = Fraction(int(score * 100 + Fraction(1, 2)), 100)
    for name, least in (("high", 90), ("medium", 70), ("low", 50)):
        if digits >= least:
            return name
    return "ineffective"


def written(value):
    """A cell of a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, str)) else plain(Fraction(str(value)))
