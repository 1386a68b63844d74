#!/bin/sh
# Registers of many people through the door.
#   bench/collections/run.sh [rows] [database]            brings rows in by sheets, then lists, filters, orders, pages and searches, against 30 ms
#                                                         100000 rows on SQLite unless told; postgresql://… for the other
#   bench/collections/run.sh city [people] [database]     a whole made-up city (4160000 people of Liuzhou), lists and searches, against 50 ms
set -eu
cd "$(dirname "$0")/../.."
if [ "${1:-}" = city ]; then
  shift
  exec node bench/collections/city.mjs "$@"
fi
exec node bench/collections/measure.mjs "${1:-100000}" "${2:-}"
