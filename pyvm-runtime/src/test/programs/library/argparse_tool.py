# Sub-commands, defaults, groups; help, usage and error texts; exit codes.
import argparse
import io
import sys
from contextlib import redirect_stderr, redirect_stdout


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return n


parser = argparse.ArgumentParser(prog="tool", description="Does things to files.", epilog="That is all.")
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
parser.add_argument("--level", type=positive, default=3, metavar="N", help="how deep (default: %(default)s)")
group = parser.add_mutually_exclusive_group()
group.add_argument("--fast", action="store_true")
group.add_argument("--slow", dest="fast", action="store_false")
commands = parser.add_subparsers(dest="command", required=True)
copy = commands.add_parser("copy", help="copy files")
copy.add_argument("sources", nargs="+")
copy.add_argument("target")
copy.add_argument("--mode", choices=["text", "binary"], default="text")
count = commands.add_parser("count", aliases=["c"])
count.add_argument("file", nargs="?", default="-")
count.add_argument("--by", nargs=2, action="append", metavar=("KEY", "VALUE"))
count.add_argument("rest", nargs=argparse.REMAINDER)

for line in (
    "copy a b c --mode binary", "-vv --level 5 copy a b", "count", "c x --by a 1", "--fast count --by a 1 --by b 2 f -- -x", "--level=0 count", "--level x count", "",
    "copy a", "copy a b --mode hex", "--fast --slow count", "move", "--version", "--nothing count", "--verb count", "-h", "copy -h",
):
    out, err = io.StringIO(), io.StringIO()
    print("$ tool", line)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            namespace = parser.parse_args(line.split())
        print(" ", dict(sorted(vars(namespace).items())))
    except SystemExit as e:
        print(out.getvalue() + err.getvalue() + f"  exit {e.code}")
print(parser.parse_known_args(["count", "f"])[1], parser.get_default("level"), parser.format_usage())
