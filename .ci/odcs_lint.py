"""Lints every *.odcs.yaml below a directory, as `datacontract lint` does, in one process."""

import logging
import sys
from pathlib import Path

from datacontract.data_contract import DataContract

logging.disable(logging.WARNING)
files = sorted(Path(sys.argv[1]).rglob("*.odcs.yaml"))
failed = 0
for file in files:
    run = DataContract(data_contract_file=str(file)).lint()
    if not run.has_passed():
        failed += 1
        print(f"{file.name}: " + "; ".join(f"{c.name}: {c.reason}" for c in run.checks if str(c.result.value) != "passed"))
print(f"{len(files) - failed} passed, {failed} failed")
sys.exit(1 if failed or not files else 0)
