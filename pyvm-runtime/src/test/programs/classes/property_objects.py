class PR:
    def __init__(self): self._x = 1
    @property
    def x(self):
        'doc of x'
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print('del x')
pr = PR()
pr.x = 5
print(pr.x, PR.x.__doc__)
del pr.x
class PS(property): pass
class PR2:
    @PS
    def y(self):
        'ydoc'
        return 2
print(PR2().y, PR2.y.__doc__, PR2.__dict__['y'].__dict__)
