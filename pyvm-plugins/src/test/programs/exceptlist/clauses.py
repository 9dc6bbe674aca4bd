from __syntax__ import exceptlist


def attempt(action):
    try:
        return action()
    except ZeroDivisionError, ValueError:
        return "arithmetic"
    except (KeyError, IndexError) as error:
        return type(error).__name__
    except AttributeError:
        return "one"


print(attempt(lambda: 1 / 0), attempt(lambda: int("x")), attempt(lambda: {}[1]), attempt(lambda: (1).x))

try:
    raise ExceptionGroup("several", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError, TypeError:
    print("some")
except* KeyError:
    print("others")
