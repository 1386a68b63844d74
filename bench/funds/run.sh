#!/usr/bin/env bash
# Subsidy runs: five subsidies for a million people computed with the steps of each amount (limit 10 s), so many payments kept, approved and paid in one
# transaction each (limit 10 s for 100,000 paid with their ledger entries, the payment file and a notice to each family).
# Seconds on the clock and of processor time are told, since others may use the machine.
#   bench/funds/run.sh [people] [payments]     1000000 and 100000 unless told; 0: leave it out
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec build/bench/funds/funds_bench "${1:-1000000}" "${2:-100000}"
