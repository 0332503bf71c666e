"""Files handed to `--changed-from` as results that were written before."""

import json
import random

from case import TEACHING, Case, folder, link, pipe, sparse, workspace

CSV, JSON = "earlier.csv", "earlier.json"
HEAD = "methodology,edition,body,node,period,state,value,score,band,rank\n"
ROW = "teaching,2025,rivers,total,2024,score,71.995,70,good,1\n"
MILLION = 1_000_000


def cases(seed):
    """Every fault of this kind."""
    yield from tables(seed)
    yield from documents()
    yield from files()


def fault(name, file, content, says):
    return Case(f"earlier results {name}", file, says, workspace({file: content}),
                ("assess", ".", "--changed-from", file))


def tables(seed):
    """Results as CSV."""
    noise = random.Random(seed).randbytes(1 << 16)
    yield fault("that are empty", CSV, b"", "error:")
    yield fault("of random bytes", CSV, noise, "error:")
    yield fault("that are inputs", CSV, (TEACHING / "inputs.csv").read_bytes(), "error:")
    yield fault("that are a workbook", CSV, b"PK\x03\x04xl/" + noise, "error:")
    yield fault("with a row twice", CSV, HEAD + ROW + ROW, "twice")
    yield fault("with a row 300,000 times", CSV, HEAD + ROW * 300_000, "twice")
    yield fault("of a million bodies with bad scores", CSV, HEAD + "".join(
        f"teaching,2025,b{i},total,2024,score,x,x,good,1\n" for i in range(MILLION)), "score")
    yield fault("of a state that is none", CSV, HEAD + ROW.replace("score", "sorce"), "sorce")
    yield fault("with a score of a million digits", CSV, HEAD + ROW.replace(",70,", f",{'7' * MILLION},"),
                "error:")
    yield fault("with a rank below nothing", CSV, HEAD + ROW.replace(",1\n", ",-1\n"), "rank")
    yield fault("with a rank beyond everything", CSV, HEAD + ROW.replace(",1\n", f",{'9' * 30}\n"), "rank")
    yield fault("of no period", CSV, HEAD + ROW.replace(",2024,", ",soon,"), "period")
    yield fault("of another length of period", CSV, HEAD + ROW.replace(",2024,", ",2024-Q1,"), "period")
    yield fault("with an open quote", CSV, HEAD + '"' + ROW * 1000, "quote")
    yield fault("of a million columns", CSV, "," * MILLION, "fields")


def documents():
    """Results as JSON."""
    deep = '{"results": ' + "[" * 100_000
    yield fault("cut in the middle", JSON, b'{"results": [', "error:")
    yield fault("nested without end", JSON, deep, "ends within")
    yield fault("that are a number", JSON, b"5", "error:")
    yield fault("that are a list", JSON, b"[]", "error:")
    yield fault("that are another document", JSON, (TEACHING / "datapackage.json").read_bytes(), "error:")
    yield fault("whose results are a text", JSON, json.dumps({"results": "all"}), "error:")
    yield fault("of a million empty objects", JSON, '{"results": [' + "{}," * MILLION + "{}]}", "error:")


def files():
    """Things that are no file."""
    yield fault("that are a folder of something else", CSV, folder, "error:")
    yield fault("that are a link to zeros without end", CSV, link("/dev/zero"), "error:")
    yield fault("that are a pipe", CSV, pipe, "error:")
    yield fault("of 1 GB", CSV, sparse(1 << 30, HEAD.encode()), "error:")
    yield fault("of 1 GB in JSON", JSON, sparse(1 << 30, b"{"), "error:")
    yield fault("that are gone", CSV, None, CSV)
