import sys

for code in (0, None, True, 256 + 7, -1, [1], "x"):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e), repr(e.code))
raise SystemExit(256 + 7)
