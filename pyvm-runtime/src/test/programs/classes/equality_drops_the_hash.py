def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class EQ:
    def __eq__(self, o): return True
print(EQ.__hash__, attempt(hash, EQ()), EQ() != 3)
class EQ2(EQ): __hash__ = object.__hash__
print(isinstance(hash(EQ2()), int))
