# __del__ may keep its object alive; it runs once. Cycles are finalized when they are collected.
import gc

saved = []


class Phoenix:
    def __del__(self):
        print("del")
        saved.append(self)


p = Phoenix()
where = id(p)
del p
gc.collect()
print(len(saved), id(saved[0]) == where)
saved.clear()
gc.collect()
print("not again", len(saved))


class Node:
    def __del__(self):
        print("node", self.other is not None)


x, y = Node(), Node()
x.other, y.other = y, x
del x, y
gc.collect()
print("done")
