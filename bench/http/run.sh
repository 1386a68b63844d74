#!/usr/bin/env bash
# Our server against raw Beast; see http_bench.cpp.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec "$(find build -name http_bench -type f -perm -u+x | head -1)" "$@"
