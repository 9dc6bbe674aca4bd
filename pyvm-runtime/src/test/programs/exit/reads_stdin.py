import sys

first = input()
print(repr(first), repr(input("prompt> ")))
for number, line in enumerate(sys.stdin, 1):
    print(number, repr(line))
try:
    input()
except EOFError as e:
    print("EOFError:", e)
print(repr(sys.stdin.read()), sys.stdin.closed, sys.stdin.fileno())
sys.exit(len(first))
