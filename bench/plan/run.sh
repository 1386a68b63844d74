#!/bin/sh
# Ten years of a plan through the door: 13 counties, 60 indicators, reported every month; each page against 30 ms.
#   bench/plan/run.sh [years] [database]     10 years on SQLite unless told; postgresql://… for the other
set -eu
cd "$(dirname "$0")/../.."
exec node bench/plan/ten_years.mjs "${1:-10}" "${2:-}"
