"""Editions that nobody can use."""

import random

from case import EDITION, Case, edition, folder, link, pipe, sparse

MAIN = "edition.yaml"
SOUND = (EDITION / MAIN).read_text(encoding="utf-8")
FORMULA = "left / headcount * 100"
DEEP = 100_000


def cases(seed):
    """Every fault of this kind."""
    yield from texts(seed)
    yield from nesting()
    yield from formulas()
    yield from meanings()
    yield from sizes()
    yield from files()


def fault(name, content, says, file=MAIN):
    return Case(f"an edition {name}", file, says, edition({file: content}))


def texts(seed):
    """What is not the YAML of the language."""
    raw = SOUND.encode()
    noise = random.Random(seed).randbytes(1 << 16)
    yield fault("that is empty", b"", "the file is empty")
    yield fault("of random bytes", noise, "not UTF-8")
    yield fault("with a NUL byte", raw.replace(b"turnover", b"turn\0over", 1), "YAML")
    yield fault("with control characters", raw.replace(b"Total", b"To\x1b[2Jtal", 1), "YAML")
    yield fault("in UTF-16", SOUND.encode("utf-16"), "error:")
    yield fault("in Windows-1251", SOUND.replace("Total", "Итог", 1).encode("cp1251", "replace"), "not UTF-8")
    yield fault("with tabs", raw.replace(b"\n  headcount", b"\n\theadcount", 1), "tab")
    yield fault("cut in the middle", raw[:len(raw) // 2], "error:")
    yield fault("with an open quote", raw.replace(b"edition: ", b'edition: "', 1), "error:")
    yield fault("in two documents", SOUND + "\n---\na: 1\n", "second document")
    yield fault("with a key twice", SOUND + "\nscale: {min: 0, max: 1}\n", "stands twice")
    yield fault("with a merge key", SOUND + "\n<<: {a: 1}\n", "merge key")
    yield fault("with a tag", SOUND.replace("scale: {", "scale: !!python/object {", 1), "tag")
    yield fault("with an anchor", SOUND.replace("scale: {", "scale: &s {", 1), "anchor")
    yield fault("that is a number", "5\n", "error:")
    yield fault("that is a list", "- 1\n", "error:")
    yield fault("that is JSON with a list as key", "{[1]: 2}\n", "key")
    yield fault("of another version", SOUND.replace("apparatus: 1", "apparatus: 99", 1), "99")


def nesting():
    """Trees without end."""
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 50))
    yield fault("with an alias bomb", bomb, "alias")
    yield fault("that is an alias of itself", "a: &a [*a]\n", "alias")
    yield fault(f"of {DEEP} brackets", "a: " + "[" * DEEP, "nested more than 50 deep")
    yield fault(f"of {DEEP} braces", "a: " + "{a: " * DEEP, "nested more than 50 deep")
    yield fault(f"of {DEEP} hyphens", "- " * DEEP, "nested more than 50 deep")
    yield fault(f"of {DEEP} question marks", "? " * DEEP, "error:")
    yield fault("indented 2,000 deep", "".join(" " * i + "a:\n" for i in range(2000)),
                "nested more than 50 deep")


def formula(name, text, says):
    quoted = "'" + text.replace("'", "''") + "'"
    return fault(f"with a formula {name}", SOUND.replace(FORMULA, quoted, 1), says)


def formulas():
    """Formulas without end or sense."""
    yield formula(f"of {DEEP} parentheses", "(" * DEEP + "1" + ")" * DEEP, "20000 are allowed")
    yield formula("of 9,000 parentheses", "(" * 9000 + "left" + ")" * 9000, "64 deep")
    yield formula("of 9,000 signs", "- " * 9000 + "left", "64 deep")
    yield formula("of 4,000 negations", "NOT " * 4000 + "left", "64 deep")
    yield formula("of 9,000 operators", "left" + " + 1" * 4900, "200 operators")
    yield formula("of 1,000 functions", "IF(left > 1, 1, " * 1000 + "1" + ")" * 1000, "64 deep")
    yield formula("of a megabyte", "left + " * 150_000 + "1", "20000 are allowed")
    yield formula("of 5,000 arguments", "MIN(" + ", ".join(["left"] * 5000) + ")", "20000 are allowed")
    yield formula("with a number of 10,000 digits", "left > " + "9" * 10_000, "error:")
    yield formula("that divides by nothing", "left / 0", "error:")
    yield formula("with an open text", 'audit = "clean', "no end")
    yield formula("of one letter", "(", "should stand here")
    yield formula("in Kazakh", "кеткендер / қызметкерлер", "no meaning")
    yield formula("with a smiling face", "left 🙂 1", "no meaning")
    yield formula("with a name mistyped", "lefft / headcount", "left")
    yield formula("about itself", "score(turnover)", "turnover")
    yield formula("that adds people to words", "left + audit", "error:")


