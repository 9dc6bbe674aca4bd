"""The module gc beyond collect()."""
import gc


class A:
    def __init__(self, other=None):
        self.other = other

    def __del__(self):
        saved.append(self)


class Empty:
    __slots__ = ()


saved = []
for item in None, 1, 'a', [], {}, {'a': 1}, {'a': []}, (), (1,), set(), A, A(), Empty(), gc, gc.collect, lambda: 0:
    print(type(item).__name__, gc.is_tracked(item))
del item
gc.collect()
print(gc.is_finalized(saved[0]), gc.is_finalized(A()), gc.is_finalized([]))
print(sorted(gc.get_referents([1, 'x'], (2.5,)), key=repr), gc.get_referents(1, 'a'))
owner = A([1])
print(any(o is owner for o in gc.get_objects()), any(o is owner for o in gc.get_referrers(owner.other)))
gc.collect()
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(1)
print(gc.get_count()[1:])
gc.collect()
print(gc.get_count()[1:], [sorted(s) for s in gc.get_stats()])
for bad in 3, -2, 'x':
    try:
        gc.get_objects(bad)
    except (ValueError, TypeError) as error:
        print(error)
gc.callbacks.append(lambda phase, info: print(phase, info['generation'], sorted(info)))
gc.collect(1)
gc.callbacks.clear()
gc.freeze()
print(gc.get_freeze_count() > 100)
gc.unfreeze()
print(gc.get_freeze_count())
