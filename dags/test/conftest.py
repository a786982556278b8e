"""Airflow is told where to live before anything imports it."""

import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
home = Path(tempfile.mkdtemp(prefix="evenhand-airflow-"))
os.environ.setdefault("AIRFLOW_HOME", str(home))
os.environ.setdefault("AIRFLOW__CORE__LOAD_EXAMPLES", "False")
os.environ.setdefault("AIRFLOW__CORE__DAGS_FOLDER", str(ROOT / "dags"))
os.environ.setdefault("AIRFLOW__CORE__UNIT_TEST_MODE", "False")
os.environ.setdefault("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", f"sqlite:///{home}/airflow.db")
os.environ.setdefault("AIRFLOW__LOGGING__LOGGING_LEVEL", "WARNING")
os.environ.setdefault("EVENHAND_HOME", str(ROOT))
os.environ.setdefault("EVENHAND_LANDING", str(ROOT / "sample-data" / "landing"))
os.environ.setdefault("EVENHAND_LAKE", str(home / "lake"))
os.environ.setdefault("EVENHAND_OUT", str(home / "out"))
