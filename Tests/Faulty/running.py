"""Runs one case under limits and says what is wrong with how it ended."""

import resource
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

BYTES = 500_000_000
STATUSES = (65, 66)
TRAPS = ("Fatal error", "Illegal instruction", "Program crashed", "stack overflow", "SIGSEGV")


@dataclass
class Ended:
    """How a case ended."""

    name: str
    problems: list
    seconds: float
    status: int
    told: str


def run(case, program, folder, limit):
    """Makes the case, hands it in, and compares what is said with what has to be said."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    case.make(folder)
    writer = feeding(folder / case.pipe) if case.pipe else None
    begin = time.monotonic()
    try:
        status, told = answered([program, *case.command], folder, limit)
    finally:
        if writer:
            writer.kill()
            writer.wait()
    seconds = time.monotonic() - begin
    shutil.rmtree(folder, ignore_errors=True)
    return Ended(case.name, list(problems(case, status, told, limit)), seconds, status, told)


def feeding(path):
    """A process that writes 1 GB of garbage into a pipe, for as long as somebody reads."""
    return subprocess.Popen(["dd", "if=/dev/urandom", f"of={path}", "bs=1M", "count=1024"],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def answered(command, folder, limit):
    """The status and everything that was said; as `timeout` and `ulimit -v` would hold it."""
    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=limit, preexec_fn=limited)
    except subprocess.TimeoutExpired as expired:
        return None, (expired.stdout or b"").decode("utf-8", "replace")
    return done.returncode, done.stdout.decode("utf-8", "replace")


def problems(case, status, told, limit):
    """Everything that is not as it has to be, in words."""
    if status is None:
        yield f"it did not end within {limit} s"
        return
    if status not in STATUSES:
        yield f"it ended with {status}, not with one of {STATUSES}"
    for trap in TRAPS:
        if trap in told:
            yield f"it says {trap!r}"
    errors = [line for line in told.splitlines() if "error:" in line]
    if not errors:
        yield "no line says error:"
    elif not any(case.file in line and case.says in line for line in errors):
        yield f"no error names {case.file} and says {case.says!r}"
    for line in errors:
        if len(line) > 5000:
            yield f"an error has {len(line)} characters"
            break
    if any(ord(character) < 32 and character not in "\n\t" for character in told):
        yield "it prints control characters as they are"
