"""Tables that nobody can use, in a workspace that is sound otherwise."""

import random

from case import TEACHING, Case, folder, link, pipe, sparse, workspace

INPUTS = (TEACHING / "inputs.csv").read_text(encoding="utf-8")
REQUESTS = (TEACHING / "requests.csv").read_text(encoding="utf-8")
BODIES = (TEACHING / "bodies.csv").read_text(encoding="utf-8")
HEAD = INPUTS.split("\n")[0] + "\n"
PERSONS = "id,kind,title.en,parent\n"
MILLION = 1_000_000


def cases(seed):
    """Every fault of this kind."""
    yield from texts(seed)
    yield from headings()
    yield from sizes()
    yield from values()
    yield from periods()
    yield from bodies()
    yield from records()
    yield from files()


def inputs(name, content, says):
    return Case(f"inputs {name}", "inputs.csv", says, workspace({"inputs.csv": content}))


def texts(seed):
    """What is not CSV in UTF-8."""
    noise = random.Random(seed).randbytes(1 << 16)
    raw = INPUTS.encode()
    yield inputs("in an empty file", b"", "the file is empty")
    yield inputs("of random bytes", noise, "error:")
    yield inputs("with a NUL byte", raw.replace(b"2024", b"20\0004", 1), "NUL")
    yield inputs("in UTF-16", INPUTS.encode("utf-16"), "error:")
    yield inputs("in Latin-1", raw.replace(b"clean", b"cl\xe9an", 1), "not UTF-8")
    yield inputs("with half a surrogate", raw.replace(b"clean", b"\xed\xa0\x80", 1), "not UTF-8")
    yield inputs("with an overlong letter", raw.replace(b"clean", b"\xc0\x80", 1), "not UTF-8")
    yield inputs("with a mark in the middle", raw.replace(b"clean", b"\xef\xbb\xbfclean", 1), "audit")
    yield inputs("that are a workbook", b"PK\x03\x04" + noise, "error:")
    yield inputs("that are a program", b"\x7fELF\x02\x01\x01\x00" + noise, "error:")
    yield inputs("cut within quotes", raw[:-30] + b'"', "double quote")
    yield inputs("with a quote in a field", raw.replace(b"clean", b'cl"ean', 1), "double quote")
    yield inputs("with text after a quote", raw.replace(b"clean", b'"cl"ean', 1), "closing quote")
    yield inputs("with old Macintosh line ends", raw.replace(b"\n", b"\r"), "carriage return")
    yield inputs("with mixed line ends", raw.replace(b"\n", b"\r\n").replace(b"\r\n", b"\r", 2)
                 .replace(b"\r", b"\r\n", 1), "carriage return")
    yield inputs("with semicolons", raw.replace(b",", b";"), "error:")
    yield inputs("with tabs", raw.replace(b",", b"\t"), "error:")
    yield inputs("in a page of a site", b"<!DOCTYPE html><html><p>404</p></html>\n", "error:")


def headings():
    """First rows that do not say what stands beneath."""
    yield inputs("without headings", INPUTS.split("\n", 1)[1], "error:")
    yield inputs("with a heading twice", INPUTS.replace(",left,", ",headcount,", 1), "headcount")
    yield inputs("with an empty heading", INPUTS.replace(",left,", ",,", 1), "heading")
    yield inputs("with a heading mistyped", INPUTS.replace(",left,", ",lefft,", 1),
                 "left")
    yield inputs("without the column of bodies", INPUTS.replace("body,", "b,", 1), "body")
    yield inputs("without a needed column", INPUTS.replace(",audit", "", 1), "error:")
    yield inputs("of a million headings", ",".join(f"c{i}" for i in range(MILLION)) + "\n",
                 "more than 10000 fields")
    yield inputs("with a heading of 100,000 characters", "h" * 100_000 + "," + HEAD, "error:")
    yield inputs("with control characters in a heading", INPUTS.replace(",left", ",le\x1b[2Jft", 1),
                 "error:")


def sizes():
    """More than a table may hold."""
    big = 1 << 30
    yield inputs("with a million columns", HEAD + "," * MILLION + "\n", "more than 10000 fields")
    yield inputs("of a million empty lines", HEAD + "\n" * MILLION, "the row is empty")
    yield inputs("of a million short rows", HEAD + "rivers,2024\n" * MILLION, "the row has 2 fields")
    yield inputs("of a million equal rows", HEAD + "rivers,2024,1,1,1,1,1,1,clean\n" * MILLION,
                 "row")
    yield inputs("of a million unknown bodies", HEAD + "nobody,2024,1,1,1,1,1,1,clean\n" * MILLION,
                 "nobody")
    yield inputs("with a quote over 1 GB", sparse(big, HEAD.encode() + b'rivers,2024,"'),
                 "double quote")
    yield inputs("with a line of 1 GB", sparse(big, HEAD.encode() + b"rivers,2024,"), "bytes")
    yield inputs("of more than 1 GB", sparse(big + 1, HEAD.encode()), "bytes")
    yield inputs("with a field of 2 MB", INPUTS.replace("clean", "x" * (2 << 20), 1), "bytes")


