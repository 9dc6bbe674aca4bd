class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        return {'prepared': True}


class Base(metaclass=Meta):
    pass


class Person(Base):
    def __init__(self, name):
        super().__init__()
        self.name = name


class Other(type):
    pass


print(list(vars(Person)))
try:
    class Torn(Base, metaclass=Other):
        pass
except TypeError as error:
    print(error)
