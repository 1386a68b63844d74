#!/bin/sh
# A register of many people through the door: bringing them in by sheets, then lists, filters, orders, pages and searches, against 30 ms.
#   bench/collections/run.sh [rows] [database]     100000 rows on SQLite unless told; postgresql://… for the other
set -eu
cd "$(dirname "$0")/../.."
exec node bench/collections/measure.mjs "${1:-100000}" "${2:-}"
