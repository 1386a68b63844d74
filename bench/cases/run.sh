#!/usr/bin/env bash
# Cases of the filing of a childcare place: openings and durable steps a second (authorisation, form, term, journal, worklist and notices in each), as a
# share of plain durable writes; the worklist of one office among many cases; terms that pass all at once. On SQLite and PostgreSQL.
#   bench/cases/run.sh [CASES [WORKLIST_CASES [DUE_TERMS]]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build/bench/cases/bench_cases "$@"
