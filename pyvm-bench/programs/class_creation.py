"""Classes made and used: inheritance, super, properties, descriptors, operators, dataclass-like makers, many instances."""
from timing import measure


class Field:
    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.slot, 0)

    def __set__(self, instance, value):
        setattr(instance, self.slot, value)


class Register(type):
    def __new__(meta, name, bases, namespace):
        made = super().__new__(meta, name, bases, namespace)
        made.order = len(name)
        return made


class Shape(metaclass=Register):
    scale = Field()

    def __init__(self, name):
        self.name = name
        self.scale = 2

    @property
    def area(self):
        return self.scale * self.base_area()

    def base_area(self):
        return 1

    def __eq__(self, other):
        return self.area == other.area

    def __lt__(self, other):
        return self.area < other.area

    def __hash__(self):
        return self.area


class Rectangle(Shape):
    def __init__(self, name, width, height):
        super().__init__(name)
        self.width = width
        self.height = height

    def base_area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, name, width):
        super().__init__(name, width, width)

    def base_area(self):
        return super().base_area() + 0

    @classmethod
    def unit(cls):
        return cls("unit", 1)

    @staticmethod
    def sides():
        return 4


def make(i):
    class Local(Square):
        number = i

        def base_area(self):
            return super().base_area() + self.number

    return Local


def run():
    total = 0
    for i in range(60):
        local = make(i)
        total += local("local", 3).area + local.order
    shapes = []
    for i in range(2500):
        shapes.append(Rectangle("r", i % 13, i % 7))
        shapes.append(Square("s", i % 11))
    total += sum(shape.area for shape in shapes)
    total += len(set(shapes)) + min(shapes).area + max(shapes).area
    for _ in range(500):
        total += Square.unit().area + Square.sides()
    return total


measure(run, 272810)
