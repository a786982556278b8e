"""One peer of P4 on one file: reads it, estimates every group-time effect, aggregates by group with 1,000 draws.

Prints JSON: effects by "group,time", the overall effect, its analytic error where it is not by teams, seconds of reading, effects and aggregation.
"""

import contextlib
import io
import json
import sys
import time

import pandas as pd

DRAWS = 1_000


def csdid(data):
    from csdid.att_gt import ATTgt

    began = time.monotonic()
    fit = ATTgt(yname="hours", tname="period", idname="rep", gname="cohort", data=data, control_group="notyettreated", clustervar="team", biters=DRAWS)
    fit = fit.fit(est_method="reg", bstrap=False)
    effects = time.monotonic()
    found = fit.aggte("group", bstrap=True, cband=True, biters=DRAWS).atte
    ended = time.monotonic()
    rows = fit.results
    cells = {f"{int(g)},{int(t)}": float(a) for g, t, a in zip(rows["group"], rows["year"], rows["att"])}
    return {"cells": cells, "overall": float(found["overall_att"]), "effects": effects - began, "aggregate": ended - effects}


def differences(data):
    from differences import ATTgt

    data["cohort"] = data["cohort"].where(data["cohort"] > 0).astype(float)
    data = data.set_index(["rep", "period"])
    began = time.monotonic()
    model = ATTgt(data=data, cohort_column="cohort")
    fit = model.fit("hours", est_method="reg", control_group="not_yet_treated", progress_bar=False)
    effects = time.monotonic()
    # Its clustered bootstrap ends with an error of its own, so it draws over reps.
    model.aggregate("cohort", overall=True, boot_iterations=DRAWS, random_state=1)
    ended = time.monotonic()
    plain = model.aggregate("cohort", overall=True)
    overall = [float(x) for x in plain.to_numpy().ravel()[:2]]
    table = model.results()
    names = list(table.index.names)
    places = [names.index("cohort"), names.index("time")]
    cells = {f"{int(at[places[0]])},{int(at[places[1]])}": float(row[0]) for at, row in zip(table.index, table.to_numpy())}
    return {"cells": cells, "overall": overall[0], "se": overall[1], "effects": effects - began, "aggregate": ended - effects}


def main(peer, path):
    began = time.monotonic()
    data = pd.read_csv(path)
    read = time.monotonic() - began
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        found = {"csdid": csdid, "differences": differences}[peer](data)
    print(json.dumps({"read": read, **found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
