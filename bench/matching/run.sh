#!/usr/bin/env bash
# Placing: the public instance (with the folder of public data as argument), towns made by chance beside a plain sorted deferred acceptance.
# Wanted: 497 placed, 0 blocking, 5 ms; 10,000 children with 15 % siblings in 1 s. "near": siblings rank next to each other, "apart": anywhere.
#   bench/matching/run.sh [DATA]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data="${1:-}"
if [ -f "$data/matching/daycarecp.json" ]; then
  "${LAOYOU:-build/laoyou}" matching solve "$data/matching/daycarecp.json" --format daycarecp --totals
fi
for children in 1000 10000; do
  for spread in 0.2 0.5 0.9; do
    for siblings in near apart; do
      build/bench/matching/matching_bench "$children" $((children * 3 / 100)) "$spread" "$siblings"
    done
  done
done
