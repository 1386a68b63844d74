#!/usr/bin/env bash
# Reading and placing addresses: bench/addresses/run.sh [DATA] [ROWS]. DATA holds naacl2019_dev.txt and naacl2019_test.txt (docs/addresses.md says where they come
# from); without it, or with -, only the speed is measured, at a base of ROWS standard addresses (1000000). Wanted: road and number F1 at least 0.90; province,
# city, county right in 99.5, 98, 97 % of those named (bench/linkage/addresses.py); 200,000 addresses read a second.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data="${1:--}"
if [ "$data" != - ]; then
  for set in dev test; do
    echo "== $set"
    python3 bench/addresses/labels.py "$data/naacl2019_$set.txt"
    python3 bench/linkage/addresses.py "$data/naacl2019_$set.txt"
  done
fi
"${BENCH:-build/bench/addresses/addresses_bench}" "${2:-1000000}"
