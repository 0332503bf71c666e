"""What the benchmarks of whole processes share: running, timing, the greatest memory."""

import os
import statistics
import sys
import time


class Runs:
    """What some runs of one command came to."""

    def __init__(self, walls, memories):
        self.wall = statistics.median(walls)
        self.walls = (min(walls), max(walls))
        self.memory = max(memories)

    def __str__(self):
        least, most = self.walls
        return f"{self.wall:.3f} s ({least:.3f} to {most:.3f}), {self.memory:.0f} MB"


def run(command, output=os.devnull):
    """Wall time in seconds and greatest memory in MB of one run."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    begin = time.perf_counter()
    process = os.posix_spawn(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, str(output), flags, 0o644)])
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_maxrss / 1024


def measure(command, runs, output=os.devnull):
    """Runs the command once to warm up and then so many times."""
    run(command, output)
    return Runs(*zip(*(run(command, output) for _ in range(runs))))
