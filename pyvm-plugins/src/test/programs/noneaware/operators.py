from __syntax__ import noneaware


class Node:
    def __init__(self, **fields):
        self.__dict__.update(fields)


tree = Node(left=None, right=Node(items=[1, 2], left=None))
nothing = None

# The rest of a chain is None, and not evaluated, when something before it is None.
print(nothing?.x.y(1 / 0), nothing?[1 / 0].z, tree.left?.items[0], tree?.right.items?[1], tree?.right?.left?.left)
print(tree.right?.items.index(2), [1, 2]?[0], (nothing?.x) is None)

# Only None is nothing.
print(0 ?? 1, "" ?? 1, None ?? 2, None ?? None ?? -3, 2 ** None ?? 3, nothing?.x ?? "default")

nothing ??= 4
print(nothing)
tree.left ??= "new"
tree.left ??= 1 / 0
print(tree.left)
table = {"key": None}
table["key"] ??= []
table["key"] ??= 1 / 0
print(table)


def counted(log=[]):
    log.append(1)
    return table if len(log) == 1 else 1 / 0


table["other"] = None
counted()["other"] ??= 5
print(table)


def generator():
    value = None
    value ??= (yield "value wanted")
    print("got", value, (yield)?.real ?? "None came")


steps = generator()
print(next(steps))
steps.send(1)
try:
    steps.send(None)
except StopIteration:
    pass

# An if without spaces is as before.
print([x.real for x in (1, 2)if x?.real], 1 if True else.5)
