"""Counts what of the language an edition uses, so that nothing goes untested unseen."""

from collections import Counter

import syntax
from exact import MODES
from pages import aggregates, condition_rules, fills, grade_aggregates, score_rules, table

STATES = ["score", "not-applicable", "missing", "excluded"]


def constructs(edition, assessment):
    """How often each construct occurs in an edition and its outcomes."""
    found = Counter()
    count_part(edition.document, found)
    for outcome in assessment.found.values():
        found[f"state {outcome.state}"] += 1
        found["filled"] += outcome.filled
        found["open"] += outcome.is_open
    return found


def count_part(part, found, key=""):
    """Counts the keys, the telling words, and what stands in formulas."""
    if isinstance(part, list):
        for each in part:
            count_part(each, found, key)
    elif isinstance(part, dict):
        for inner, value in part.items():
            found[f"key {inner}"] += 1
            count_part(value, found, inner)
    else:
        found[f"{key}: {part}"] += 1
        count_formula(part, found)


def count_formula(text, found):
    """Counts functions and operators; a text that is no formula has none."""
    try:
        tree = syntax.parse(text)
    except (AssertionError, IndexError):
        return
    for part in syntax.walk(tree):
        if part[0] == "call":
            found[f"function {part[1]}"] += 1
            found["WHERE"] += part[4] is not None
            found[f"OVER {part[3]}"] += part[3] is not None
        elif part[0] == "is":
            found[f"IS {part[2]}"] += 1
        elif part[0] == "compare":
            found[f"sign {part[1]}"] += 1
        elif part[0] == "name" and "." in part[1]:
            found["table.field"] += 1
        elif part[0] not in ("name", "number", "text", "flag"):
            found[part[0]] += 1


def wanted():
    """Every construct that must occur among many editions: docs/language.md lists most."""
    found = [f"state {state}" for state in STATES] + ["filled", "open", "WHERE", "table.field"]
    found += ["sign, not, and, or, between, score, +, -, *, /"][0].split(", ")
    found += [f"sign {sign}" for sign in syntax.COMPARISONS]
    found += [f"IS {row[0].split()[-1].strip('`')}" for row in table("test")[1:]]
    for row in table("function")[1:]:
        name = row[0].strip("`").split("(")[0]
        found.append(name if name in ("score", "grade") else f"function {name}")
    found += [f"key {rule}" for rule in score_rules() + aggregates()] + ["key scorecards"]
    found += [f"key {key}" for key in ("stage", "decisive", "level", "proof", "origin")]
    found += ["key zeros", "key raise-to"]
    found += [f"key {rule}" for rule in condition_rules() + grade_aggregates()]
    found += ["key coding", "key bands", "key from", "key otherwise", "key mark"]
    found += ["key last", "rule: group-mean", "rule: group-median"] if fills() else []
    found += [f"mode: {mode}" for mode in MODES]
    for word in ("redistribute", "refuse", "zero", "worst"):
        found += [f"{state}: {word}" for state in STATES[1:]]
    found += ["key to", "key coverage", "key applies-when", "key may-exceed", "key unknown"]
    if "min-max" in score_rules():
        found += [f"constant: {word}" for word in ("missing", "worst", "best", "middle")]
        found += ["ties: mean", "over: bodies", "over: peers"]
    found += ["arithmetic: double", "mode: nearest-candidate"]
    found += ["OVER bodies", "OVER peers", "by: kind", "by: group"]
    found += ["weight: equal", "key by", "key blend", "key part"]
    found += [f"key {kind}" for kind in ("bonus", "penalty", "cap", "floor", "gate")]
    found += ["key bounds", "key of", "key empty", "rule: zero", "rule: worst", "key open"]
    found += [f"ties: {ties}" for ties in ("lowest", "highest", "dense")]
    found += [f"within: {among}" for among in ("all", "kind", "group")]
    found += [f"best: {best}" for best in ("highest", "lowest")]
    found += [f"type: {row[0].strip('`')}" for row in table("type")[1:] if row[0] != "`text`"]
    found += [f"form: {row[0].strip('`')}" for row in table("form")[1:]]
    found += ["figures: unrounded", "value: unknown", "assumed: yes", "aggregate: none"]
    return sorted(set(found))
