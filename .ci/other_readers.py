"""DuckDB and delta-rs read the published tables; row counts and sums must agree with `evenhand sql`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import duckdb
from deltalake import DeltaTable

ROOT = Path(__file__).resolve().parents[1]


def evenhand(lake: str, statement: str) -> list[dict]:
    answer = subprocess.run(
        [str(ROOT / "evenhand"), "sql", "--lake", lake, "--role", "audit", "--format", "json", statement],
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )
    return [json.loads(line) for line in answer.stdout.splitlines() if line.startswith("{")]


def tables(lake: Path) -> dict[str, Path]:
    """Published tables of the newest quarter, by name: every Delta table below the current edition."""
    logs = sorted((lake / "published").glob("*/*/*/_delta_log"))
    return {log.parent.name: log.parent for log in logs}


def numeric(table) -> list[str]:
    return [field.name for field in table.schema if str(field.type) in ("int64", "double")]


def main(lake: str) -> int:
    passed = failed = 0
    connection = duckdb.connect()
    found = tables(Path(lake))
    sums = {}
    for name, path in found.items():
        arrow = DeltaTable(str(path)).to_pyarrow_table()
        columns = numeric(arrow)
        select = ", ".join(["count(*) AS n", *(f"sum(cast({c} AS double)) AS s_{c}" for c in columns)])
        sums[name] = (arrow, select)
    statement = " UNION ALL ".join(
        f"SELECT '{name}' AS name, to_json(struct(*)) AS j FROM (SELECT {select} FROM {name})"
        for name, (_, select) in sums.items()
    )
    ours = {row["name"]: json.loads(row["j"]) for row in evenhand(lake, statement)}
    for name, (arrow, select) in sums.items():
        answer = connection.cursor().register("rows", arrow).execute(f"SELECT {select} FROM rows")
        names = [column[0] for column in answer.description]
        theirs = dict(zip(names, answer.fetchall()[0]))
        same = all(close(theirs[k], ours[name].get(k)) for k in theirs)
        passed, failed = (passed + 1, failed) if same else (passed, failed + 1)
        print(f"{'ok  ' if same else 'DIFF'} {name}: {theirs['n']} rows, {len(theirs) - 1} sums")
        if not same:
            print("     delta-rs:", theirs, "\n     evenhand:", ours[name])
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


def close(a, b) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
