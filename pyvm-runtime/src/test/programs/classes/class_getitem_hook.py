def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[3], attempt(lambda: int[3]))
