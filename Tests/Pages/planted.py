"""Plants a fault of each kind into a report and expects the checks to find it."""

import re
import shutil
from dataclasses import replace


def change(pattern, to, count=1):
    """A change of a page's text; a pattern that is not there is a fault of the test."""
    def work(text):
        changed, times = re.subn(pattern, to, text, count=count, flags=re.S)
        if times == 0:
            raise SystemExit(f"check-pages: error: nothing to plant a fault at: {pattern}")
        return changed
    return work


# What is planted, into which kind of page, how, and what the checks have to say.
STATIC = [
    ("a digit of a value", "body", change(r'(<data value="\d+)(\d)(\.?\d*" data-at="\S+ \S+ \S+ score")', r"\g<1>7\2\3"), "the results say"),
    ("a digit that is shown", "body", change(r'(data-at="\S+ \S+ \S+ score"[^>]*>)[^<]*', r"\g<1>12.34"), "rounded it is"),
    ("a decimal comma in English", "body", change(r'(data-at="\S+ \S+ \S+ score"[^>]*>)[^<]*', r"\g<1>12,34"), "does not write it so"),
    ("a figure of another row", "body", change(r'data-at="(\S+) \S+ (\S+) score"', r'data-at="\1 nowhere \2 score"'), "no such row"),
    ("a figure left out", "body", change(r' data-at="\S+ \S+ \S+ score"', "", count=0), "is not on the page"),
    ("a line of points lost", "body", change(r'(data-lost="[^"]*".*?)<data value="[^"]*" class="lost">', r'\1<data value="1234" class="lost">'), "the lines add up to"),
    ("no word of points lost", "body", change(r' data-lost="[^"]*"', "", count=0), "nothing is said"),
    ("a broken link", "body", change(r'href="\.\./index\.html"', 'href="../indexx.html"'), "no such file"),
    ("a place that is not there", "body", change(r'href="#[^"]*"', 'href="#nowhere"'), "no such place"),
    ("a download that is gone", "overview", change(r'href="overview\.csv"', 'href="gone.csv"'), "no such file"),
    ("a style sheet of another host", "data", change(r'href="\.\./assets/style\.css"', 'href="https://example.org/style.css"'), "out of the report"),
    ("an id twice", "body", change(r"<h1>", '<h1 id="main">'), "twice"),
    ("a script in the page", "body", change(r"</h1>", "</h1><script>alert(1)</script>"), "script of its own"),
    ("a handler", "body", change(r"<h1>", '<h1 onclick="alert(1)">'), "attribute onclick"),
    ("an element that is not closed", "body", change(r"</h1>", ""), "closes <"),
    ("a bare sign", "body", change(r"</h1>", " a < b</h1>"), "no writer of ours"),
]
# The same into a report with intervals.
RUNS = [
    ("a digit of an interval", "body", change(r'(<data value="\d+)(\.?\d*" data-at="\S+ \S+ \S+ rank_upper")', r"\g<1>7\2"), "the data of the runs say"),
    ("an end rounded inwards", "body", change(r'(data-at="\S+ \S+ \S+ rank_lower"[^>]*>)[^<]*', r"\g<1>99"), "not rounded outwards"),
    ("a share of another band", "body", change(r' band_[^" ]+"', ' band_nowhere"'), "no such figure"),
    ("an interval left out", "overview", change(r' data-at="\S+ \S+ \S+ rank_lower"', ""), "is not on the page"),
]
# The same into the pages about next steps of a body.
PATHS = [
    ("a cost of a measure", "path", change(r'(id="path-measures-table".*?class="num"><data value=")', r"\g<1>1"), "the costs add up to"),
    ("a sum of costs", "path", change(r'(id="path-measures-table".*?</table>.*?<data value=")', r"\g<1>1"), "together they are said to cost"),
    ("a measure left out", "path", change(r'(id="path-measures-table".*?<tbody>)<tr>.*?</tr>', r"\1"), "measures are listed"),
    ("a path that is gone", "improvement", change(r'href="paths/', 'href="paths/no-'), "no such file"),
    ("the path of another body", "improvement", change(r'(<a href="paths/)[^".]*(\.html">)', r"\1nobody\2"), "no step of nobody"),
    ("a cost of a next step", "improvement", change(r'(href="paths/agriculture\.html".*?<data value=")', r"\g<1>1"), "does not cost"),
]
NU = ("a stray dd", "data", change(r"</h1>", "</h1><dd>stray</dd>"), "dd")
BROWSER = [
    ("an image without a text", "data", change(r"</h1>", '</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'), "image-alt"),
    ("grey on white", "data", change(r"</h1>", '</h1><p style="color:#ccc;background:#fff">pale</p>'), "color-contrast"),
    ("a wide block", "data", change(r"</h1>", '</h1><div style="width:3000px">wide</div>'), "scrolls sideways"),
    ("a dialog", "data", change(r"</h1>", "</h1><script>alert(1)</script>"), "a dialog opens"),
    ("a picture of another host", "data", change(r"</h1>", '</h1><img alt="" src="http://127.0.0.1:9/x.png">'), "another host"),
    ("a word in the console", "data", change(r"</h1>", "</h1><script>console.log(1)</script>"), "console"),
    ("an element without focus ring", "data", change(r"</h1>", '</h1><button style="outline:none">x</button>'), "focus is not"),
    ("an element out of reach", "data", change(r"</h1>", '</h1><div tabindex="0" onfocus="this.blur()">x</div>'), "Tab reaches"),
    ("a text by script alone", "data", change(r"<main.*</main>", '<main id="main"></main>'), "letters are there"),
    ("a control without script", "data", change(r"</h1>", "</h1><button>x</button>"), "controls do nothing"),
]


def plant(report, path, work, scratch):
    """A copy of the report with the fault in it, and the page's place there."""
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(report.folder, scratch)
    target = scratch / path.relative_to(report.folder)
    target.write_text(work(target.read_text(encoding="utf-8")), encoding="utf-8")
    return replace(report, folder=scratch), target
