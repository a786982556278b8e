"""P5: skill levels of a million pairs of person and skill, 20 items each, beside statsmodels on some of the same series.

Prints processor time a pair by number of pairs, the ratio to each way statsmodels has, and how far the levels lie apart.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np
from statsmodels.tsa.statespace.kalman_smoother import SMOOTHER_STATE, SMOOTHER_STATE_COV, KalmanSmoother
from statsmodels.tsa.statespace.structural import UnobservedComponents

HOME = Path(__file__).resolve().parent.parent
SIZES = ["10000", "100000", "1000000"]
SERIES = 300
SAME = 1e-8
MOST_MS = 0.5
LEAST_RATIO = 50


def ours(sizes):
    jars = f"{HOME}/jobs/target/test-classes:{HOME}/jobs/target/evenhand.jar"
    command = ["java", "-XX:+UseSerialGC", "-Xmx1g", "-cp", jars, "org.evenhand.stats.skills.ManyPairs", "1", str(SERIES), *sizes]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def same_model(series, found):
    """The same question as ours: what lasts, the curve and its slope, one constant state a rater who speaks twice; level and variance."""
    items = series["items"]
    rate = np.sqrt(3) / found["length"]
    raters = sorted({item[4] for item in items if item[4]})
    size = 3 + len(raters)
    times = np.array([item[0] for item in items] + [found["as_of"]])
    n = len(times)
    design, noise, transition, state = np.zeros((1, size, n)), np.ones((1, 1, n)), np.zeros((size, size, n)), np.zeros((size, size, n))
    values = np.full((n, 1), np.nan)
    stationary = np.diag([found["kappa2"], found["kappa2"] * rate**2])
    transition[range(size), range(size)] = 1
    start = np.zeros((size, size))
    start[0, 0] = found["tau2"]
    start[1:3, 1:3] = stationary
    for i, (_, value, loading, own, rater, shared) in enumerate(items):
        values[i] = value
        design[0, :2, i] = loading
        noise[0, 0, i] = own
        if rater:
            at = 3 + raters.index(rater)
            design[0, at, i] = 1
            start[at, at] = shared
    for i, gap in enumerate(np.diff(times)):
        fade = np.exp(-rate * gap)
        step = fade * np.array([[1 + rate * gap, gap], [-(rate**2) * gap, 1 - rate * gap]])
        transition[1:3, 1:3, i] = step
        state[1:3, 1:3, i] = stationary - step @ stationary @ step.T
    transition[1:3, 1:3, n - 1] = 0
    smoother = KalmanSmoother(k_endog=1, k_states=size, k_posdef=size, smoother_output=SMOOTHER_STATE | SMOOTHER_STATE_COV)
    smoother.bind(values)
    smoother["design"], smoother["obs_cov"], smoother["transition"], smoother["state_cov"] = design, noise, transition, state
    smoother["selection"] = np.eye(size)
    smoother.initialize_known(np.zeros(size), start)
    result = smoother.smooth()
    level = result.smoothed_state[:2, -1].sum()
    return level, result.smoothed_state_cov[:2, :2, -1].sum()


def weekly(series, found):
    values = np.full(int(found["as_of"]) + 1, np.nan)
    for week in {item[0] for item in series["items"]}:
        values[int(week)] = np.mean([item[1] for item in series["items"] if item[0] == week])
    return values


def local_level(series, found):
    """A plainer question: one level that walks, variances given, no raters."""
    result = UnobservedComponents(weekly(series, found), "llevel").smooth([0.5, 0.02])
    return result.smoothed_state[0, -1], result.smoothed_state_cov[0, 0, -1]


def local_level_fitted(series, found):
    """The same with its variances fitted to the series."""
    result = UnobservedComponents(weekly(series, found), "llevel").fit(disp=0)
    return result.smoothed_state[0, -1], result.smoothed_state_cov[0, 0, -1]


def timed(peer, found):
    peer(found["series"][0], found)
    began = time.process_time()
    answers = [peer(series, found) for series in found["series"]]
    return (time.process_time() - began) * 1e3 / len(answers), answers


def main():
    found = ours(sys.argv[1:] or SIZES)
    for size in found["sizes"]:
        print(f"P5: {size['pairs']:>9,} pairs of 20 items {size['cpu_ms']:8.4f} ms a pair and core ({size['wall_ms']:.4f} ms wall)")
    mine = found["sizes"][-1]["cpu_ms"]
    growth = mine / found["sizes"][0]["cpu_ms"]
    print(f"time a pair, most pairs over fewest: {growth:.2f}")
    gap, least = 0.0, float("inf")
    for peer in (same_model, local_level, local_level_fitted):
        cost, answers = timed(peer, found)
        least = min(least, cost / mine)
        print(f"statsmodels, {peer.__name__:<20} {cost:8.3f} ms a pair and core, {SERIES} of the same series: {cost / mine:.0f} times ours")
        if peer is same_model:
            gap = max(max(abs(level - s["level"]), abs(v - s["variance"])) for (level, v), s in zip(answers, found["series"]))
    print(f"levels and variances of the same model: furthest apart {gap:.1e}")
    return 0 if gap <= SAME and mine <= MOST_MS and least >= LEAST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
