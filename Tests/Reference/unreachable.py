"""Holds what the program says can never happen to what does happen."""

import re

ERROR = re.compile(r": error: (.*)")
BAND = re.compile(r"no score reaches (\S+) \(")
NODE = re.compile(r"applies-when never holds.*\(node (\S+)\)")


def said_unreachable(stderr):
    """The bands and nodes that a refusal calls unreachable; None when it refuses anything else."""
    bands, nodes = set(), set()
    for error in ERROR.findall(stderr):
        band, node = BAND.match(error), NODE.match(error)
        if band:
            bands.add(band.group(1))
        elif node:
            nodes.add(node.group(1))
        else:
            return None
    return (bands, nodes) if bands or nodes else None


def reached(said, expected):
    """What is said to be unreachable and yet is in an expected row, in words."""
    bands, nodes = said
    return [
        f"{row['body']} {row['node']} {row['period']}: it has band {row['band']!r} and state "
        f"{row['state']!r}, which the program calls unreachable"
        for row in expected
        if row["band"] in bands or (row["node"] in nodes and row["state"] == "score")
    ]
