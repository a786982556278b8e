"""What the DAGs share: where Evenhand is installed, and how a stage becomes a task."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

try:  # Airflow 3
    from airflow.providers.standard.operators.bash import BashOperator
except ImportError:  # Airflow 2
    from airflow.operators.bash import BashOperator

HOME = Path(os.environ.get("EVENHAND_HOME", Path(__file__).resolve().parent.parent))
POOL = os.environ.get("EVENHAND_POOL", "evenhand_writer")

# Values reach the shell through the environment, never through the command's text.
QUARTER = "{{ params.quarter or '' }}"
DATE = "{{ (dag_run.logical_date or dag_run.run_after).strftime('%Y-%m-%d') }}"

DEFAULTS = {
    "retries": 2,
    "retry_delay": timedelta(minutes=5),
    "retry_exponential_backoff": True,
}


def stage(name: str, *, retries: int = 2, hours: int = 6) -> BashOperator:
    """The task that runs one stage. A stage that judges data is not retried: the data stay the same."""
    return BashOperator(
        task_id=name,
        bash_command=f'"$EVENHAND_HOME/dags/bin/stage.sh" {name}',
        env={"EVENHAND_HOME": str(HOME), "EVENHAND_QUARTER": QUARTER, "EVENHAND_DATE": DATE},
        append_env=True,
        skip_on_exit_code=99,
        retries=retries,
        execution_timeout=timedelta(hours=hours),
        pool=POOL,
    )
