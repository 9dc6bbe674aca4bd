#!/bin/sh
# How fast pyvm is, compared with CPython on this machine: seconds per iteration of each program, warm, and their ratio (above 1:
# pyvm is faster); then what it costs to start. Takes about five minutes. Nothing else should run meanwhile.
#
#   pyvm-bench/ratios.sh                      all programs
#   pyvm-bench/ratios.sh nbody richards       these
#   PYTHON=python3.11 PYVM="./pyvm -X eval=switch" pyvm-bench/ratios.sh
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3.11}
pyvm=${PYVM:-$here/../pyvm}
[ $# -gt 0 ] || set -- nbody fannkuch richards deltablue spectral_norm n_queens mandelbrot dict_heavy string_heavy raytrace chaos go \
  meteor sudoku float_points unpacker json_parser set_heavy sorting generators coroutines exceptions closures \
  class_creation comprehensions regular_expressions big_integers

echo "$("$python" -V) ($python) and $($pyvm -V) ($pyvm)"
cd "$here/programs" || exit 1
printf '%-16s %12s %12s %8s\n' program "python ms" "pyvm ms" ratio
for program; do
  theirs=$("$python" "$program.py") || theirs=
  ours=$($pyvm "$program.py") || ours=
  printf '%s %s %s\n' "$program" "${theirs:--}" "${ours:--}"
done | awk '
  $2 + 0 > 0 && $3 + 0 > 0 {
    printf "%-16s %12.2f %12.2f %8.2f\n", $1, $2 * 1000, $3 * 1000, $2 / $3; sum += log($2 / $3); n++; next
  }
  { printf "%-16s %12s %12s   failed\n", $1, $2, $3; failed = 1 }
  END { if (n) printf "%-16s %34.2f  (geometric mean of %d)\n", "all", exp(sum / n), n; exit failed }'
status=$?

# Start-up: the median of 11 of -c pass, and the most memory that one of them used.
for command in "$python" "$pyvm"; do
  "$python" - $command <<'END'
import os, sys, time

times, most = [], 0
for i in range(12):
    start = time.perf_counter()
    pid = os.fork()
    if not pid:
        os.execvp(sys.argv[1], sys.argv[1:] + ["-c", "pass"])
    _, status, usage = os.wait4(pid, 0)
    if i:  # The first fills the caches of files.
        times.append(time.perf_counter() - start)
        most = max(most, usage.ru_maxrss)
print(f"-c pass: {sorted(times)[5]:.3f} s, {most / 1024:.0f} MiB  ({' '.join(sys.argv[1:])}{', FAILED' if status else ''})")
END
done
exit $status
