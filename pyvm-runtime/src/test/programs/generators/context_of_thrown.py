# What a caller handles does not become the context of an exception that it throws into a generator.
import contextlib
import warnings


def chain(exception):
    names = []
    while exception is not None:
        names.append(exception.args[0])
        exception = exception.__context__
    return names


@contextlib.contextmanager
def raising(name):
    try:
        yield
    finally:
        raise ValueError(name)


try:
    with contextlib.ExitStack() as stack:
        for name in ("fourth", "third", "second"):
            stack.enter_context(raising(name))
        raise ValueError("first")
except ValueError as e:
    print(chain(e))


def handling():
    try:
        raise ValueError("own")
    except ValueError:
        try:
            yield
        except ValueError as e:
            print(chain(e))
            raise


def delegating():
    yield from handling()


for generator in (handling(), delegating()):
    try:
        raise ValueError("caller's")
    except ValueError:
        next(generator)
        try:
            generator.throw(ValueError("thrown"))
        except ValueError as e:
            print(chain(e))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(compile("1", bytearray(b"name"), "eval").co_filename, [str(w.message) for w in caught])
