"""Reads a page of the report back, by the few forms that our writer writes and no others."""

import html
import re
from dataclasses import dataclass, field

# A tag, a comment-free doctype, or text. Whatever else stands in a page is a fault.
TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<attributes>(?: [A-Za-z][A-Za-z0-9:-]*(?:=\"[^\"<>]*\")?)*)>"
    r"|(?P<doctype><!doctype html>)|(?P<text>[^<>]+)")
ATTRIBUTE = re.compile(r" ([A-Za-z][A-Za-z0-9:-]*)(?:=\"([^\"<>]*)\")?")
VOID = {"meta", "link", "br", "hr", "img", "input", "col", "wbr"}
ADDRESSES = ("href", "src", "data-source", "action", "poster", "srcset")


@dataclass
class Figure:
    """A `<data>`: its exact value, what is shown, and which figure of the results it is."""

    value: str
    at: str | None
    language: str
    kind: str
    shown: str = ""


@dataclass
class Lost:
    """A table of points lost: what it is about, its lines, its sum."""

    at: str
    lines: list = field(default_factory=list)
    total: list = field(default_factory=list)


@dataclass
class Page:
    """What the checks need of a page."""

    path: object
    language: str = ""
    ids: list = field(default_factory=list)
    links: list = field(default_factory=list)
    figures: list = field(default_factory=list)
    lost: list = field(default_factory=list)
    lost_not: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    letters: int = 0


class _Reader:
    """Walks through the tokens of one page."""

    def __init__(self, path):
        self.page = Page(path)
        self.open = []
        self.languages = [""]
        self.figure = None
        self.table = None

    def read(self, text):
        end = 0
        for token in TOKEN.finditer(text):
            if token.start() != end:
                self.fault(f"stands there as no writer of ours writes: {text[end:end + 40]!r}")
            end = token.end()
            if token["tag"]:
                self.tag(token["tag"], bool(token["end"]), token["attributes"])
            elif token["text"]:
                self.text(token["text"])
        if end != len(text):
            self.fault(f"ends in what no writer of ours writes: {text[end:end + 40]!r}")
        if self.open:
            self.fault(f"does not close <{self.open[-1]}>")
        return self.page

    def fault(self, what):
        if len(self.page.faults) < 5:
            self.page.faults.append(what)

    def text(self, text):
        if self.figure is not None:
            self.figure.shown += html.unescape(text)
        if "body" in self.open:
            self.page.letters += len("".join(html.unescape(text).split()))

    def tag(self, tag, is_end, text):
        if is_end:
            self.close(tag)
            return
        attributes = {name: html.unescape(value or "") for name, value in ATTRIBUTE.findall(text)}
        if tag not in VOID:
            self.open.append(tag)
            self.languages.append(attributes.get("lang", self.languages[-1]))
        self.note(tag, attributes)

    def close(self, tag):
        if not self.open or self.open.pop() != tag:
            self.fault(f"closes <{tag}> where it is not open")
            return
        self.languages.pop()
        if tag == "data" and self.figure is not None:
            self.keep(self.figure)
            self.figure = None
        elif tag == "table":
            self.table = None

    def keep(self, figure):
        self.page.figures.append(figure)
        if self.table is not None and figure.kind == "lost":
            (self.table.total if "tfoot" in self.open else self.table.lines).append(figure.value)

    def note(self, tag, attributes):
        page = self.page
        if tag == "html":
            page.language = attributes.get("lang", "")
        if "id" in attributes:
            page.ids.append(attributes["id"])
        for name in ADDRESSES:
            if name in attributes:
                page.links.append((tag, name, attributes[name]))
        if tag == "data":
            self.figure = Figure(attributes.get("value", ""), attributes.get("data-at"),
                                 page.language, attributes.get("class", ""))
        if "data-lost" in attributes:
            self.table = Lost(attributes["data-lost"])
            page.lost.append(self.table)
        if "data-lost-not" in attributes:
            page.lost_not.append(attributes["data-lost-not"])
        self.refuse(tag, attributes)

    def refuse(self, tag, attributes):
        """What no page may hold: scripts and looks of its own, which data could come into."""
        if tag == "script" and "src" not in attributes:
            self.fault("holds a script of its own")
        if tag in ("iframe", "object", "embed", "base", "style"):
            self.fault(f"holds <{tag}>")
        for name in attributes:
            if name.startswith("on") or name == "style" and "svg" not in self.open:
                self.fault(f"has the attribute {name} on <{tag}>")


def read(path):
    """A page of the report."""
    page = _Reader(path).read(path.read_text(encoding="utf-8"))
    repeated = {name for name in page.ids if page.ids.count(name) > 1} \
        if len(set(page.ids)) < len(page.ids) else set()
    page.faults += [f"has the id {name} twice" for name in sorted(repeated)[:5]]
    return page
