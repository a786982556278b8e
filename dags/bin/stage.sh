#!/usr/bin/env bash
# One stage of the quarter: stage.sh <stage>. The quarter is EVENHAND_QUARTER, or the last one closed by EVENHAND_DATE.
set -euo pipefail
umask 077

stage=${1:?Cannot run a stage: none was named. Call stage.sh with intake, consolidate, analyse or publish.}
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)

if [ -n "${EVENHAND_QUARTER:-}" ]; then
  when=(--quarter "$EVENHAND_QUARTER")
else
  when=(--closed-by "${EVENHAND_DATE:?Cannot tell the quarter: neither EVENHAND_QUARTER nor EVENHAND_DATE is set.}")
fi
exec "$home/evenhand" run "$stage" "${when[@]}"
