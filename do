#!/usr/bin/env bash
# The one entry: ./do run | test | build | bench | fuzz | crash | web. It installs what is missing (Debian 12), builds, and says what it does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# What one tree has compiled, another one takes from the cache.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros

readonly build_packages=(g++ cmake ninja-build ccache pkg-config libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libboost-fiber1.81-dev libsqlite3-dev libpq-dev
  libicu-dev libsodium-dev libssl-dev libyaml-cpp-dev libxlsxwriter-dev libspdlog-dev libfmt-dev prometheus-cpp-dev libgtest-dev libgmock-dev librapidcheck-dev
  libcurl4-openssl-dev libzip-dev libpugixml-dev libpango1.0-dev libqrencode-dev fonts-noto-cjk libjpeg62-turbo-dev libpng-dev libwebp-dev zlib1g-dev libbz2-dev libexpat1-dev coinor-libcbc-dev coinor-libcgl-dev coinor-libclp-dev coinor-libosi-dev coinor-libcoinutils-dev liblz4-dev libzstd-dev libicu-dev)
readonly test_packages=(postgresql-15 chromium curl procps poppler-utils zbar-tools)
readonly fuzz_packages=(clang-14 libclang-rt-14-dev)
readonly bench_packages=(wrk)
# These depend on Debian's older Boost and are headers only: unpacked beside the build instead of installed.
readonly unpacked_packages=(libosmium2-dev libprotozero-dev)

say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -E "$@"; fi
}

install_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null)" = "ii " ] || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

install_node() {
  command -v node >/dev/null && command -v npm >/dev/null && return
  install_packages nodejs npm
}

unpack_headers() {
  [ -e build/packages/usr/include/osmium/osm.hpp ] && return
  say "unpacking ${unpacked_packages[*]}"
  mkdir -p build/packages/archives
  if ! (cd build/packages/archives && apt-get download -qq "${unpacked_packages[@]}" 2>/dev/null); then
    as_root apt-get update -qq
    (cd build/packages/archives && apt-get download -qq "${unpacked_packages[@]}")
  fi
  local archive
  for archive in build/packages/archives/*.deb; do dpkg-deb -x "$archive" build/packages; done
}

# npm_install FOLDER: what package-lock.json names, once.
npm_install() {
  local stamp="$1/node_modules/.laoyou-installed"
  [ "$stamp" -nt "$1/package-lock.json" ] && return
  say "npm: $1"
  # Newer npm refuses a lock file without the packages of other platforms, which not every registry holds; install keeps to the lock as well.
  (cd "$1" && { npm ci --no-audit --no-fund --loglevel=silent || npm install --no-save --no-audit --no-fund --loglevel=error; })
  touch "$stamp"
}

build_web() {
  npm_install web
  local newest
  newest=$(find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -newer web/dist/index.html -print -quit 2>/dev/null || echo missing)
  [ -e web/dist/index.html ] && [ -z "$newest" ] && return
  say "building the web pages"
  (cd web && npm run build --silent)
}

build_program() { # build_program TARGETS...
  unpack_headers
  npm_install regions
  [ -e build/build.ninja ] || say "configuring"
  cmake --preset default >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
  say "building $*"
  cmake --build build --target "$@"
}

prepare() {
  install_packages "${build_packages[@]}"
  install_node
  mkdir -p build
  build_web
}

# free_port: a port that nobody listens on now.
free_port() { node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

do_build() {
  prepare
  build_program laoyou
}

do_run() {
  do_build
  local data=${LAOYOU_DATA:-data} port=${LAOYOU_PORT:-8080}
  mkdir -p "$data"
  say "loading the plans and the demonstration accounts into $data/"
  build/laoyou demo --data "$data" --plan plans
  say "serving; stop with Ctrl-C"
  exec build/laoyou serve --data "$data" --plan plans --port "$port" --log "$data/laoyou.log"
}

check_plans() {
  local plan
  for plan in plans/*/; do
    build/laoyou plan check "$plan" >/dev/null || { build/laoyou plan check "$plan"; return 1; }
    build/laoyou plan test "$plan" || return 1
  done
}

