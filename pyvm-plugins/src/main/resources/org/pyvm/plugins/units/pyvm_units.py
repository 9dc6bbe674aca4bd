"""Quantities: a number with powers of metre, kilogram and second."""

_NAMES = "m", "kg", "s"
_UNITS = {
    "m": (1, (1, 0, 0)),
    "km": (1000, (1, 0, 0)),
    "cm": (0.01, (1, 0, 0)),
    "mm": (0.001, (1, 0, 0)),
    "kg": (1, (0, 1, 0)),
    "g": (0.001, (0, 1, 0)),
    "s": (1, (0, 0, 1)),
    "ms": (0.001, (0, 0, 1)),
    "min": (60, (0, 0, 1)),
    "h": (3600, (0, 0, 1)),
}


class Quantity:
    """Immutable; adds to and compares with its own kind only."""

    __slots__ = "_value", "_powers"

    def __init__(self, number, unit):
        factor, powers = _UNITS[unit] if isinstance(unit, str) else (1, unit)
        self._value = number * factor
        self._powers = powers

    def _same(self, other):
        if not isinstance(other, Quantity):
            return NotImplemented
        if other._powers != self._powers:
            raise ValueError(f"{self} and {other} are quantities of different kinds")
        return other._value

    def _made(self, value, powers):
        return Quantity(value, powers) if any(powers) else value

    def __add__(self, other):
        value = self._same(other)
        return value if value is NotImplemented else Quantity(self._value + value, self._powers)

    def __sub__(self, other):
        value = self._same(other)
        return value if value is NotImplemented else Quantity(self._value - value, self._powers)

    def __mul__(self, other):
        if isinstance(other, Quantity):
            return self._made(self._value * other._value, tuple(map(sum, zip(self._powers, other._powers))))
        return Quantity(self._value * other, self._powers)

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, Quantity):
            powers = tuple(mine - others for mine, others in zip(self._powers, other._powers))
            return self._made(self._value / other._value, powers)
        return Quantity(self._value / other, self._powers)

    def __neg__(self):
        return Quantity(-self._value, self._powers)

    def __eq__(self, other):
        return isinstance(other, Quantity) and (self._value, self._powers) == (other._value, other._powers)

    def __lt__(self, other):
        value = self._same(other)
        return value if value is NotImplemented else self._value < value

    def __hash__(self):
        return hash((self._value, self._powers))

    def __repr__(self):
        names = [name if power == 1 else f"{name}^{power}" for name, power in zip(_NAMES, self._powers) if power]
        return f"{self._value:g} {' '.join(names)}"
