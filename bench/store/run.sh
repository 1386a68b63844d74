#!/usr/bin/env bash
# Durable writes a second, group commit against one commit each, on SQLite and PostgreSQL; the promise is ten times where a flush
# costs a millisecond or more.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build/bench/store/bench_store "$@"