browser_test() {
  local port data
  port=$(free_port)
  data=$(mktemp -d)
  build/laoyou demo --data "$data" --plan plans >/dev/null
  build/laoyou serve --data "$data" --plan plans --port "$port" --log "$data/laoyou.log" >"$data/out" &
  local server=$!
  until curl -sf "http://127.0.0.1:$port/health" >/dev/null; do
    kill -0 $server 2>/dev/null || { cat "$data/out" >&2; return 1; }
    sleep 0.1
  done
  export BASE_URL="http://127.0.0.1:$port" LAOYOU_DEMO_PASSWORD=laoyou-demo-2026
  # The walk over all screens is the longest file by far: it runs beside the others, and what it says stands after theirs.
  local result=0 others=() file
  for file in tests/browser/*.test.mjs; do [ "$file" = tests/browser/accessibility.test.mjs ] || others+=("$file"); done
  node --test tests/browser/accessibility.test.mjs >"$data/accessibility" 2>&1 &
  local walk=$!
  node --test "${others[@]}" || result=$?
  wait $walk || result=$?
  cat "$data/accessibility"
  kill -TERM $server && wait $server || true
  rm -rf "$data"
  return $result
}

do_test() {
  prepare
  install_packages "${test_packages[@]}"
  build_program all
  say "plan folders"
  check_plans
  say "unit tests"
  ctest --test-dir build --output-on-failure -j 2
  say "web: types and unit tests"
  (cd web && npm run --silent check && npm run --silent test)
  say "docs"
  node --test tests/docs/
  say "browser"
  browser_test
}

do_web() {
  install_node
  npm_install web
  say "web pages with live reload; the server is expected on ${LAOYOU_PORT:-8080}"
  (cd web && npm run dev)
}

do_bench() {
  prepare
  install_packages "${bench_packages[@]}" "${test_packages[@]}"
  build_program all
  local script
  for script in bench/*/run.sh; do
    say "$script"
    bash "$script"
  done
}

do_crash() {
  prepare
  install_packages "${test_packages[@]}"
  build_program crash_test file_crash_test run_crash_test laoyou
  say "kill -9 under load, ${1:-1000} times"
  build/tests/crash/crash_test "${1:-1000}"
  # A kill between the steps of a file costs more looking than one between two visits.
  build/tests/crash/file_crash_test "$(( ${1:-1000} / 5 ))"
  # Runs of subsidies, approved by their cases and paid.
  build/tests/crash/run_crash_test "$(( ${1:-1000} / 5 ))"
  # The whole program, started anew each time.
  node tests/crash/whole_server.mjs "$(( ${1:-1000} / 5 ))"
}

do_fuzz() { # do_fuzz [SECONDS a target]
  prepare
  install_packages "${fuzz_packages[@]}"
  say "building the fuzz targets"
  unpack_headers
  npm_install regions
  cmake --preset fuzz >/dev/null
  cmake --build build-fuzz --target fuzz_targets
  local target
  for target in build-fuzz/tests/fuzz/*_fuzz; do
    local corpus="build-fuzz/corpus/$(basename "$target")"
    mkdir -p "$corpus"
    say "$(basename "$target") for ${1:-600} s"
    local name folders words=()
    name=$(basename "$target" _fuzz)
    folders=("$corpus")
    [ -d "tests/fuzz/corpus/$name" ] && folders+=("tests/fuzz/corpus/$name")
    [ "$name" = http_request ] && words=(-dict=tests/fuzz/http/http.dict)
    "$target" -max_total_time="${1:-600}" -rss_limit_mb=4096 -timeout=25 -print_final_stats=1 -artifact_prefix=build-fuzz/ "${words[@]}" "${folders[@]}" 2>&1 | tail -n 12
  done
}

case "${1:-}" in
  run) do_run ;;
  test) do_test ;;
  build) do_build ;;
  bench) do_bench ;;
  fuzz) shift; do_fuzz "$@" ;;
  crash) shift; do_crash "$@" ;;
  web) do_web ;;
  *) echo "usage: ./do run | test | build | bench | fuzz [SECONDS] | crash [TIMES] | web" >&2; exit 2 ;;
esac
