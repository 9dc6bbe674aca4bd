# ExceptionGroup: construction, split, subgroup, derive, except*.
group = ExceptionGroup(
    "many", [ValueError(1), TypeError("t"), ExceptionGroup("nested", [ValueError(2), OSError(5, "io")])]
)
print(repr(group), str(group), group.message, len(group.exceptions))
print(group.subgroup(ValueError))
match, rest = group.split((OSError, TypeError))
print(match.exceptions, rest.exceptions)
print(group.subgroup(lambda e: isinstance(e, ValueError) and e.args == (2,)), group.split(KeyError)[0])


def handle(raiser):
    seen = []
    try:
        try:
            raiser()
        except* ValueError as e:
            seen.append(("ValueError", e.exceptions))
        except* (TypeError, OSError) as e:
            seen.append(("TypeError or OSError", e.exceptions))
        else:
            seen.append("else")
        finally:
            seen.append("finally")
    except BaseException as e:
        seen.append(("escaped", e))
    print(seen)


def throw(e):
    raise e


handle(lambda: throw(group))
handle(lambda: throw(ValueError("single")))
handle(lambda: throw(KeyError("other")))
handle(lambda: throw(ExceptionGroup("g", [KeyError("k"), ValueError("v")])))
handle(lambda: None)
try:
    try:
        raise ExceptionGroup("eg", [ValueError("a"), TypeError("b"), KeyError("c")])
    except* ValueError:
        raise
    except* TypeError as e:
        raise RuntimeError("new") from e
except ExceptionGroup as e:
    print(repr(e), [type(x).__name__ for x in e.exceptions], repr(e.exceptions[0].__cause__))


class MyGroup(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return MyGroup(self.message, exceptions, self.code)


mine = MyGroup("mine", [ValueError(), KeyError()], 7)
part = mine.subgroup(KeyError)
print(type(part).__name__, part.code, part.exceptions)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for bad in (
    lambda: ExceptionGroup("x", []),
    lambda: ExceptionGroup("x", [1]),
    lambda: ExceptionGroup("x", [KeyboardInterrupt()]),
    lambda: ExceptionGroup(1, [ValueError()]),
    lambda: ExceptionGroup("x"),
    lambda: compile("try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "s", "exec"),
    lambda: compile("for x in y:\n  try: pass\n  except* ValueError: break", "s", "exec"),
    lambda: compile("try: pass\nexcept*: pass", "s", "exec"),
):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
note = ValueError("noted")
note.add_note("first")
note.add_note("second")
print(note.__notes__)
