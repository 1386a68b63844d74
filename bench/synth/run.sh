#!/usr/bin/env bash
# A synthetic city into SQLite, as a share of its limit: 490,000 people of Karamay in a minute, 4.16 million of Liuzhou in eight; and whether what was made adds
# up to the plan's own counts.
#   bench/synth/run.sh [people]      Karamay with so many people, 490000 unless told; 4160000: Liuzhou
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
laoyou="${LAOYOU:-build/laoyou}"
people="${1:-490000}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
plan=karamay limit_s=60 whole=490000
if [ "$people" -ge 4000000 ]; then plan=liuzhou limit_s=480 whole=4160000; fi
begun="$(date +%s.%N)"
"$laoyou" synth --plan "plans/$plan" --people "$people" --seed 1 --data "$folder" --json > "$folder/made.json"
ended="$(date +%s.%N)"
python3 - "$folder/made.json" "$plan" "$people" "$begun" "$ended" "$limit_s" "$whole" <<'CHECK'
import csv
import json
import sys

made, plan, people = json.load(open(sys.argv[1])), sys.argv[2], int(sys.argv[3])
seconds, limit_s = float(sys.argv[5]) - float(sys.argv[4]), float(sys.argv[6]) * people / int(sys.argv[7])
figures = {row["key"]: row["value"] for layer in ("national", plan) for row in csv.DictReader(open(f"plans/{layer}/figures.csv"))}
names = {"homes": "homes", "home_beds": "home_beds", "points": "community_points", "point_beds": "community_point_beds", "nurseries": "nurseries", "classes": "classes", "slots": "slots"}
for row in csv.DictReader(open(f"plans/{plan}/population/synthetic.csv")):
    if row["quantity"] in names and row["figure"]:
        found = made["places"][names[row["quantity"]]]
        assert found == int(figures[row["figure"]]), (row, found)
        print(f'{row["quantity"]}: {found}, as {row["figure"]} says')
assert made["places"]["people"] == people
records = sum(made["records"].values())
print(f"{people:,} people, {records:,} records: {seconds:.1f} s, {records / seconds:,.0f} records a second, {seconds / limit_s:.2f} of the limit")
CHECK
