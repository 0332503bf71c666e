"""The files of the workspace: tables as CSV, and the descriptor that says what is in them."""

import csv
import json

import yaml

NA, SUPPRESSED = "NA", "n<10"
TYPES = {"count": "integer", "flag": "boolean", "date": "date", "code": "string", "text": "string"}
RECORD_TITLES = {
    "acts": "Files of adopted acts, a sample of fifteen",
    "goals": "Strategic goals",
    "services": "Services and how they were rendered",
    "recruitments": "Files of recruitments, a sample of fifteen",
    "competitions": "External competitions",
    "change_projects": "Change projects that ended",
    "indicators": "Indicators of the plans",
    "reports": "Reports owed to the assessors",
}


def write(path, heading, rows):
    """A table as CSV."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def edition(folder, name):
    """The head of an edition: its inputs and tables."""
    with open(folder / name / "edition.yaml", encoding="utf-8") as file:
        return yaml.safe_load(file)


def field(name, declared=None, required=False):
    """One field of a table's schema."""
    declared = declared or {}
    made = {"name": name, "type": TYPES.get(declared.get("type", "text"), "number")}
    if "title" in declared:
        made["title"] = declared["title"]["en"]
    if required:
        made["constraints"] = {"required": True}
    return made


def resource(name, title, fields, key, apparatus, markers=None):
    """One resource of the descriptor."""
    schema = {"fields": fields, "primaryKey": key}
    if name not in ("bodies", "reforms", "measures", "plan"):
        schema["foreignKeys"] = [
            {"fields": "body", "reference": {"resource": "bodies", "fields": "id"}}]
    if markers:
        schema["missingValues"] = ["", *markers]
    return {
        "name": name, "path": f"{name}.csv", "title": f"{title} (fictional)",
        "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "schema": schema, "apparatus": apparatus,
    }


KEY = ["body", "period"]


def keys():
    return [field(name, required=True) for name in KEY]


def inputs(name, title, ids, editions, told=(), ignored=(), status=None, source=None):
    """A wide table of inputs."""
    declared = {}
    for one in editions:
        declared |= one["inputs"]
    apparatus = {"role": "inputs", "shape": "wide"}
    if status:
        apparatus |= {"status": status, "source": source}
    if ignored:
        apparatus["ignore"] = list(ignored)
    fields = [field(text) for text in told]
    fields += [field(text, {"type": "count"}) for text in ignored]
    fields += [field(text, declared[text]) for text in ids]
    return resource(name, title, keys() + fields, KEY, apparatus, [NA, SUPPRESSED])


def records(table, editions):
    """A table of records."""
    declared = {}
    for one in editions:
        declared |= one["tables"]
    declared = declared[table]
    fields = [field(name, required=True) for name in declared["key"]]
    fields += [
        field(name, rule, not rule.get("optional"))
        for name, rule in declared["fields"].items() if "type" in rule
    ]
    apparatus = {"role": "records", "table": table}
    return resource(
        table, RECORD_TITLES[table], keys() + fields, [*KEY, *declared["key"]], apparatus)


def descriptor(resources):
    """The descriptor of the workspace."""
    return {
        "profile": "tabular-data-package",
        "name": "state",
        "title": "Steppeland, a fictional country, 2023 to 2025",
        "description": "Everything in it is made up; see SOURCES.md.",
        "licenses": [{
            "name": "CC0-1.0", "title": "CC0 1.0 Universal",
            "path": "https://creativecommons.org/publicdomain/zero/1.0/",
        }],
        "sources": [{"title": "Made up for this project"}],
        "apparatus": {
            "methodology": ["oecd-stages/2026", "kz-954"],
            "status": "reported",
            "markers": {"not-applicable": [NA], "withheld": [SUPPRESSED]},
        },
        "resources": resources,
    }


def laid_out(value, depth=0, before=0, most=98):
    """JSON as a person would lay it out: on one line where it fits behind what stands before."""
    short = json.dumps(value, ensure_ascii=False)
    if depth + before + len(short) <= most or not isinstance(value, (dict, list)):
        return short
    pad = " " * (depth + 2)
    if isinstance(value, dict):
        inner = [
            f"{pad}{json.dumps(key)}: {laid_out(part, depth + 2, len(key) + 4)}"
            for key, part in value.items()
        ]
        return "{\n" + ",\n".join(inner) + "\n" + " " * depth + "}"
    inner = [pad + laid_out(part, depth + 2) for part in value]
    return "[\n" + ",\n".join(inner) + "\n" + " " * depth + "]"
