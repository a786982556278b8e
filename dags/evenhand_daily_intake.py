"""Daily intake: lands what arrived since yesterday, so that the quarter has little left to read."""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

try:  # Airflow 3
    from airflow.sdk import DAG
except ImportError:  # Airflow 2
    from airflow import DAG

from evenhand_common import DEFAULTS, stage

with DAG(
    dag_id="evenhand_daily_intake",
    description="Lands the exports that arrived since the last run.",
    schedule="30 3 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params={"quarter": ""},
    tags=["evenhand"],
) as dag:
    stage("intake", hours=2)
