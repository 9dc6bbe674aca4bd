# Fields that built-in exceptions have beside their arguments: when they are there, what they take, what a second
# __init__ does.
error = BlockingIOError(11, "busy")
print(hasattr(error, "characters_written"))
error.characters_written = 5
print(error.characters_written)
for value in ("", None):
    try:
        error.characters_written = value
    except TypeError as problem:
        print(problem)
del error.characters_written
try:
    del error.characters_written
except AttributeError as problem:
    print(problem)
error = ImportError("m", name="n", path="p")
error.__init__("again")
print(error.msg, error.name, error.path)


class Other(OSError):
    def __new__(cls, text, extra):
        self = OSError.__new__(cls, text)
        self.extra = extra
        return self


print(repr(Other("text", extra=1)), Other("text", extra=1).extra)
