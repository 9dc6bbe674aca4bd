# The tree of tracebacks on stderr, with notes and causes.
def fail(kind, text):
    raise kind(text)


def collect(*actions):
    errors = []
    for action in actions:
        try:
            action()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup(f"{len(errors)} failures", errors)


def inner():
    collect(lambda: fail(KeyError, "deep"), lambda: 1 / 0)


try:
    collect(lambda: fail(ValueError, "one"), inner, lambda: [][3])
except ExceptionGroup as e:
    e.add_note("a note\nin two lines")
    e.exceptions[0].add_note("about the first")
    raise RuntimeError("in the end") from e
