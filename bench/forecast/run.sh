#!/usr/bin/env bash
# Thirty years, three scenarios, one hundred regions: the time of the command, and whether every year adds up to the person. Then the
# census of 2010 carried forward to that of 2020: the error of each group of age, with the country's rates as they are, with them scaled
# to the births of 2011, and to its births and deaths.
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
back_test=("$laoyou" forecast --base bench/forecast/china_census_2010.csv --base-year 2011 --years 10 --counted bench/forecast/china_census_2020.csv --json)
"${back_test[@]}" > "$folder/rates.json"
"${back_test[@]}" --local bench/forecast/china_registered_2011.csv > "$folder/both.json"
awk -F, -v OFS=, 'NR > 1 { $3 = 0 } 1' bench/forecast/china_registered_2011.csv > "$folder/births.csv"
"${back_test[@]}" --local "$folder/births.csv" > "$folder/births.json"
python3 - "$folder" <<'CHECK'
import json
import sys

forecast, rates, births, both = (json.load(open(f"{sys.argv[1]}/{name}.json")) for name in ("forecast", "rates", "births", "both"))
years = 0
for part in forecast["scenarios"] + forecast["regions"]:
    for now, later in zip(part["years"], part["years"][1:]):
        assert later["people"] == now["people"] + now["births"] - now["deaths"] + now["net_migration"], (part, now)
        years += 1
print(f"{years} years add up to the person")
print("census of 2010 carried ten years on, against the census of 2020")
print(f"{'ages':>10} {'counted':>14} {'projected':>14} {'error':>8} {'to births':>10} {'and deaths':>10}")
tested = rates["back_test"]
for error, to_births, to_both in zip(tested, births["back_test"], both["back_test"]):
    assert error["name"] == to_births["name"] == to_both["name"]
    print(f"{error['name']:>10} {error['counted']:14,} {error['projected']:14,} {error['error']:8.1%} {to_births['error']:10.1%} {to_both['error']:10.1%}")
assert len(tested) == 24, "every group that was counted is projected"
groups = [error for error in tested if error["name"][0].isdigit()]
born = [error for error in groups if int(error["name"].replace("+", "-").split("-")[0]) >= 10]
print(f"mean absolute error of the groups alive in 2010, weighted by people: {sum(abs(e['projected'] - e['counted']) for e in born) / sum(e['counted'] for e in born):.1%}")
CHECK
