#!/usr/bin/env bash
# Durable transfers a second with 10 accounts and with 10,000, beside the store's plain durable writes; and so many seeded operations on both databases,
# which must leave the same hash; see ledger_bench.cpp. Usage: run.sh [SECONDS [OPERATIONS [DIRECTORY]]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec "$(find build -name ledger_bench -type f -perm -u+x | head -1)" "$@"
