#!/bin/sh
# Writes what CPython 3.11 does with each program beside it: NAME.out (stdout), NAME.err (stderr, when there is any) and NAME.exit
# (the status, when it is not 0). Read the diff before you commit it.
#
#   ./record.sh                     every program
#   ./record.sh errors/chain.py     these
#   PYTHON=/path/to/python3.11 ./record.sh
#
# Programs run in this folder. What they print is made independent of the machine, here and by ProgramsIT alike: this folder's
# path goes, the library's becomes <lib>, addresses lose their digits. A NAME.in is their standard input. They must
# not depend on hashes of strings, addresses, the time or the machine.
cd "$(dirname "$0")" || exit 1
python=${PYTHON:-python3.11}
[ $# -gt 0 ] || set -- */*.py

for program; do
  base=${program%.py}
  input=/dev/null
  [ -e "$base.in" ] && input=$base.in
  env -i PATH="$PATH" LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 "$python" "$program" <"$input" >"$base.out" 2>"$base.err"
  status=$?
  sed -i -e "s|$PWD/||g" -e 's|[^ "(]*/lib/python3\.11/|<lib>/|g' -e 's/ at 0x[0-9a-f]*>/ at 0x...>/g' "$base.out" "$base.err"
  [ -s "$base.err" ] || rm -f "$base.err"
  rm -f "$base.exit"
  [ $status = 0 ] || echo $status >"$base.exit"
done
