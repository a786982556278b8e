"""The quarter: intake, consolidate, analyse, publish. No logic here; see dags/README.md for the timetable."""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

try:  # Airflow 3
    from airflow.sdk import DAG, Param
except ImportError:  # Airflow 2
    from airflow import DAG
    from airflow.models.param import Param

from evenhand_common import DEFAULTS, stage

with DAG(
    dag_id="evenhand_quarterly",
    description="One quarter, from landed exports to published reports.",
    schedule="0 5 6 1,4,7,10 *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params={
        "quarter": Param(
            "",
            type="string",
            pattern=r"^(\d{4}Q[1-4])?$",
            description="Quarter to report on, such as 2026Q3; empty = the last one closed.",
        )
    },
    tags=["evenhand"],
) as dag:
    intake = stage("intake")
    consolidate = stage("consolidate")
    analyse = stage("analyse")
    report = stage("report")
    publish = stage("publish", retries=0)

    intake >> [consolidate, analyse]
    consolidate >> analyse
    analyse >> [report, publish]
    report >> publish
