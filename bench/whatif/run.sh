#!/usr/bin/env bash
# What a change of a plan costs over one million people: laoyou serve over a synthetic city, asked as the screen asks. Prints milliseconds for a question of one
# variant by county, seconds and memory to load the registers, and the time from a change's answer until it is in the next one.
# First what a slider's move costs the processor without HTTP (whatif_bench.cpp), last the screen itself in a browser, from a move to the redrawn frame (slider.mjs).
#   bench/whatif/run.sh [people] [DIR]   (1000000, a temporary directory; a DIR with a city in it is used as it is)
set -euo pipefail
cd "$(dirname "$0")/../.."
people=${1:-1000000} dir=${2:-$(mktemp -d)}
build/bench/whatif/whatif_bench "$people"
[ -e "$dir/laoyou.db" ] || build/laoyou synth --plan plans/karamay --people "$people" --seed 1 --data "$dir"
node bench/whatif/ask.mjs build/laoyou "$dir"
exec node bench/whatif/slider.mjs build/laoyou "$dir"
