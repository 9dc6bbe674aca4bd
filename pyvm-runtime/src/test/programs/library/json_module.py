import json
import _json

text = '{"name": "caf\\u00e9 \\ud83d\\ude00", "list": [1, -2.5e3, true, null, []], "nested": {"name": {}}}'
value = json.loads(text)
print(value)
print(json.dumps(value))
print(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
print(json.loads(text, object_pairs_hook=list, parse_int=str, parse_float=str))
print(json.dumps({1: 1, None: 2, True: 3, 1.5: 4, (2,): 5}, skipkeys=True))
print(_json.scanstring('a\\tb\\u20ac" rest', 0))

for bad in ["", "[", "[1,", '{"a" 1}', '{"a": 1,}', '"a\\x"', '"\\ud834\\u12', '"tab\there"', "[1]]", "nul", "-"]:
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(repr(bad), "->", e)

circle = []
circle.append(circle)
for what in (circle, {b"k": 1}, 1j, {1: 2, "a": 3}, float("nan")):
    try:
        print(json.dumps(what, sort_keys=True, allow_nan=False))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for deep in ("[" * 100000, '{"k":' * 100000):
    try:
        json.loads(deep)
    except RecursionError as e:
        print(e)
