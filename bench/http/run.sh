#!/usr/bin/env bash
# The program with the demonstration's data: reading against raw Beast (http_bench.cpp), durable writes against the store's own (writes_bench.cpp), and
# a page while the town works (page_under_load_bench.cpp). Usage: run.sh [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program() { find build -name "$1" -type f -perm -u+x | head -1; }
result=0
"$(program http_bench)" build/laoyou plans "$@" || result=$?
"$(program writes_bench)" build/laoyou plans || result=$?
"$(program page_under_load_bench)" build/laoyou plans || result=$?
exit $result
