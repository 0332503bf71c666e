"""Files handed to `inspect`, which looks at whatever there is."""

import random

from case import Case, pipe, sparse, write

GARBAGE = "garbage.csv"


def cases(seed, commands):
    """Every fault of this kind; none where the program cannot inspect."""
    if "inspect" not in commands:
        return
    noise = random.Random(seed).randbytes(1 << 20)
    yield fault("that is empty", b"", "empty")
    yield fault("of random bytes", noise, "error:")
    yield fault("of 1 GB of nothing", sparse(1 << 30), "error:")
    yield fault("of one line of 1 GB", sparse(1 << 30, b"a,b,c"), "error:")
    yield fault("of a million columns", b"," * 1_000_000 + b"\n", "error:")
    yield Case("a file to inspect with a methodology that is not there", "nosuch", "no edition",
               lambda path: write(path, {GARBAGE: b"a,b\n1,2\n"}),
               ("inspect", GARBAGE, "--methodology", "nosuch"))
    yield fault("that is a program", b"\x7fELF\x02\x01\x01\x00" + noise, "error:")
    yield fault("that is a workbook", b"PK\x03\x04" + noise, "error:")
    yield Case("a file to inspect that is not there", GARBAGE, "error:", lambda folder: None,
               ("inspect", GARBAGE))
    yield Case("a file to inspect that is zeros without end", "/dev/zero", "error:",
               lambda folder: None, ("inspect", "/dev/zero"))
    yield Case("a file to inspect that is noise without end", "/dev/urandom", "error:",
               lambda folder: None, ("inspect", "/dev/urandom"))
    yield Case("a file to inspect that is 1 GB of garbage through a pipe", GARBAGE, "error:",
               lambda folder: pipe(folder / GARBAGE), ("inspect", GARBAGE), pipe=GARBAGE)
    yield Case("a file to inspect that is a pipe nobody writes into", GARBAGE, "error:",
               lambda folder: pipe(folder / GARBAGE), ("inspect", GARBAGE))


def fault(name, content, says):
    def make(folder):
        write(folder, {GARBAGE: content})

    return Case(f"a file to inspect {name}", GARBAGE, says, make, ("inspect", GARBAGE))