def values():
    """Figures that are none, each in the column of the staff."""
    for text in ["1e400", "NaN", "Infinity", "--5", "5-", "0x10", "1/2", "1'000", "1 000", "+-1", "12..5",
                 "٤٢", "１２", "5.", "five", "12,5", "99999999999999999999999", "-1", "1.5", "0",
                 "0.0000000000000000000001", "9" * MILLION, "0." + "0" * MILLION + "1", "\x07", "\u202e5"]:
        shown = text if len(text) < 40 else f"{text[:5]}… of a million digits"
        yield inputs(f"with the count {shown!r}",
                     INPUTS.replace(",200,", f',"{text}",', 1), "headcount")
    yield inputs("with a needed cell blank", INPUTS.replace(",200,", ",,", 1), "headcount")
    yield inputs("with a word of another list", INPUTS.replace("adverse", "bad", 1), "audit")
    yield inputs("with a percentage of 101", INPUTS.replace("95.95", "101", 1), "satisfied")


def periods():
    """Periods that are none, or too many."""
    for text in ["20245", "2024-13", "99999999999999999999", "-2024", "", "2024-25", "MMXXIV", "0000"]:
        yield inputs(f"of the period {text!r}", INPUTS.replace(",2024,", f",{text},", 1), "period")
    people = range(10_000)
    many = {
        "bodies.csv": "id,kind,title.en\n" + "".join(f"b{i},agency,B\n" for i in people),
        "inputs.csv": HEAD + "".join(f"b{i},{i % 9000 + 1000},1,1,1,1,1,1,clean\n" for i in people),
        "requests.csv": REQUESTS.split("\n")[0] + "\n",
    }
    yield Case("10,000 bodies for 9,000 periods", "datapackage.json", "more than can be held",
               workspace(many))


def register(name, content, says):
    return Case(f"bodies {name}", "bodies.csv", says, workspace({"bodies.csv": content}))


def persons(pairs):
    """A register of bodies by id and parent."""
    return PERSONS + "".join(f"{id},agency,Body,{parent}\n" for id, parent in pairs)


def bodies():
    """Registers that contradict themselves."""
    ring = [(f"b{i}", f"b{(i + 1) % 100_000}") for i in range(100_000)]
    orphans = [(f"b{i}", f"nobody{i}") for i in range(MILLION)]
    yield register("that are their own parents", persons([("a", "a")]), "parent")
    yield register("in a ring of two", persons([("a", "b"), ("b", "a")]), "parent")
    yield register("in a ring of 100,000", persons(ring), "parent")
    yield register("in a million with unknown parents", persons(orphans), "more than 250000 bodies")
    yield register("in 200,000 with unknown parents", persons(orphans[:200_000]), "there is no body")
    yield register("that stand twice", persons([("a", ""), ("a", "")]), "a")
    yield register("that stand twice 500,000 times", persons([("a", "")] * 500_000), "a")
    yield register("in no row", PERSONS, "no bodies")
    yield register("without id", persons([("", "")]), "id")
    yield register("of a kind that is no id", BODIES.replace("ministry", "min istry", 1), "kind")
    for text in ["riv\ters", "riv\x1b[31mers", "riv\u202eers", "r" * 100_000, "Ministry of Rivers", "-"]:
        shown = text if len(text) < 40 else "r… of 100,000 letters"
        yield register(f"with the id {shown!r}", BODIES.replace("rivers,", f'"{text}",', 1), "id")
    for text in ["2024-02-30", "99999-01-01", "2024-1-1", "01.02.2024", "0000-00-00", "soon"]:
        yield register(f"that end on {text}", BODIES.replace("2024-12-31", text, 1), "to")
    yield register("that end before they begin",
                   BODIES.replace(",,2024-12-31", ",2025-12-31,2024-12-31", 1), "error:")


def records():
    """Records of nobody, or twice."""
    head = REQUESTS.split("\n")[0] + "\n"
    row = "rivers,2024,R24-1,3,Y\n"

    def fault(name, content, says):
        return Case(f"records {name}", "requests.csv", says, workspace({"requests.csv": content}))

    yield fault("that stand twice", REQUESTS + row, "R24-1")
    yield fault("that stand a million times", head + row * MILLION, "R24-1")
    yield fault("of a million unknown bodies", head + "nobody,2024,R,3,Y\n" * MILLION, "nobody")
    yield fault("without a key", REQUESTS.replace("R24-1,", ",", 1), "request_id")
    yield fault("with a key of control characters", REQUESTS.replace("R24-1,", "R\x1b24,", 1), "request_id")
    yield fault("with a key of 100,000 characters", REQUESTS.replace("R24-1,", "R" * 100_000 + ",", 1),
                "request_id")
    yield fault("with days before the beginning", REQUESTS.replace(",3,", ",-3,", 1), "days")
    yield fault("with a million bad figures",
                head + "".join(f"rivers,2024,R{i},x,Y\n" for i in range(MILLION)), "days")


def files():
    """Things that are no file."""
    yield inputs("that are a folder", folder, "folder")
    yield inputs("that are a link to zeros without end", link("/dev/zero"), "link")
    yield inputs("that are a link to another table", link("bodies.csv"), "link")
    yield inputs("that are a pipe nobody writes into", pipe, "not a file")
    yield Case("inputs that are 1 GB of garbage through a pipe", "inputs.csv", "not a file",
               workspace({"inputs.csv": pipe}), pipe="inputs.csv")
    yield inputs("that are gone", None, "inputs.csv")
