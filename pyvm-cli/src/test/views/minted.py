class Plain:
    def __new__(cls, value):
        return super().__new__(cls)

    def __init__(self, value):
        self.value = value


class Other:
    def __new__(cls):
        return [1, 2]

    def __init__(self):
        print('never called')


plain = Plain(3)
other = Other()
kind = type(plain)
number = int('12')
