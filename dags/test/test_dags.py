"""The DAGs under the real Airflow: they import, their edges are the jobs' reads and writes, and the quarter runs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def bag():
    subprocess.run(["airflow", "db", "migrate"], check=True, capture_output=True, timeout=300)
    subprocess.run(
        ["airflow", "pools", "set", "evenhand_writer", "1", "one writer per lake"],
        check=True,
        capture_output=True,
        timeout=300,
    )
    from airflow.models import DagBag

    return DagBag(dag_folder=str(ROOT / "dags"), include_examples=False)


@pytest.fixture(scope="session")
def jobs():
    listed = subprocess.run(
        [str(ROOT / "evenhand"), "jobs", "--json"], check=True, capture_output=True, text=True, timeout=900
    )
    return json.loads(listed.stdout)


def test_every_dag_imports(bag):
    assert bag.import_errors == {}
    assert set(bag.dags) == {"evenhand_quarterly", "evenhand_daily_intake"}


def test_tasks_are_the_stages_of_the_jobs(bag, jobs):
    assert {task.task_id for task in bag.dags["evenhand_quarterly"].tasks} == {job["stage"] for job in jobs}


def test_edges_follow_from_what_the_jobs_read_and_write(bag, jobs):
    writer = {table: job["stage"] for job in jobs for table in job.get("writes", [])}
    needed = {
        (writer[table], job["stage"])
        for job in jobs
        for table in job.get("reads", [])
        if table in writer and writer[table] != job["stage"]
    }
    quarterly = bag.dags["evenhand_quarterly"]
    declared = {(task.task_id, below) for task in quarterly.tasks for below in task.downstream_task_ids}
    assert needed <= declared
    order = list(dict.fromkeys(job["stage"] for job in jobs))
    assert all(order.index(above) < order.index(below) for above, below in declared)


def test_no_user_text_stands_in_a_command(bag):
    for dag in bag.dags.values():
        for task in dag.tasks:
            assert "{{" not in task.bash_command
            assert task.append_env
            assert task.execution_timeout is not None
            assert task.pool == "evenhand_writer"


def test_one_run_at_a_time_and_no_retry_where_data_are_judged(bag):
    quarterly = bag.dags["evenhand_quarterly"]
    assert quarterly.max_active_runs == 1
    assert quarterly.get_task("publish").retries == 0
    assert quarterly.get_task("intake").retries == 2


def test_the_sample_quarter_runs(bag):
    run = bag.dags["evenhand_quarterly"].test(run_conf={"quarter": "2026Q3"})
    assert str(run.state).endswith("success")
    pointer = json.loads((Path(os.environ["EVENHAND_LAKE"]) / "published" / "current.json").read_text())
    assert "2026Q3" in json.dumps(pointer)
