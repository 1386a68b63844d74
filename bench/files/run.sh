#!/usr/bin/env bash
# Photographs of 2 MB from 16 connections into the program, killed on the way, backed up, restored and asked for again; see files_bench.cpp.
# Usage: run.sh [PHOTOGRAPHS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec "$(find build -name files_bench -type f -perm -u+x | head -1)" build/laoyou plans "$@"
