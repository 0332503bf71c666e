"""Makes a workspace whose every text wants to break out of the page, and looks whether one did."""

import csv
import json
import shutil

from places import EXAMPLES, ROOT

BODIES = {
    "index": "<script>alert(1)</script>",
    "con": "</title><img src=x onerror=alert(2)>",
    "h-rtl": "Ministry \u202eof Rivers\u202c and \u2067דואר\u2069 \u200fAgency\u200e",
    "h-rtl-open": "Open\u202eEnded \u2066isolate",
    "h-long": "W" * 300,
    "h-long-words": "Directorate-General " * 20,
    "h-combining": "Z" + "\u0310\u0327\u031b\u0348" * 40 + "algo " + "e\u0301" * 20,
    "h-emoji": "👩🏽‍⚖️ Court 🇰🇿 of 👨‍👩‍👧‍👦 Families ☃️",
    "h-quotes": "\" onmouseover=\"alert(3)\" x=' &amp; &lt;b&gt; ]]> --> <!--",
    "h-kazakh": "Әділет, Ғылым және Қаржы Өңір Ұйымы Үкімет Һәм Іс министрлігі",
    "h-template": "{{constructor}} ${alert(4)} %s %00 \\u003cscript\\u003e {body} {0}",
    "h-url": "javascript:alert(5)//data:text/html,<script>alert(6)</script>",
    "h-space": "\u00a0\u2003\u3000Agency\u200b\ufeff\u00ad of\u2028Nothing\u2029",
    "h-control": "Line\u0085end \u0080\u009f\u007f \ufdd0\ufdef \ufffe\uffff \U0001fffe\U0010ffff",
    "h.dots..": "../../../etc/passwd",
    "h_under__score": "#node-total?x=1&amp;y=2",
}


def write(folder):
    """The workspace: the teaching example with decisions, under an edition of four languages."""
    shutil.copytree(EXAMPLES / "teaching-decided", folder)
    rules = folder / "edition"
    shutil.copytree(ROOT / "methodologies/teaching/2025", rules)
    edition = (rules / "edition.yaml").read_text(encoding="utf-8")
    old = "title: {en: Total, fr: Total, ru: Итог, kk: Қорытынды}"
    if old not in edition or "languages: [en, fr, ru, kk]" not in edition:
        raise SystemExit("check-pages: error: the teaching edition has other titles or languages "
                         "than Tests/Pages/hostile.py replaces — help: mend that file")
    # No French and no Russian, so that these pages show another language's.
    edition = edition.replace(old, "title: {en: 'Total </script><script>alert(7)</script> & "
                              "\"quoted\"', kk: 'Жиынтық <b>балл</b>'}")
    (rules / "edition.yaml").write_text(edition, encoding="utf-8")
    (rules / "edition.test.yaml").unlink(missing_ok=True)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["apparatus"]["methodology"] = "./edition"
    descriptor["title"] = "</title><script>alert(8)</script>"
    descriptor["licenses"] = [{"name": "x", "title": "<b>licence</b>", "path": "javascript:alert(9)"}]
    descriptor["sources"] = [{"title": "<i>source</i>", "path": "javascript:alert(10)"}]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    _multiply(folder)


def _multiply(folder):
    """The rows of one body once for each hostile one; its decisions in hostile words."""
    for name in ("bodies", "inputs", "requests", "decisions"):
        path = folder / f"{name}.csv"
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows, columns = list(reader), reader.fieldnames
        own = [row for row in rows if row.get("body", row.get("id")) == "rivers"]
        for identifier, title in BODIES.items():
            rows += [_renamed(row, name, identifier, title) for row in own]
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def _renamed(row, table, identifier, title):
    if table == "bodies":
        # Every second one has no French, so that these pages show another language's.
        titles = {column: "" if column == "title.fr" and len(title) % 2 else title
                  for column in row if column.startswith("title.")}
        return {**row, **titles, "id": identifier, "predecessors": ""}
    if table == "decisions":
        return {**row, "body": identifier, "reason": title, "who": title}
    return {**row, "body": identifier}
