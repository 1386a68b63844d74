#!/usr/bin/env bash
# Siting against the optima of the literature: every p-median of the OR-Library within 10 s, the coverings and medians of São José dos
# Campos and San Francisco, the capacitated warehouses. Times are CPU seconds of one thread, the reading of the file included; the
# peers' times measured on like hardware (spopt with CBC) stand below. The limit by the clock is wide, so that a busy machine does
# not cut a run short; what counts is the CPU seconds, at most 10 for each p-median.
# Needs LAOYOU_REFERENCE_DATA; says so and ends where it is not set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
laoyou="${LAOYOU:-build/laoyou}"
data="${LAOYOU_REFERENCE_DATA:-}"
if [[ -z "$data" || ! -d "$data/siting" ]]; then
  echo "LAOYOU_REFERENCE_DATA is not set: the reference instances are not here"
  exit 0
fi
data="$data/siting"
answer="$(mktemp)"
trap 'rm -f "$answer" "$answer.time"' EXIT
failed=0

field() { grep -o "\"$1\":[^,}]*" "$answer" | head -n 1 | cut -d: -f2; }

# solve NAME OPTIMUM TOLERANCE WORDS...: prints a row and remembers a miss.
solve() {
  local name="$1" optimum="${2%$'\r'}" tolerance="$3"  # some tables end their lines in CR LF
  shift 3
  TIMEFORMAT='%U'
  { time "$laoyou" siting solve "$@" --json > "$answer"; } 2> "$answer.time"
  local verdict
  verdict="$(awk -v value="$(field value)" -v optimum="$optimum" -v tolerance="$tolerance" -v proved="$(field proved)" \
    'BEGIN { d = value - optimum; if (d < 0) d = -d; print (d <= tolerance ? "optimum" : "MISSED") (proved == "true" ? " proved" : " not-proved") }')"
  printf '%-28s %16.10g %16.10g %8s %-20s %8.3g\n' "$name" "$(field value)" "$optimum" "$(tail -n 1 "$answer.time")" "$verdict" "$(field gap)"
  [[ "$verdict" == "optimum proved" ]] || failed=$((failed + 1))
}

printf '%-28s %16s %16s %8s %-20s %8s\n' instance value known cpu_s verdict gap
while IFS=, read -r name _ _ optimum; do
  [[ "$name" == instance ]] || solve "$name" "$optimum" 0 --format orlib-pmed "$data/pmed/$name.txt" --seconds 300
done < "$data/pmed_optima.csv"
while IFS=, read -r name radius p optimum _; do
  [[ "$name" == inst ]] || solve "$name MCLP $radius $p" "$optimum" 0 --format sjc "$data/sjc/$name.txt" --problem mclp --radius "$radius" --p "$p" --seconds 300
done < "$data/sjc_mclp_optima.csv"
while IFS=, read -r name _ radius optimum _; do
  [[ "$name" == inst ]] || solve "$name LSCP $radius" "$optimum" 0 --format sjc "$data/sjc/$name.txt" --problem lscp --radius "$radius" --seconds 300
done < "$data/sjc_lscp_optima.csv"
solve "SJC324 p-median 10" 2751168.77 0.01 --format sjc "$data/sjc/SJC324.txt" --problem pmedian --p 10 --seconds 300
san_francisco="$data/san_francisco/SF_network_distance_candidateStore_16_censusTract_205_new.csv"
solve "San Francisco LSCP" 8 0 --format matrix "$san_francisco" --problem lscp --radius 5000
solve "San Francisco MCLP 4" 875247 0 --format matrix "$san_francisco" --problem mclp --radius 5000 --p 4
solve "San Francisco p-median 4" 2848268129.7145 0.001 --format matrix "$san_francisco" --problem pmedian --p 4
solve "San Francisco p-center 4" 7403.06 0.005 --format matrix "$san_francisco" --problem pcenter --p 4
while read -r name optimum; do
  solve "$name" "$optimum" 0.001 --format orlib-cap "$data/capacitated/$name.txt"
done <<'OPTIMA'
cap71 932615.75
cap72 977799.4
cap73 1010641.45
cap74 1034976.975
cap101 796648.4375
cap102 854704.2
OPTIMA
echo "peers (spopt + CBC 2.10.8, building the model and solving): SJC324 MCLP 0.92 s, SJC818 MCLP 5.85 s, SJC324 p-median 10 27.05 s"
echo "not solved to a proved optimum: $failed"
[[ "$failed" -eq 0 ]]
