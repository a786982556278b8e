#!/usr/bin/env bash
# Exports every table contract as ODCS YAML and lints it with datacontract-cli against the standard's own JSON Schema.
# Installs the linter once, in a virtual environment; ends with the line 'N passed, N failed'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
linter=datacontract-cli==1.2.8
venv=${EVENHAND_ODCS_VENV:-${TMPDIR:-/tmp}/evenhand-${linter/==/-}}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

if [ ! -x "$venv/bin/datacontract" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q --disable-pip-version-check "$linter"
fi
mvn -B -q -pl schemas compile exec:java -Dexec.mainClass=org.evenhand.schema.OdcsExport -Dexec.args="$out"
"$venv/bin/python" .ci/odcs_lint.py "$out"
