class Base:
    def __add__(self, other):
        return 'Base.__add__'


class Derived(Base):
    def __radd__(self, other):
        return 'Derived.__radd__'


class Refusing:
    def __add__(self, other):
        return NotImplemented
