"""The shipped workspaces, as the mutator sees them: tables of cells, and what each column needs."""

import csv
import io
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESCRIPTOR = "datapackage.json"
SUBJECT = 2
"""Every table but the bodies begins with the body and the period."""


def methodology(folder):
    """What the workspace in a folder names: an edition, or a list of methodologies."""
    return json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["apparatus"]["methodology"]


# A workspace of several methodologies cannot have its edition in it.
NAMES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/" + DESCRIPTOR)
               if isinstance(methodology(path.parent), str))


@dataclass(frozen=True)
class Table:
    """One file of a workspace."""

    file: str
    role: str
    """`bodies`, `inputs` or `records`."""
    rows: tuple
    """The headings first."""
    needed: frozenset
    """The headings of values that may not be blank."""
    numbers: frozenset
    """The headings of numbers."""
    key: tuple
    """The headings that say which row it is."""

    @property
    def headings(self):
        return self.rows[0]

    @property
    def values(self):
        """The headings of inputs or fields."""
        return [each for each in self.headings if each not in self.key]

    def written(self, rows=None, separator=",", encoding="utf-8"):
        """The bytes of a file with these rows."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=separator, lineterminator="\n")
        writer.writerows(self.rows if rows is None else rows)
        return text.getvalue().encode(encoding)


@dataclass(frozen=True)
class Workspace:
    """A workspace with its edition in it."""

    name: str
    edition: str
    """As in `teaching/2025`."""
    files: dict
    """Bytes by name; the edition lies in `methodology/`."""
    tables: tuple

    def descriptor(self):
        """A copy of the descriptor that may be changed."""
        return json.loads(self.files[DESCRIPTOR])

    def with_files(self, changes):
        """All files with some of them changed, or taken away by `None`."""
        files = {**self.files, **changes}
        return {name: content for name, content in files.items() if content is not None}


def dumped(descriptor):
    return json.dumps(descriptor, indent=2, ensure_ascii=False).encode("utf-8")


@cache
def workspace(name):
    """Reads one of them."""
    folder = ROOT / "examples" / name
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    named = descriptor["apparatus"]["methodology"]
    edition = ROOT / "methodologies" / named
    descriptor["apparatus"]["methodology"] = "./methodology"
    files = {f"methodology/{path.relative_to(edition)}": path.read_bytes()
             for path in sorted(edition.rglob("*.yaml"))}
    files[DESCRIPTOR] = dumped(descriptor)
    tables = []
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        files[resource["path"]] = content
        tables.append(table(resource, content))
    return Workspace(name, named, files, tuple(tables))


def table(resource, content):
    """A table by its descriptor."""
    rows = tuple(tuple(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), "")))
    schema = resource["schema"]
    needed = {field["name"] for field in schema["fields"]
              if field.get("constraints", {}).get("required")}
    numbers = {field["name"] for field in schema["fields"] if field["type"] in ("number", "integer")}
    return Table(
        resource["path"], resource["apparatus"]["role"], rows,
        frozenset(needed - set(schema["primaryKey"])), frozenset(numbers),
        tuple(schema["primaryKey"]))
