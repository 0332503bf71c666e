"""Descriptors of workspaces that nobody can use."""

import json
import random

from case import Case, folder, link, pipe, sparse, workspace
from case import TEACHING

FILE = "datapackage.json"
SOUND = json.loads((TEACHING / FILE).read_text(encoding="utf-8"))


def cases(seed):
    """Every fault of this kind."""
    yield from texts(seed)
    yield from meanings()
    yield from paths()
    yield from files()


def fault(name, content, says, command=("check", "."), file=FILE):
    return Case(f"a descriptor {name}", file, says, workspace({FILE: content}), command)


def texts(seed):
    """What is not JSON, or more of it than anybody needs."""
    whole = (TEACHING / FILE).read_bytes()
    noise = random.Random(seed).randbytes(1 << 16)
    yield fault("that is empty", b"", "a value is expected")
    yield fault("cut in the middle", whole[:len(whole) // 2], "error:")
    yield fault("of random bytes", noise, "not UTF-8")
    yield fault("with a NUL byte", whole.replace(b"teaching", b"tea\0ching", 1), "control char")
    yield fault("in UTF-16", whole.decode().encode("utf-16"), "not UTF-8")
    yield fault("in UTF-16 without mark", whole.decode().encode("utf-16-be"), "a value is expected")
    yield fault("of 100,000 brackets", b"[" * 100_000, "nested more than 100 deep")
    yield fault("of 100,000 braces", b'{"a":' * 100_000, "nested more than 100 deep")
    yield fault("with half a surrogate", b'{"name": "\\ud83d"}', "escape")
    yield fault("with a comma too many", b'{"name": "a",}', "a key is expected")
    yield fault("with single quotes", b"{'name': 'a'}", "a key is expected")
    yield fault("with comments", b"// mine\n" + whole, "a value is expected")
    yield fault("after which more stands", whole + b"{}", "after the end")
    yield fault("of 5 MB of spaces", b" " * (5 << 20), "4194304 bytes")
    yield fault("with a number of a million digits", replaced(title=10**6), "number")


def replaced(**members):
    """The descriptor with other members; a number stands for one of so many digits."""
    text = json.dumps({**SOUND, **members})
    return text.replace('"title": 1000000', '"title": ' + "9" * 10**6)


def ours(**members):
    """The descriptor with other members of our own."""
    return replaced(apparatus={**SOUND["apparatus"], **members})


def resource(index, **members):
    """The descriptor with another resource; our own members stand in `apparatus`."""
    resources = json.loads(json.dumps(SOUND["resources"]))
    resources[index].update(members)
    return replaced(resources=resources)


def meanings():
    """JSON that says something impossible."""
    many = [{"name": f"r{i}", "path": f"{i}.csv", "apparatus": {"role": "inputs", "shape": "wide"}}
            for i in range(100_000)]
    some = [{**each, "apparatus": {"role": "other"}} for each in many[:20_000]]
    same = [dict(many[0], path="inputs.csv") for _ in range(100_000)]
    twice = json.dumps(SOUND)[:-1] + ', "resources": []}'
    words = {"withheld": [f"word {i}" for i in range(100_000)]}
    yield fault("that is a list", b"[]", "the descriptor is a list")
    yield fault("that is null", b"null", "the descriptor is")
    yield fault("without our part", replaced(apparatus=None), "apparatus")
    yield fault("with the resources twice", twice, "stands twice")
    yield fault("whose resources are a text", replaced(resources="all"), "resources")
    yield fault("whose resource is a number", replaced(resources=[1]), "resource")
    yield fault("without resources", replaced(resources=[]), "no resource holds the bodies")
    yield fault("of 100,000 resources", replaced(resources=many), "4194304 bytes")
    yield fault("of 20,000 resources", replaced(resources=some), "resources")
    yield fault("of 100,000 equal resources", replaced(resources=same), "4194304 bytes")
    yield fault("of 20,000 equal resources", replaced(resources=same[:20_000]), "resources")
    yield fault("with an unknown role", resource(1, apparatus={"role": "input"}), "inputs")
    yield fault("with a role that is a list", resource(1, apparatus={"role": []}), "role")
    yield fault("with an unknown key", ours(methodolgy="x"), "methodology")
    yield fault("without a methodology", ours(methodology=None), "methodology")
    yield fault("with an unknown methodology", ours(methodology="teachings"), "teachings")
    yield fault("with an unknown edition", ours(methodology="teaching/1999"), "1999")
    yield fault("with an unknown status", ours(status="fine"), "status")
    yield fault("with an owner in words", ours(owner="yes"), "owner")
    yield fault("with 100,000 markers", ours(markers=words), "\"withheld\" has 100000 entries")
    yield fault("with 1,000 markers", ours(markers={"withheld": words["withheld"][:1000]}),
                "100 are allowed")
    yield fault("with a marker of two meanings", ours(markers={"withheld": ["-"], "no-data": ["-"]}),
                "\"-\"")
    yield from choices()
    yield fault("with an unknown table", resource(2, apparatus={"role": "records", "table": "x"}),
                "no table")
    yield fault("with a file in Klingon", resource(1, encoding="klingon"), "encoding")


def choices():
    """What is said of the columns and rows of a file, without end or sense."""
    def table(**keys):
        return resource(1, apparatus={"role": "inputs", "shape": "wide", **keys})

    names = [f"x{i}" for i in range(100_000)]
    head = {name: name for name in ("body", "period", "headcount", "late_reports", "audit")}
    condition = {"column": "body", "is": ["rivers"]}
    yield fault("that ignores 100,000 columns", table(ignore=names), "\"ignore\" has 100000")
    yield fault("that ignores 9,000 columns that are not there", table(ignore=names[:9000]), "ignore",
                file="inputs.csv")
    yield fault("of 100,000 columns", table(columns=dict.fromkeys(names, "body")), "\"columns\" has")
    yield fault("of 10,000 conditions", table(columns=head, rows=[condition] * 10_000), "\"rows\" has")
    yield fault("split at a text of 500,000 bytes", table(columns={
        **head, "body": {"from": "body", "split": {"at": "a" * 500_000, "part": 1}}}), "split at a text")
    yield fault("with a part that is not there", table(columns={
        **head, "body": {"from": "body", "split": {"at": "/", "part": 2}}}), "no part 2")
    yield fault("with a decimal mark of two meanings", table(
        numbers={"decimal-mark": ",", "group-mark": ","}), "mark")
    yield fault("with a pattern of nothing", table(dates="today"), "today")
    yield fault("with headings in row 10,000", resource(1, dialect={"headerRows": [10_000]}),
                "row 10000")
    yield fault("with headings in two rows", resource(1, dialect={"headerRows": [1, 2]}), "headerRows")
    yield fault("in UTF-16 without a mark", resource(1, encoding="utf-16"), "mark",
                file="inputs.csv")
    yield fault("with a column that is not there", table(columns={**head, "audit": "opinion"}),
                "opinion")


def paths():
    """Paths that lead out of the folder, or nowhere."""
    for path in ["../teaching/inputs.csv", "/etc/passwd", "https://example.org/inputs.csv", "a\0b",
                 "", ".", "a//b", "x" * 100_000]:
        shown = path if len(path) < 40 else "many x"
        yield fault(f"with the path {json.dumps(shown)}", resource(1, path=path), "path")
    yield fault("with a path of control characters", resource(1, path="in\x1b[2Jputs.csv"),
                "there is no file")
    yield fault("with a file that is not there", resource(1, path="inptus.csv"),
                "Write \"inputs.csv\"")
    yield fault("with a list of files", resource(1, path=["inputs.csv"]), "list of files")
    yield fault("whose methodology leads out", ours(methodology="../../etc"), "methodology")
    yield fault("whose methodology is a folder with nothing", ours(methodology="./."), "methodology")


def files():
    """Things that are no file."""
    assess = ("assess", ".")
    yield fault("that is a folder", folder, "it is a folder", assess)
    yield fault("that is a link to zeros without end", link("/dev/zero"), "link")
    yield fault("that is a link to itself", link(FILE), "link", assess)
    yield fault("that is a pipe", pipe, "it is not a file")
    yield fault("of 1 GB", sparse(1 << 30), "more than 4194304 bytes")
    yield Case("no descriptor", FILE, "no workspace", lambda path: None, ("assess", "."))
    yield Case("no folder", "nowhere", "error:", lambda path: None, ("assess", "nowhere"))
