"""The traceback leads into the annotation, through the scope of the parameters."""

from __syntax__ import typeparams


def first[T](items: missing[T]) -> T:
    return items[0]
