#!/usr/bin/env bash
# The program with the demonstration's data against raw Beast; see http_bench.cpp. Usage: run.sh [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec "$(find build -name http_bench -type f -perm -u+x | head -1)" build/laoyou plans "$@"
