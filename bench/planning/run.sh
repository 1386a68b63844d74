#!/usr/bin/env bash
# Planning on a synthetic city of a million people at 280,000 addresses and 500 places: each time beside its limit, as a ratio. The limits: a tile 5 ms
# (95th of a hundred), who is reached 1 s, trying a place out 100 ms, ten sites among 2,000 candidates 30 s with a gap of 0.5 %.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
"${BENCH_PLANNING:-build/bench/planning/bench_planning}"
# The same questions through HTTP, of fewer people: a made-up city with all its records takes minutes to make.
node bench/planning/through_the_door.mjs "${PEOPLE:-50000}"
echo "peer (AccessMod 5, the catchment of one place): 460 ms"
