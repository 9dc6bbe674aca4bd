#!/bin/sh
# Runs programs under ./pyvm, two at a time, and tells which do what CPython did: what ProgramsIT does, quicker to start.
#
#   ./check.sh                      every program; prints those that differ, and the sum
#   ./check.sh errors/chains.py     these; prints the differences
#   ./check.sh --update             every program; writes known_failures.txt, keeping the reasons that stand there
#   PYVM=/path/to/pyvm ./check.sh
cd "$(dirname "$0")" || exit 1
PYVM=${PYVM:-$PWD/../../../../pyvm}
here=$PWD
export PYVM here
results=$(mktemp -d)
export results
trap 'rm -rf "$results"' EXIT

update=
[ "${1-}" = --update ] && update=yes && shift
show=
[ $# -gt 0 ] && show=yes || set -- */*.py
export show

$PYVM -c pass >/dev/null 2>&1 # Builds what is missing, once.
# Bash, since dash says in the program's own standard error that it was aborted.
# shellcheck disable=SC2016
printf '%s\n' "$@" | xargs -P 2 -I {} bash -c '
  base=${1%.py}
  mine=$results/$(echo "$base" | tr / -)
  input=/dev/null
  [ -e "$base.in" ] && input=$base.in
  env -i PATH="$PATH" LANG=C.UTF-8 PYVM_NO_BUILD=1 timeout 120 $PYVM "$1" <"$input" >"$mine.out" 2>"$mine.err"
  echo $? >"$mine.exit"
  sed -i -e "s|$here/||g" -e "s|[^ \"(]*/lib/python3\.11/|<lib>/|g" -e "s/ at 0x[0-9a-f]*>/ at 0x...>/g" "$mine.out" "$mine.err"
  for kind in out err exit; do
    expected=$base.$kind
    if [ ! -e "$expected" ]; then
      [ $kind = exit ] && echo 0 >"$mine.expected" || : >"$mine.expected"
      expected=$mine.expected
    fi
    if ! diff -q "$expected" "$mine.$kind" >/dev/null; then
      echo "$1" >>"$mine.failed"
      [ -z "$show" ] || diff -u "$expected" "$mine.$kind"
    fi
  done' bash {}

cat "$results"/*.failed 2>/dev/null | sort -u >"$results/all"
[ -n "$show" ] || cat "$results/all"
total=$#
failed=$(wc -l <"$results/all")
echo "$((total - failed)) passed, $((failed)) failed"
if [ -n "$update" ]; then
  while read -r program; do
    grep "^$program " known_failures.txt || echo "$program not looked into yet"
  done <"$results/all" >"$results/new"
  {
    sed -n '/^#/p' known_failures.txt
    cat "$results/new"
  } >"$results/list"
  cp "$results/list" known_failures.txt
fi
