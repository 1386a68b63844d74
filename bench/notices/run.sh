#!/usr/bin/env bash
# An inbox among a million notices: how long a page and the counts take, against 50 ms; see inbox_bench.cpp. Usage: run.sh [NOTICES]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec "$(find build -name inbox_bench -type f -perm -u+x | head -1)" "${1:-1000000}"
