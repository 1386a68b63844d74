#!/usr/bin/env bash
# The tables of the dispatch engine: public series against the best known costs, a city's day against greedy insertion, growth from 100 to
# 10,000 stops, every tiny problem against brute force, re-planning, mutated files. About 75 minutes of one core; name parts to run less.
#   bench/dispatch/run.sh [solomon|homberger|hhcrsp|vrptwsyn|city|scale|replan|brute|fuzz ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data="${LAOYOU_DATA:-../shared/data}/routing"
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(solomon homberger vrptwsyn hhcrsp city scale replan brute fuzz)
for part in "${parts[@]}"; do
  case $part in
    solomon | homberger | hhcrsp | vrptwsyn) python3 bench/dispatch/public_series.py build/laoyou "$data" "$part" ;;
    *) echo "$part" && build/bench/dispatch/dispatch_bench "$part" ;;
  esac
done
