#!/usr/bin/env bash
# Coverage on Heidelberg (OpenStreetMap extract) and Jinan (car roads). RoutingKit's times on like hardware stand below for comparison.
# Needs LAOYOU_REFERENCE_DATA; says so and ends where it is not set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data="${LAOYOU_REFERENCE_DATA:-}"
if [[ -z "$data" || ! -d "$data/streets" ]]; then
  echo "LAOYOU_REFERENCE_DATA is not set: the streets are not here"
  exit 0
fi
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
# "n m", n lines of longitude and latitude, m lines "from to metres km/h class", each one direction.
awk -v nodes="$folder/nodes.csv" -v edges="$folder/edges.csv" '
  NR == 1 { n = $1; print "id,longitude,latitude" > nodes; print "from,to,length_m,speed_km_h,highway,oneway" > edges; next }
  NR <= n + 1 { print NR - 2 "," $1 "," $2 > nodes; next }
  { print $1 "," $2 "," $3 "," $4 "," $5 ",1" > edges }' "$data/streets/jinan/graph.txt"
"${BENCH_COVERAGE:-build/bench/coverage/bench_coverage}" "$data/streets/osm/heidelberg.osm.pbf" "$folder/nodes.csv" "$folder/edges.csv"
cat <<'PEERS'
RoutingKit: 15-minute search Heidelberg walking 0.054 ms, by car 0.65 ms, Jinan walking 0.011 ms, by car 0.74 ms;
matrix of about 2800 x 2800 Heidelberg walking 825 ms, by car 322 ms, Jinan by car 343 ms; extract import 3.2 to 4.3 s
r5r (its pull request 460, issue 450; city and hardware not stated): 1500 origins to 15 destinations walking 30 s, 0.5 s after the search was turned
around; by car 180 s, 15 origins to 1500 destinations 7.5 s
PEERS
