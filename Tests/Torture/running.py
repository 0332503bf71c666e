"""Makes one case, runs it, and says what is wrong with how it ended."""

import random
import resource
import shutil
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import mutations
import shipped
from shipped import ROOT

SECONDS = 20
BYTES = 1 << 30
READABLE = (0, 65, 66)
ANY = (0, 1, 64, 65, 66)
"""Also a test that fails, and a body or node that is gone."""
TRAPS = ("Fatal error", "Illegal instruction", "Program crashed", "SIGSEGV")


@dataclass
class Result:
    """What one case showed."""

    index: int
    mutation: str
    workspace: str
    what: str
    kind: str
    status: int | None
    problems: list = field(default_factory=list)


@dataclass
class Answer:
    """What one command says."""

    status: int | None
    output: str
    told: str


class Run:
    """What the program says to one workspace."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.is_lenient = "--lenient" in options(program)
        self.status, self.output, self.told = self.ask("assess", ".", "--format", "csv")

    def ask(self, *arguments):
        """The status, and what was written to either end; `None` when it does not end."""
        try:
            done = subprocess.run(
                [self.program, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
                capture_output=True, timeout=SECONDS, preexec_fn=limited)
        except subprocess.TimeoutExpired:
            return None, "", ""
        return (done.returncode, done.stdout.decode("utf-8", "replace"),
                done.stderr.decode("utf-8", "replace"))

    def leniently(self):
        """The status, the results and the rows that were left out."""
        rejects = self.folder / "left-out.csv"
        status, output, _ = self.ask(
            "assess", ".", "--format", "csv", "--lenient", "--rejects", rejects.name)
        return status, output, rejects.read_text("utf-8") if rejects.exists() else ""

    def explain(self, body, node, period):
        """How a figure came about, in words."""
        return self.ask("explain", ".", body, node, "--period", period)[1]


@cache
def options(program):
    """What the program says of the options of `assess`."""
    return subprocess.run([program, "assess", "--help"], capture_output=True, text=True).stdout


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def written(folder, files):
    """A new folder with these files."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@cache
def sound(program, name, folder):
    """The results of a workspace that nobody touched."""
    written(folder, shipped.workspace(name).files)
    run = Run(program, folder)
    if run.status != 0:
        raise SystemExit(f"tools/torture: error: {name} is refused as it is: {run.told}")
    return run.output


def mutated(seed, index, results):
    """The mutation of that number; the same for the same seed, always."""
    source = random.Random(f"{seed}/{index}")
    while True:
        workspace = shipped.workspace(source.choice(shipped.NAMES))
        mutation = source.choice(mutations.ALL)
        made = mutation(source, workspace, results(workspace.name))
        if made:
            return workspace, mutation.__name__, *made


def run(seed, program, scratch, index):
    """Makes a case and compares."""
    scratch = Path(scratch)
    workspace, name, changes, what, expected = mutated(
        seed, index, lambda name: sound(program, name, scratch / "sound" / name))
    folder = scratch / "case"
    written(folder, workspace.with_files(changes))
    ended = Run(program, folder)
    problems = [*common(ended), *expected.problems(ended)]
    if ended.status == 0:
        command = further(random.Random(f"{seed}/{index}/further"), workspace)
        answer = ended.ask(*command)
        problems += [f"{' '.join(command)}: {each}" for each in common(Answer(*answer), ANY)]
    return Result(index, name, workspace.name, what, expected.kind, ended.status, problems)


def further(source, workspace):
    """Another command for a workspace that is read, whatever was done to it."""
    bodies = next(table for table in workspace.tables if table.role == "bodies")
    rows = (ROOT / "examples" / workspace.name / "expected.csv").read_text("utf-8").split("\n")
    nodes = [row.split(",")[2] for row in rows[1:] if row]
    body, node = source.choice(bodies.rows[1:])[0], source.choice(nodes)
    return source.choice([
        ("check", "."), ("test", "methodology"), ("findings", "."), ("status", "."),
        ("status", ".", "--format", "json"), ("sources", "methodology"),
        ("explain", ".", body, node), ("explain", ".", body, "--format", "json"), ("assess", "."),
        ("assess", ".", "--format", "json"), ("assess", ".", "--nodes", node),
        ("compare", str(ROOT / "methodologies" / workspace.edition), "methodology", "--evidence", "."),
    ])


def common(run, statuses=READABLE):
    """What holds whatever was done."""
    if run.status is None:
        yield f"it does not end within {SECONDS} s"
    elif run.status not in statuses:
        yield f"it ends with {run.status}: {run.told[-300:]}"
    elif run.status > 1 and "error:" not in run.told:
        yield "it is refused without an error"
    yield from (f"it says {trap}" for trap in TRAPS if trap in run.told)
