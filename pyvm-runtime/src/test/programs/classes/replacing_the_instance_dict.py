def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class W: pass
w = W()
w.a = 1
w.__dict__['b'] = 2
print(w.b, vars(w))
w.__dict__ = {'z': 1}
print(w.z, attempt(getattr, w, 'a'))
del w.z
print(w.__dict__)
