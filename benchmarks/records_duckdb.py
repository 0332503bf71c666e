"""What DuckDB takes for the counts and averages of `records_state.py`, on two threads.

    python benchmarks/records_duckdb.py WAY CASES.CSV RESULT.CSV

The result has body, closed, in_time and duration, counted with doubles. WAY is `plain`, where
DuckDB finds out itself how the file is written; `told`, where it is told everything; or
`checked`, where it is told everything and finds whether a key comes twice, as ours does. Prints
the seconds that the queries took by the wall clock, without the start of Python.
"""

import sys
import time

import duckdb

TOLD = """, auto_detect = false, header = true, delim = ',', columns = {
    'body': 'VARCHAR', 'year': 'INTEGER', 'case_id': 'VARCHAR', 'state': 'VARCHAR',
    'days': 'DOUBLE'}"""
COUNTS = """\
    SELECT
        body,
        count(*) FILTER (state = 'closed') / count(*) * 100 AS closed,
        count(*) FILTER (state = 'closed' AND days <= 30)
            / nullif(count(*) FILTER (state = 'closed'), 0) * 100 AS in_time,
        avg(days) FILTER (state = 'closed') AS duration
    FROM {cases} GROUP BY body ORDER BY body"""
TWICE = "SELECT count(*) FROM (SELECT 1 FROM cases GROUP BY body, year, case_id HAVING count(*) > 1)"


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("plain", "told", "checked"):
        sys.exit(__doc__)
    way, table, result = sys.argv[1:]
    cases = f"read_csv('{table}'{'' if way == 'plain' else TOLD})"
    begin = time.perf_counter()
    connection = duckdb.connect(config={"threads": 2})
    if way == "checked":
        connection.execute(f"CREATE TABLE cases AS SELECT * FROM {cases}")
        cases = "cases"
        if connection.execute(TWICE).fetchone() != (0,):
            sys.exit("a key comes twice")
    connection.execute(f"COPY ({COUNTS.format(cases=cases)}) TO '{result}' (HEADER)")
    print(time.perf_counter() - begin)


if __name__ == "__main__":
    main()
