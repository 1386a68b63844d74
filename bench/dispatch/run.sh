#!/usr/bin/env bash
# The tables of the dispatch engine: public series against the best known costs, a city's day against greedy insertion, growth from 100 to
# 10,000 stops, tiny problems against brute force, a million random running days, re-planning, mutated files. Unnamed: what takes ten minutes of one core; "all": 75.
#   bench/dispatch/run.sh [all | solomon|homberger|homberger400|hhcrsp|vrptwsyn|rosters|city|scale|replan|reasons|brute|tangled|fuzz ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data="${LAOYOU_DATA:-../shared/data}/routing"
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(solomon vrptwsyn city scale replan reasons)
[ "${parts[0]}" != all ] || parts=(solomon homberger homberger400 vrptwsyn hhcrsp rosters city scale replan reasons brute tangled fuzz)
for part in "${parts[@]}"; do
  case $part in
    solomon | homberger | homberger400 | hhcrsp | vrptwsyn)
      if [ ! -d "$data" ]; then
        echo "$part: no public series in $data" && continue
      fi
      python3 bench/dispatch/public_series.py build/laoyou "$data" "$part"
      ;;
    rosters)
      rosters="${LAOYOU_DATA:-../shared/data}/rooms/rostering"
      if [ ! -d "$rosters" ]; then
        echo "$part: no nurse rosters in $rosters" && continue
      fi
      python3 bench/dispatch/nurse_rosters.py build/laoyou "$rosters"
      ;;
    *) echo "$part" && build/bench/dispatch/dispatch_bench "$part" ;;
  esac
done
