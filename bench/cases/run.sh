#!/usr/bin/env bash
# Cases of the filing of a childcare place: openings and durable steps a second (authorisation, form, term, journal, worklist and notices in each), as a
# share of plain durable writes; terms that pass all at once, also in a program killed on the way; the worklist of one office among many cases, through
# the door. On SQLite and PostgreSQL, with the machine's load and the processor time of this program.
#   bench/cases/run.sh [--only sqlite|postgresql] [--steps CASES] [--terms TERMS] [--killed-terms TERMS] [--worklist CASES]     0 leaves a measure out
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build/bench/cases/bench_cases "$@"
