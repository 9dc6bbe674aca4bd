# Inheritance, properties, class and static methods, operators, __repr__: a ledger that balances.
from functools import total_ordering


@total_ordering
class Money:
    """An amount in cents; immutable."""

    __slots__ = ("_cents",)

    def __init__(self, units=0, cents=0):
        object.__setattr__(self, "_cents", round(units * 100) + cents)

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")

    @classmethod
    def parse(cls, text):
        units, _, cents = text.partition(".")
        return cls(int(units), int(cents.ljust(2, "0")[:2] or 0))

    def __add__(self, other):
        return Money(cents=self._cents + other._cents) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return Money(cents=self._cents - other._cents)

    def __mul__(self, factor):
        return Money(cents=round(self._cents * factor))

    __rmul__ = __mul__

    def __neg__(self):
        return Money(cents=-self._cents)

    def __bool__(self):
        return self._cents != 0

    def __eq__(self, other):
        return self._cents == other._cents if isinstance(other, Money) else NotImplemented

    def __lt__(self, other):
        return self._cents < other._cents if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash(self._cents)

    def __format__(self, spec):
        return format(str(self), spec)

    def __str__(self):
        sign = "-" if self._cents < 0 else ""
        return f"{sign}{abs(self._cents) // 100:,}.{abs(self._cents) % 100:02d}"

    def __repr__(self):
        return f"Money({self})"


class InsufficientFunds(Exception):
    def __init__(self, account, wanted):
        super().__init__(account, wanted)
        self.account = account
        self.wanted = wanted

    def __str__(self):
        return f"{self.account.owner} has {self.account.balance}, not {self.wanted}"


class Account:
    count = 0
    kinds = {}

    def __init_subclass__(cls, /, kind, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind
        Account.kinds[kind] = cls

    def __init__(self, owner, *deposits):
        type(self).count += 1
        Account.count += 1
        self.owner = owner
        self._entries = []
        for amount in deposits:
            self.deposit(amount)

    @property
    def balance(self):
        return sum(self._entries, Money())

    @balance.setter
    def balance(self, wanted):
        self._entries.append(wanted - self.balance)

    @balance.deleter
    def balance(self):
        self._entries.clear()

    def deposit(self, amount):
        if amount <= Money():
            raise ValueError(f"cannot deposit {amount}")
        self._entries.append(amount)
        return self

    def withdraw(self, amount):
        if self.balance - amount < self.limit():
            raise InsufficientFunds(self, amount)
        self._entries.append(-amount)
        return self

    @staticmethod
    def limit():
        return Money()

    def __iter__(self):
        return iter(self._entries)

    def __len__(self):
        return len(self._entries)

    def __getitem__(self, i):
        return self._entries[i]

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner}: {self.balance}>"


class Savings(Account, kind="savings"):
    rate = 0.035

    def accrue(self):
        return self.deposit(self.balance * self.rate)


class Current(Account, kind="current"):
    count = 0

    @staticmethod
    def limit():
        return Money(-50)


def transfer(source, target, amount):
    source.withdraw(amount)
    try:
        target.deposit(amount)
    except ValueError:
        source.deposit(amount)
        raise


ann = Savings("Ann", Money(1000), Money(0, 50))
bob = Account.kinds["current"]("Bob", Money.parse("20.5"))
print(ann, bob, Account.count, Savings.count, Current.count, list(Account.kinds))
ann.accrue()
print(list(ann), len(ann), ann[-1], [*map(str, ann[0:2])])
transfer(ann, bob, Money(35.51))
print(ann, bob, f"[{bob.balance:>10}]")
bob.withdraw(Money(100))
print(bob, bob.balance < Money(), -bob.balance, 3 * Money(1, 5), sum([Money(1), Money(2)]))
for f in (
    lambda: bob.withdraw(Money(10)),
    lambda: ann.deposit(Money(-1)),
    lambda: setattr(Money(1), "_cents", 5),
    lambda: Money(1) + 1,
    lambda: Money(1) < 1,
    lambda: Money(1) == 1,
    lambda: type("Bad", (Account,), {}),
    lambda: setattr(ann, "kind", "other") or ann.kind + Savings.kind,
):
    try:
        print("fine:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
ann.balance = Money(5)
print(ann.balance, len(ann))
del ann.balance
print(ann.balance, len(ann), bool(ann.balance), max(Money(3), Money(2), key=lambda m: m))
print(Money(2) >= Money(1), Money(2) <= Money(1), hash(Money(2)) == hash(Money(0, 200)), {Money(1): "x"}[Money(0, 100)])
print(Account.balance.fget.__name__, Money.__doc__, Money.__slots__, InsufficientFunds.__mro__[1].__name__)
