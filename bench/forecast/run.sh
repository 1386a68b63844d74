#!/usr/bin/env bash
# Thirty years, three scenarios, one hundred regions: the time of the command, and whether every year adds up to the person.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
laoyou="${LAOYOU:-build/laoyou}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
awk 'BEGIN {
  print "region,sex,age,count"
  for (region = 1; region <= 100; ++region)
    for (age = 0; age <= 100; ++age)
      for (sex = 0; sex < 2; ++sex)
        printf "9999%08d,%s,%d,%d\n", region, sex ? "F" : "M", age, (1200 - 11 * age) * (1 + (region * 7 + age * 13) % 5) / 3
}' > "$folder/base.csv"
TIMEFORMAT='forecast of 100 regions x 3 scenarios x 30 years: %U s of CPU'
time "$laoyou" forecast --base "$folder/base.csv" --years 30 --json > "$folder/forecast.json"
python3 - "$folder/forecast.json" <<'CHECK'
import json
import sys

forecast = json.load(open(sys.argv[1]))
years = 0
for part in forecast["scenarios"] + forecast["regions"]:
    for now, later in zip(part["years"], part["years"][1:]):
        assert later["people"] == now["people"] + now["births"] - now["deaths"] + now["net_migration"], (part, now)
        years += 1
print(f"{years} years add up to the person")
CHECK
