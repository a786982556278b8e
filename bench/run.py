"""P1: a full quarter from landed exports to published reports, beside DuckDB doing intake to panel on the same files.

Prints wall, CPU, peak memory, rows per second, the stages, the ratio, and whether both found the same sums.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import deltalake
import pyarrow.compute as pc

HOME = Path(__file__).resolve().parent.parent
REPS = {"S": 1_000, "M": 10_000, "L": 100_000}
HEAP = {"S": "4g", "M": "6g", "L": "6g"}
QUARTER = "2026Q3"
UP_TO_PANEL = {"intake", "consolidate", "analyse"}


def measured(command, env=None):
    """Runs a command; returns its output, wall and CPU seconds, peak MiB and the time of each line of stderr."""
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE, text=True, env={**os.environ, **(env or {})})
        lines = [(time.monotonic() - began, line) for line in child.stderr]
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - began
        out.seek(0)
        text = out.read()
    if child.returncode != 0:
        sys.exit(f"Cannot measure {command[0]}: exit {child.returncode}.\n" + "".join(line for _, line in lines[-20:]))
    return text, {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "mib": usage.ru_maxrss / 1024}, lines


def events(lines):
    for at, line in lines:
        if line.startswith("{"):
            yield at, json.loads(line)


def stages(lines, end):
    """Seconds of each stage, in order."""
    starts = [(at, event["stage"]) for at, event in events(lines) if event["event"] == "stage"]
    ends = [at for at, _ in starts[1:]] + [end]
    return {name: until - at for (at, name), until in zip(starts, ends)}


def rows_landed(lines):
    return next(e["read"] for _, e in events(lines) if e["event"] == "finished" and e["job"] == "intake")


def panel_sums(lake):
    days = deltalake.DeltaTable(f"{lake}/hr/gold/rep_day").to_pyarrow_table()
    columns = ("completed", "edits", "measured_seconds", "standard_seconds")
    return [days.num_rows] + [pc.sum(days[name]).as_py() for name in columns]


def line(what, figures, rows):
    print(
        f"{what:<28} {figures['wall']:8.1f} s wall {figures['cpu']:8.1f} s CPU {figures['mib']:7.0f} MiB peak"
        f" {rows / figures['wall']:9.0f} rows/s"
    )


def p1(size, work):
    evenhand = str(HOME / "evenhand")
    subprocess.run([evenhand, "simulate", "--reps", str(REPS[size]), "--quarters", "1", "--seed", "1", "--out", work], check=True, stdout=subprocess.DEVNULL)
    landing, lake = f"{work}/landing", f"{work}/lake"
    command = [evenhand, "quarter", QUARTER, "--landing", landing, "--lake", lake, "--out", f"{work}/out"]
    _, quarter, lines = measured(command, {"EVENHAND_HEAP": HEAP[size], "EVENHAND_CDS": "off"})
    os.mkdir(f"{work}/duckdb")
    policy = str(HOME / "schemas/policy/activity_map.json")
    text, peer, _ = measured([sys.executable, str(HOME / "bench/p1_duckdb.py"), landing, f"{work}/duckdb", str(os.cpu_count()), policy])
    found = json.loads(text)
    rows = rows_landed(lines)
    took = stages(lines, quarter["wall"])
    print(f"P1 {size}: {REPS[size]} reps, one quarter, {rows} rows landed, heap {HEAP[size]}, {os.cpu_count()} cores")
    line("Evenhand, landing to report", quarter, rows)
    print("  " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in took.items()))
    to_panel = sum(seconds for name, seconds in took.items() if name in UP_TO_PANEL)
    line("DuckDB, intake to panel", peer, rows)
    print("  " + ", ".join(f"{name} {found[name]:.1f} s" for name in ("intake", "consolidate", "panel")))
    print(f"ratio whole quarter / DuckDB {quarter['wall'] / peer['wall']:.1f}, up to the panel {to_panel / peer['wall']:.1f}")
    same = panel_sums(lake) == found["sums"]
    print("rep_day rows and sums: " + ("the same" if same else f"DIFFERENT: {panel_sums(lake)} and {found['sums']}"))
    return same


def main(arguments):
    if len(arguments) not in (1, 2) or arguments[0] not in REPS or arguments[1:] not in ([], ["P1"]):
        sys.exit("Cannot run the benchmark: expected a size of S, M, L and perhaps P1. Write for example bench/run S.")
    work = tempfile.mkdtemp(prefix="evenhand-bench-")
    try:
        return 0 if p1(arguments[0], work) else 1
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