def meanings():
    """YAML that says something impossible."""
    changes = [
        ("whose nodes are a number", "nodes:\n    - id: service", "nodes: 5\n    x:\n    - id: service"),
        ("that begins on 30 February", "from: 2024-01-01, to", "from: 2024-02-30, to"),
        ("that begins in the year 99999", "from: 2024-01-01, to", "from: 99999-01-01, to"),
        ("that ends before it begins", "to: 2025-12-31", "to: 2023-12-31"),
        ("whose scale is upside down", "{min: 0, max: 100}\n", "{min: 100, max: 0}\n"),
        ("whose scale ends nowhere", "{min: 0, max: 100}\n", "{min: 0, max: 1e999}\n"),
        ("with a parameter of a million digits", "{value: 15,", "{value: " + "9" * 1_000_000 + ","),
        ("with a parameter in words", "{value: 15,", "{value: many,"),
        ("with an unknown unit", "unit: points, basis", "unit: furlongs, basis"),
        ("with an unknown source", "{source: order-7, clause: \"3\"}", "{source: order-8}"),
        ("with an unknown key", "empty: not-applicable", "emtpy: not-applicable"),
        ("with a node twice", "id: works", "id: turnover"),
        ("with an id of 100,000 letters", "id: works", "id: " + "w" * 100_000),
        ("with an id of spaces", "id: works", "id: 'wor ks'"),
        ("with a hole in its bands", "below: 70,", "below: 60,"),
        ("with knots out of order", "[15, 70], [10, 100]", "[10, 100], [15, 70]"),
        ("with a negative weight", "weight: 3\n", "weight: -3\n"),
        ("with an unknown rounding", "mode: half-up, digits: 2, at", "mode: half-way, digits: 2, at"),
        ("that rounds to 99 digits", "mode: half-up, digits: 2, at", "mode: half-up, digits: 99, at"),
        ("for no kind of body", "[ministry, agency]", "[]"),
    ]
    for name, old, new in changes:
        assert old in SOUND, old
        yield fault(name, SOUND.replace(old, new, 1), "error:")


def sizes():
    """More than an edition may hold."""
    rows = ", ".join(f"{{from: {i}, below: {i + 1}, points: {i}}}" for i in range(100_000))
    dates = ", ".join(f"{{from: {year:04}-{month:02}-{day:02}, value: 1}}"
                      for year in range(2000, 2300) for month in range(1, 13) for day in range(1, 29))
    members = ", ".join(f"m{i}" for i in range(100_000))
    few = ", ".join(f"m{i}" for i in range(5000))
    twice = (f"lists:\n  p: [{few}]\n  q: [{few}]\n", "  '{a of p}_{b of q}': {type: count}\n")
    nodes = "".join(f"    - {{id: n{i}, value: left, score: as-is, weight: 1}}\n" for i in range(60_000))
    inputs = "".join(f"  i{i}: {{type: count}}\n" for i in range(60_000))
    yield fault("of 5 MB", SOUND + "#" * (5 << 20), "4194304 bytes")
    yield fault("of 1 GB", sparse(1 << 30, b"a: 1\n"), "4194304 bytes")
    yield fault("with a points table of 100,000 rows", SOUND.replace(
        "points: [{below: 80,", f"points: [{rows}, {{below: 80,", 1), "error:")
    yield fault("with a parameter of 100,000 days", SOUND.replace(
        "values: [", f"values: [{dates}, ", 1), "error:")
    yield fault("with a list of 100,000 members", f"lists: {{p: [{members}]}}\n" + SOUND.replace(
        "inputs:\n", "inputs:\n  '{a of p}': {type: count}\n", 1), "error:")
    yield fault("with a list within a list", twice[0] + SOUND.replace(
        "inputs:\n", "inputs:\n" + twice[1], 1), "repeat")
    yield fault("of 60,000 nodes", SOUND.replace("    - id: turnover", nodes + "    - id: turnover", 1),
                "error:")
    yield fault("of 60,000 inputs", SOUND.replace("inputs:\n", "inputs:\n" + inputs, 1), "error:")
    yield fault("of 100,000 unknown keys", SOUND + "".join(f"k{i}: 1\n" for i in range(100_000)),
                "no key")
    yield fault("with a comment line of 3 MB and a fault in it", SOUND + "x: '" + "y" * (3 << 20) + "'\n",
                "error:")
    yield Case("an edition of 5,000 indicator files", "indicators/", "error:", edition(
        {f"indicators/i{i}.yaml": f"indicator: i{i}\nvalue: left\nscore: as-is\n" for i in range(5000)}))


def files():
    """Things that are no file, and broken neighbours."""
    yield fault("that is a folder", folder, "error:")
    yield fault("that is a link to zeros without end", link("/dev/zero"), "link")
    yield fault("that is a pipe", pipe, "not a file")
    yield fault("with sources that are broken", "order-7: [", "error:", "sources.yaml")
    yield fault("with sources that are a link", link("/dev/zero"), "link", "sources.yaml")
    yield fault("with a test of nothing", "- {name: x, node: nosuch, period: 2024, then: missing}\n",
                "nosuch", "edition.test.yaml")
    yield fault("with a test that is a number", "5\n", "error:", "edition.test.yaml")
    yield Case("an edition that is a file of another kind", "rules.yaml", "error:",
               lambda path: (path / "rules.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0"),
               ("check", "rules.yaml"))
    yield Case("an edition that is a pipe of its own", "rules.yaml", "not a file",
               lambda path: pipe(path / "rules.yaml"), ("check", "rules.yaml"))
    yield Case("an edition that is zeros without end", "/dev/zero", "error:", lambda path: None,
               ("check", "/dev/zero"))
