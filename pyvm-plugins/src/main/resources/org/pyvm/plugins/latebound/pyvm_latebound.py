"""The mark that stands for a default value which each call evaluates anew."""


class _Late:
    __slots__ = ()

    def __repr__(self):
        return "<late-bound default>"

    def __reduce__(self):
        return "LATE"


LATE = _Late()
