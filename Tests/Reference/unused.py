"""Takes out what nothing uses: the program refuses inputs that would not count."""

import syntax
from random_editions import GRADES


def formulas(part):
    """Every text of a part of the document that reads like a formula: values of the known keys."""
    keys = ("value", "applies-when", "bonus", "penalty", "cap", "floor", "gate", "caps-at", "when",
            "expect", "unknown", "of", "by", "part",
            "worst", "best", "to", "below", "above", "full", "zero", "target", "baseline", "credit",
            "formula", "from", "all-of", "any-of", *GRADES)
    if isinstance(part, list):
        for each in part:
            yield from formulas(each)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in keys and isinstance(value, str) and value not in GRADES:
                yield value
            elif key in keys and isinstance(value, list):
                yield from (each for each in value if isinstance(each, str))
            else:
                yield from formulas(value)


def named(document):
    """All names that nodes and checks use, with those of the computed fields they read."""
    found, waiting = set(), []
    fields = {}
    for table in document["tables"].values():
        fields |= {id: rule["value"] for id, rule in table["fields"].items() if "value" in rule}
    for part in ("scorecard", "scorecards", "checks"):
        waiting += formulas(document.get(part, []))
    while waiting:
        for name in syntax.names(syntax.parse(waiting.pop().replace("{", "").replace("}", ""))):
            for word in {name, *name.split(".")} - found:
                found.add(word)
                if word in fields:
                    waiting.append(fields[word])
    return found


def without_unused(document):
    """The document without inputs, parameters, tables and computed fields that nothing uses."""
    used = named(document)
    lists = {id: members for id, members in document["lists"].items() if id in used}
    tables = {}
    for id, table in document["tables"].items():
        fields = {
            name: rule
            for name, rule in table["fields"].items()
            if "value" not in rule or name in used
        }
        tables[id] = {**table, "fields": fields}
    within = {table["within"] for id, table in tables.items() if "within" in table and id in used}
    tables = {id: table for id, table in tables.items() if id in used | within}
    inputs = {
        id: rule
        for id, rule in document["inputs"].items()
        if id in used or any(id.endswith(f" of {list}}}") for list in lists)
    }
    parameters = {id: rule for id, rule in document["parameters"].items() if id in used}
    parts = {"lists": lists, "tables": tables, "inputs": inputs, "parameters": parameters}
    result = {key: parts.get(key, value) for key, value in document.items()}
    if not any(word in str(result) for word in ("OVER peers", "'over': 'peers'", "'group-m")):
        result.pop("peers")
    return {key: value for key, value in result.items() if value != {}}
