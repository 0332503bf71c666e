"""What stages make of the nodes of an edition: cells are means with gates, levels conditions."""

from math import lcm

from exact import number

ASSUMED = ("remembered", "proposed")


def written_out(roots, document):
    """The trees of nodes with everything that the stages say about them."""
    stages = document.get("stages")
    return [with_stages(root, stages, document) for root in roots] if stages else roots


def with_stages(rules, stages, document):
    if "stage" in rules:
        return cell(rules, stages, document)
    if "nodes" not in rules:
        return rules
    return {**rules, "nodes": [with_stages(each, stages, document) for each in rules["nodes"]]}


def cell(rules, stages, document):
    """The weighted mean of what is known, capped by decisive criteria and kinds of proof."""
    children = [criterion(each, stages, document) for each in rules["nodes"]]
    if not any("weight" in child for child in children):
        children = [{**child, "weight": "equal"} for child in children]
    policies = dict.fromkeys(("not-applicable", "missing", "excluded"), "redistribute")
    return {
        **rules,
        "nodes": children,
        "aggregate": {"weighted-mean": policies},
        "coverage": {"at-least": stages["coverage"]},
        "corrections": decisive_gates(children, stages) + proof_gates(rules, children, stages,
                                                                      document["applies-to"]),
    }


def criterion(rules, stages, document):
    rules = dict(rules)
    if rules.get("origin") in ASSUMED:
        rules["assumed"] = "yes"
    if "thresholds" in rules.get("score", {}):
        rules["score"] = {"knots": knots(rules, stages, document)}
    if "apparatus" in stages and rules.get("level", "body") != "both":
        sign = "<>" if rules.get("level", "body") == "body" else "="
        condition = f'kind {sign} "{stages["apparatus"]["kind"]}"'
        own = rules.get("applies-when")
        rules["applies-when"] = f"({own}) AND {condition}" if own else condition
    return rules


def knots(rules, stages, document):
    """The floor earns the least, the pass mark what establishes a cell, the full mark the most."""
    marks, scale = rules["score"]["thresholds"], document["scale"]
    found = [[marks["floor"], rules.get("min", scale["min"])]]
    if "pass" in marks:
        found.append([marks["pass"], stages["established"]])
    return found + [[marks["full"], rules.get("max", scale["max"])]]


def decisive_gates(children, stages):
    rule = stages.get("decisive")
    return [
        gate(f"score({child['id']}) < {rule['below']}", rule["caps-at"])
        for child in children
        if child.get("decisive") in ("yes", "true")
    ]


def gate(condition, cap):
    return {"gate": condition, "caps-at": cap, "unknown": "none"}


def proof_gates(rules, children, stages, kinds):
    """One gate for each kind of body: its criteria may have weights of their own."""
    rule = stages.get("proof")
    if not rule or rules["stage"] not in rule["of"]:
        return []
    counted = [bool(set(listed(child["proof"])) & set(rule["kinds"])) for child in children]
    if all(counted):
        return []
    share = number(rule["at-least"])
    return [
        gate(
            f'kind = "{kind}" AND {observed(children, weights, counted, share.denominator)} < '
            + observed(children, weights, [True] * len(children), share.numerator),
            rule["caps-at"],
        )
        for kind, weights in ((kind, whole_weights(children, kind)) for kind in kinds)
    ]


def listed(proof):
    return [proof] if isinstance(proof, str) else proof


def whole_weights(children, kind):
    """Whole numbers in proportion to the weights."""
    weights = [child["weight"] for child in children]
    weights = [each[kind] if isinstance(each, dict) else each for each in weights]
    numbers = [number("1" if each == "equal" else each) for each in weights]
    common = lcm(*(each.denominator for each in numbers))
    return [int(each * common) for each in numbers]


def observed(children, weights, counted, factor):
    """The sum of the weights of those that count and have a score."""
    terms = [
        f"IF(score({child['id']}) IS KNOWN, {weight * factor}, 0)"
        for child, weight, counts in zip(children, weights, counted)
        if counts and weight
    ]
    return " + ".join(terms) or "0"
