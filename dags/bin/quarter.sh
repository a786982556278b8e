#!/usr/bin/env bash
# The whole quarter in one process, for cron: quarter.sh [DATE]. Reports on the last quarter closed by DATE (default: today, UTC).
set -euo pipefail
umask 077

home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
exec "$home/evenhand" quarter --closed-by "${1:-$(date -u +%F)}"
