class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


def total(shapes):
    result = 0
    for shape in shapes:
        if shape.side > 1:
            result += shape.area()
    return result


print(total([Square(1), Square(2), Square(2.5)]), total(map(Square, (3, 4))))
