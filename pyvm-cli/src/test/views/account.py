class Typed:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value


class Account:
    balance = Typed()
    kind = 'current'

    def __init__(self, balance):
        self.balance = balance

    def show(self):
        return self.balance


account = Account(10)
account.balance
account.kind
account.show
Account.show
Account.balance
