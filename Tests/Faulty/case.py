"""A faulty thing that is handed to the program, and what the program has to say of it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEACHING = ROOT / "examples" / "teaching"
EDITION = ROOT / "methodologies" / "teaching" / "2025"


@dataclass(frozen=True)
class Case:
    """One fault."""

    name: str
    """What is wrong, in words."""
    file: str
    """The file that the error has to name."""
    says: str
    """A part of the error."""
    make: Callable[[Path], None]
    """Writes everything into a new folder."""
    command: tuple = ("check", ".")
    """What is run in that folder."""
    pipe: str | None = None
    """A named pipe of the folder into which garbage is written meanwhile."""


def workspace(changes):
    """A maker of the teaching workspace with other files: text, bytes or a maker by name."""

    def make(folder):
        shutil.copytree(TEACHING, folder, dirs_exist_ok=True)
        write(folder, changes)

    return make


def edition(changes):
    """A maker of the teaching edition with other files."""

    def make(folder):
        shutil.copytree(EDITION, folder, dirs_exist_ok=True)
        write(folder, changes)

    return make


def write(folder, changes):
    """Puts what is given in the place of what is there."""
    for name, content in changes.items():
        path = folder / name
        if path.is_symlink() or path.is_file():
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        elif content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def sparse(size, head=b""):
    """A file of so many bytes, NUL after its beginning, that takes no room on the disk."""

    def make(path):
        path.write_bytes(head)
        os.truncate(path, size)

    return make


def link(target):
    """A symbolic link."""
    return lambda path: path.symlink_to(target)


def folder(path):
    """A folder where a file is expected."""
    path.mkdir()


def pipe(path):
    """A named pipe."""
    os.mkfifo(path)
