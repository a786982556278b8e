"""P4: group-time effects of a staggered rollout, beside csdid and differences on the same file in the same run.

Prints wall seconds of each whole command (start, reading, effects, average, 1,000 draws), the peers' own seconds without start and
reading, the ratios, and how far every effect, the average over groups and its analytic error lie apart.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

HOME = Path(__file__).resolve().parent.parent
PERIODS = 26
REPS_A_TEAM = 20
SAME = 1e-8
HEAP = "6g"
PEERS = ("csdid", "differences")


def panel(reps, path):
    """Hours of reps in teams that start in one of eight periods or never; teams share shocks."""
    draw = np.random.default_rng(1)
    teams = reps // REPS_A_TEAM
    team = np.arange(reps) % teams
    starts = draw.choice([0, 0, 9, 11, 13, 15, 17, 19, 21, 23], teams)[team]
    period = np.arange(1, PERIODS + 1)
    hours = draw.normal(30, 4, (reps, 1)) + 0.1 * period + draw.normal(0, 1, (teams, PERIODS))[team] + draw.normal(0, 3, (reps, PERIODS))
    since = period - starts[:, None]
    hours -= (2 + 0.05 * since) * ((starts[:, None] > 0) & (since >= 0))
    with open(path, "w") as out:
        out.write("rep,team,period,cohort,hours\n")
        for rep in range(reps):
            out.writelines(f"{rep + 1},{team[rep] + 1},{t},{starts[rep]},{hours[rep, t - 1]:.6f}\n" for t in period)


def timed(command):
    began = time.monotonic()
    environment = {**os.environ, "EVENHAND_HEAP": HEAP}
    text = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    return json.loads(text), time.monotonic() - began


def ours(path, *options):
    command = [str(HOME / "evenhand"), "estimate", "did", "--input", path, "--unit", "rep", "--time", "period", "--outcome", "hours"]
    return timed(command + ["--cohort", "cohort", "--estimator", "reg", "--format", "json", *options])


def answers(result):
    cells = {f"{c['group']},{c['time']}": c["estimate"] for c in result["att"] if c["estimate"] is not None}
    overall = result["aggregate"]["group"]["overall"]
    return {"cells": cells, "overall": overall["estimate"], "se": overall["se"]}


def apart(mine, theirs):
    if set(mine["cells"]) != set(theirs["cells"]):
        return float("inf")
    gaps = [abs(mine["cells"][k] - theirs["cells"][k]) for k in mine["cells"]]
    return max(gaps + [abs(mine[k] - theirs[k]) for k in ("overall", "se") if k in theirs])


def compare(reps, work):
    path = f"{work}/panel-{reps}.csv"
    panel(reps, path)
    _, took = ours(path, "--cluster", "team", "--se", "bootstrap", "--draws", "1000", "--seed", "1")
    plain = answers(ours(path, "--se", "analytic")[0])
    print(f"P4: {reps} reps, {PERIODS} periods, {reps // REPS_A_TEAM} teams, {len(plain['cells'])} effects, 1,000 draws, {os.cpu_count()} cores")
    print(f"{'evenhand estimate did':<24} {took:8.1f} s whole command")
    same = True
    for peer in PEERS:
        found, wall = timed([sys.executable, "-W", "ignore", str(HOME / "bench/p4_peer.py"), peer, path])
        gap = apart(plain, found)
        same &= gap <= SAME
        inside = found["effects"] + found["aggregate"]
        print(f"{peer:<24} {wall:8.1f} s whole command, {inside:.1f} s without start and reading: {wall / took:.1f} times ours; furthest apart {gap:.1e}")
    return same


def main():
    work = tempfile.mkdtemp(prefix="evenhand-bench-")
    try:
        return 0 if all([compare(reps, work) for reps in (10_000, 100_000)]) else 1
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main())
