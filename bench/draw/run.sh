#!/usr/bin/env bash
# The draw of 300 places from 100,000 with 500 inspectors and 2,000 conflicts, and a plain list of 100,000 ids in the order of Rivest's sampler.
# Times are seconds of the whole command, files read and written; wanted: at most 0.2 s for the draw.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
laoyou="${LAOYOU:-build/laoyou}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf 'kind,take,inspectors,powers\n养老,200,2,消防\n托育,100,2,\n' > "$folder/strata.csv"
printf 'grade,lots,yearly_minimum\nA,1,0\nB,2,0\nC,4,0\n' > "$folder/grades.csv"
printf 'office,secret\n民政局,secret\n纪委,private\n' > "$folder/secrets.csv"
{ echo office,commitment; for pair in 民政局:secret 纪委:private; do echo "${pair%%:*},$(printf %s "${pair##*:}" | sha256sum | cut -d' ' -f1)"; done; } > "$folder/offices.csv"
awk 'BEGIN { print "id,kind,grade,visits"; for (i = 1; i <= 100000; i++) print "P" i "," (i % 3 ? "养老" : "托育") "," substr("ABC", i % 7 % 3 + 1, 1) "," i % 2 }' > "$folder/targets.csv"
awk 'BEGIN { print "id,powers"; for (i = 1; i <= 500; i++) print "I" i "," (i % 3 ? "消防" : "") }' > "$folder/inspectors.csv"
awk 'BEGIN { print "inspector,target"; for (i = 1; i <= 2000; i++) print "I" i % 500 + 1 ",P" i * 37 }' > "$folder/conflicts.csv"
seq 1 100000 > "$folder/ids.txt"

TIMEFORMAT='%R'
printf '%-44s %s\n' what seconds
measure() { local name="$1"; shift; { time "$@" > "$folder/out" 2> /dev/null; } 2> "$folder/time"; printf '%-44s %s\n' "$name" "$(cat "$folder/time")"; }
measure 'commit: 100,000 places checked and hashed' "$laoyou" draw commit --name bench --published 2026-12-01T02:00:00Z --event lottery --event-time 2026-12-03T13:15:00Z \
  --strata "$folder/strata.csv" --grades "$folder/grades.csv" --offices "$folder/offices.csv" --targets "$folder/targets.csv" --inspectors "$folder/inspectors.csv" --conflicts "$folder/conflicts.csv"
mv "$folder/out" "$folder/commitment.json"
measure 'run: 300 places, pairs, conflicts' "$laoyou" draw run --commitment "$folder/commitment.json" --digits 482 --source paper --time 2026-12-03T14:00:00Z --secrets "$folder/secrets.csv"
mv "$folder/out" "$folder/draw.json"
measure 'verify' "$laoyou" draw verify "$folder/draw.json" --commitment "$folder/commitment.json"
measure 'plain: 100,000 ids in the order of tickets' "$laoyou" draw run --ids "$folder/ids.txt" --seed 314159 --plain
