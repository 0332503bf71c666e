"""Ranks, bands, and whether a result may be called official."""

from exact import number, rounded


def figure(score, figures):
    """What is compared or placed: the score, or the score rounded."""
    if figures == "unrounded":
        return score
    return rounded(score, int(figures["digits"]), figures["mode"])


def ranks(assessment, period):
    """The rank of each ranked node and body with a score, by their ids."""
    edition, found = assessment.edition, {}
    rule = edition.document.get("ranking")
    for id in rule["nodes"] if rule else []:
        groups = {}
        for body in assessment.evidence.bodies:
            score = assessment.outcome(edition.node[id], body, period).score
            if score is not None:
                among = {"all": None, "kind": body.kind, "group": body.group}[rule["within"]]
                groups.setdefault(among, {})[body.id] = figure(score, rule["figures"])
        for scores in groups.values():
            for body, score in scores.items():
                found[id, body] = rank(score, list(scores.values()), rule)
    return found


def rank(score, scores, rule):
    better = [s for s in scores if (s > score if rule["best"] == "highest" else s < score)]
    if rule["ties"] == "dense":
        return len(set(better)) + 1
    return len(better) + (1 if rule["ties"] == "lowest" else scores.count(score))


def band(node, score, edition):
    """The id of the band in which the score lies; None where the node has no bands."""
    rule = edition.document.get("bands")
    if rule is None or score is None or node.id not in rule["nodes"]:
        return None
    score = figure(score, rule["figures"])
    for row in rule["list"]:
        if "from" in row and score < number(row["from"]):
            continue
        if "below" in row and score >= number(row["below"]):
            continue
        if "to" in row and score > number(row["to"]):
            continue
        return row["id"]
    raise AssertionError(f"{score} lies in no band")


def is_official(assessment, node, body, period):
    """Whether nothing that the result rests on is assumed or only reported."""
    edition = assessment.edition
    if edition.document["status"] != "adopted":
        return False
    rests_on = edition.rests_on(node)
    backs = range(1 + max(back for _, _, back in rests_on))
    for kind, name, _ in rests_on:
        if kind == "node" and edition.node[name].rules.get("assumed") in ("yes", "true"):
            return False
        if kind == "parameter" and edition.parameters[name].get("assumed") in ("yes", "true"):
            return False
    decision = assessment.decision(node, body, period)
    if decision and decision.kind != "accept":
        return True
    bodies = assessment.evidence.bodies if node.depends_on_others else [body]
    return not any(rests_on_reported(assessment.evidence, node, b, period, backs) for b in bodies)


def rests_on_reported(evidence, node, body, period, backs):
    """Whether nobody checked something of a body that still counts at a node."""
    if node.id in evidence.settled(body.id, period):
        return False
    return any(
        kind == "input" and evidence.status(body.id, period.back(back), name) == "reported"
        for back in backs
        for kind, name, _ in unsettled(evidence, node, body, period.back(back))
    )


def unsettled(evidence, node, body, period):
    """What a node needs, without what stands beneath decided nodes alone."""
    settled = evidence.settled(body.id, period)
    seen = {("node", id, back) for id in settled for back in range(50)}
    return node.edition.rests_on(node, 0, seen)
