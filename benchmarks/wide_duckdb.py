"""What DuckDB takes for the totals of `wide_state.py`, in double, on two threads.

    python benchmarks/wide_duckdb.py WAY INPUTS.CSV RESULT.CSV

The result has body, period and score. WAY is `plain`, where DuckDB finds out itself how the
file is written, or `told`, where it is told everything. Prints the seconds that the query took
by the wall clock, without the start of Python.
"""

import sys
import time

import duckdb

INPUTS = range(1, 101)
SUM = " + ".join(f"coalesce(least(greatest(x{i}, 0), 100) * {i}, 0)" for i in INPUTS)
WEIGHT = " + ".join(f"CASE WHEN x{i} IS NULL THEN 0 ELSE {i} END" for i in INPUTS)
TYPES = ", ".join(
    ["'body': 'VARCHAR'", "'period': 'VARCHAR'"] + [f"'x{i}': 'DOUBLE'" for i in INPUTS])
TOLD = f", auto_detect = false, header = true, delim = ',', columns = {{{TYPES}}}"


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("plain", "told"):
        sys.exit(__doc__)
    way, table, result = sys.argv[1:]
    begin = time.perf_counter()
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(
        f"COPY (SELECT body, period, ({SUM}) / ({WEIGHT}) AS score "
        f"FROM read_csv('{table}'{TOLD if way == 'told' else ''})) TO '{result}' (HEADER)")
    print(time.perf_counter() - begin)


if __name__ == "__main__":
    main()
