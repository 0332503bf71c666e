"""What DuckDB takes for the counts and averages of `records_state.py`, on two threads.

    python benchmarks/records_duckdb.py CASES.CSV RESULT.CSV

The result has body, closed, in_time and duration. DuckDB is told how the file is written, and
counts with doubles. Prints the seconds that the query took by the wall clock, without the start
of Python.
"""

import sys
import time

import duckdb

QUERY = """\
COPY (
    SELECT
        body,
        count(*) FILTER (state = 'closed') / count(*) * 100 AS closed,
        count(*) FILTER (state = 'closed' AND days <= 30)
            / nullif(count(*) FILTER (state = 'closed'), 0) * 100 AS in_time,
        avg(days) FILTER (state = 'closed') AS duration
    FROM read_csv(
        '{table}', auto_detect = false, header = true, delim = ',', columns = {{
            'body': 'VARCHAR', 'year': 'INTEGER', 'case_id': 'VARCHAR', 'state': 'VARCHAR',
            'days': 'DOUBLE'}})
    GROUP BY body ORDER BY body
) TO '{result}' (HEADER)
"""


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    table, result = sys.argv[1:]
    begin = time.perf_counter()
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(QUERY.format(table=table, result=result))
    print(time.perf_counter() - begin)


if __name__ == "__main__":
    main()
