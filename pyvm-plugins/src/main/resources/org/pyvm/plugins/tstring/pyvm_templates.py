"""What template strings evaluate to."""


class Interpolation:
    """A field of a template: its value, its source, and how it would be formatted."""

    __slots__ = "value", "expression", "conversion", "format_spec"
    __match_args__ = __slots__

    def __init__(self, value, expression="", conversion=None, format_spec=""):
        self.value = value
        self.expression = expression
        self.conversion = conversion
        self.format_spec = format_spec

    def __repr__(self):
        return f"Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})"


class Template:
    """Strings and interpolations in turn, a string first and last."""

    __slots__ = "strings", "interpolations"

    def __init__(self, *parts):
        strings = [""]
        interpolations = []
        for part in parts:
            if isinstance(part, str):
                strings[-1] += part
            elif isinstance(part, Interpolation):
                interpolations.append(part)
                strings.append("")
            else:
                raise TypeError(
                    "Template.__new__ *args need to be of type 'str' or 'Interpolation', "
                    f"got {type(part).__name__}"
                )
        self.strings = tuple(strings)
        self.interpolations = tuple(interpolations)

    @property
    def values(self):
        return tuple(each.value for each in self.interpolations)

    def __iter__(self):
        for i, text in enumerate(self.strings):
            if text:
                yield text
            if i < len(self.interpolations):
                yield self.interpolations[i]

    def __add__(self, other):
        return Template(*self, *other) if isinstance(other, Template) else NotImplemented

    def __repr__(self):
        return f"Template(strings={self.strings!r}, interpolations={self.interpolations!r})"
