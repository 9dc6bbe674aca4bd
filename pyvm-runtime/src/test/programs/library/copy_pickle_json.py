import copy
import json
import pickle
from dataclasses import dataclass


@dataclass
class Node:
    name: str
    children: list
    parent: object = None

    def __eq__(self, other):
        return self is other


class Custom:
    def __init__(self, x):
        self.x, self.cache = x, "big"

    def __getstate__(self):
        return {"x": self.x}

    def __setstate__(self, state):
        self.__dict__.update(state, cache="rebuilt")

    def __copy__(self):
        return Custom(self.x + 1)

    def __deepcopy__(self, memo):
        return Custom(copy.deepcopy(self.x, memo) * 2)

    def __reduce_ex__(self, protocol):
        return super().__reduce_ex__(protocol)


class Slots:
    __slots__ = "a", "b"


class MyList(list):
    pass


root = Node("root", [])
root.children.append(Node("leaf", [], root))
deep, shallow = copy.deepcopy(root), copy.copy(root)
print(deep.children[0].parent is deep, deep.children[0] is root.children[0], shallow.children is root.children)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, copy.deepcopy((1, "a", None)) is not None, copy.copy(Custom(1)).x, copy.deepcopy(Custom(5)).x)
s = Slots()
s.a = [1]
m = MyList([1, 2])
m.extra = "attribute"
shared = [0]
for protocol in range(6):
    slotted = s if protocol > 1 else m
    restored = pickle.loads(pickle.dumps([root, Custom(3), slotted, m, (shared, shared), {1: {2, 3}, "k": frozenset("a")}, 2**80, -1, 1.5, 1j, b"\x00b", "é😀", None, True, ..., len, Node, bytearray(b"x"), range(3)], protocol))
    r, c, s2, m2, (p, q), *rest = restored
    print(protocol, r.children[0].parent is r, c.x, c.cache, getattr(s2, "a", None), hasattr(s2, "b"), m2, m2.extra, p is q, rest)
try:
    pickle.dumps(s, 0)
except TypeError as e:
    print(e)
try:
    pickle.dumps(lambda: 0)
except (pickle.PicklingError, AttributeError) as e:
    print(type(e).__name__, str(e).split(" at ")[0])
try:
    pickle.loads(b"garbage")
except Exception as e:
    print(type(e).__name__, e)
text = json.dumps({"a": [1, 2.5, None, True, "é\n\"", {}], "b": {"c": float("inf")}, 3: "int key"}, indent=2, sort_keys=False)
print(text, json.dumps([1, {"b": 2, "a": 1}], separators=(",", ":"), sort_keys=True), json.dumps("é😀", ensure_ascii=False), json.dumps("é😀"))
print(json.loads(' {"x": [1, -2.5e3, "\\u00e9\\ud83d\\ude00", null, true, NaN], "x": 2, "y": [1e400, 123456789012345678901234567890]} '), json.loads("[]"), json.loads("1.0"), json.loads('"a"'))
for bad in ('{"a" 1}', "[1,]", "{'a': 1}", "", "[1", '"\n"', "nul", "1 2", '{"a": }', '"\\x"', "[1 2]", '{"a": 1,}'):
    try:
        print("no error", json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.pos)
for bad in ({1, 2}, {(1, 2): 3}, object):
    try:
        print(json.dumps(bad))
    except TypeError as e:
        print(e)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
print(json.loads("[1.5, 2]", parse_float=str, parse_int=lambda x: int(x) * 10), json.loads('{"a": 1}', object_pairs_hook=list), json.dumps(Custom(1), default=vars), json.JSONEncoder(indent=None).encode([1]))
