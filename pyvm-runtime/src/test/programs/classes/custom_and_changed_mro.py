class P:
    pass


class O1: pass
class O2(O1): pass
class MM(type):
    def mro(cls): return [cls, O1, object] if cls.__name__ == 'R' else super().mro()
class R(O2, metaclass=MM): pass
print(R.__mro__)
O2.__bases__ = (P,)
print(O2.__mro__, issubclass(O2, O1))
