#!/usr/bin/env bash
# Who is one person: bench/linkage/run.sh [DATA] [PEOPLE ...]. DATA holds febrl_dataset1.csv … and historical_50k.csv (docs/linkage.md says where they
# come from); without it, or with -, only invented residents are linked, PEOPLE of them (1000000). Wanted: historical clusters at least 0.86, FEBRL4
# 0.9995, FEBRL3 0.9975; a million residents in at most 5 s and 1 GB, 5 million in 30 s, F1 at least 0.985; a change at most 2 ms (p99).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
laoyou="${LAOYOU:-build/laoyou}" growth="${GROWTH:-build/bench/linkage/linkage_growth_bench}"
data="${1:--}"
shift || true
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf '%-18s %9s %9s %11s %9s %11s %9s %8s %6s\n' data pairs_f1 best clusters_f1 best candidates seconds cpu MB
measure() {
  local name="$1"
  shift
  /usr/bin/env python3 - "$name" "$laoyou" linkage "$@" --json --show 0 <<'PYTHON'
import json, resource, subprocess, sys
answer = json.loads(subprocess.run(sys.argv[2:], check=True, capture_output=True).stdout)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
pairs, clusters = answer["pairs"], answer["clusters"]
print(f'{sys.argv[1]:18} {pairs["f1"]:9.4f} {pairs["best_f1"]:9.4f} {clusters["f1"]:11.4f} {clusters["best_f1"]:9.4f} {answer["candidates"]:11d} {answer["seconds"]:9.2f} {used.ru_utime + used.ru_stime:8.2f} {used.ru_maxrss // 1024:6d}')
PYTHON
}
if [ "$data" != - ]; then
  for set in 1 2 3; do measure "FEBRL$set" --left "$data/febrl_dataset$set.csv" --format febrl; done
  measure FEBRL4 --left "$data/febrl_dataset4a.csv" --right "$data/febrl_dataset4b.csv" --format febrl
  for set in A C; do measure "FEBRL $set" --left "$data/febrl_dataset_${set}_10000.csv" --format febrl; done
  measure 'FEBRL F' --left "$data/febrl_dataset_F_org_10000.csv" --right "$data/febrl_dataset_F_dup_10000.csv" --format febrl
  measure historical_50k --left "$data/historical_50k.csv" --format historical
fi
for people in "${@:-850000}"; do
  "$laoyou" linkage sample --people "$people" > "$folder/residents.csv"
  measure "residents $(($(wc -l < "$folder/residents.csv") - 1))" --left "$folder/residents.csv" --format residents --truth person
done
if [ -x "$growth" ]; then "$growth" 850000 20000; fi
