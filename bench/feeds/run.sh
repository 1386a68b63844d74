#!/usr/bin/env bash
# Three lists with mistakes over a synthetic city, and how long a new record takes: bench/feeds/run.sh [PEOPLE] (100000). Wanted: precision at least 0.995 at a
# recall of at least 0.97; a new record placed in at most 5 ms (p99) among a million people. Then the lists that `laoyou synth --wrong-lists` writes, through the
# delivery routes of a running server.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
"${FEEDS_BENCH:-build/bench/feeds/feeds_bench}" "${1:-100000}"
"${FEEDS_DOOR_BENCH:-build/bench/feeds/feeds_door_bench}" "${DOOR_PEOPLE:-100000}"
