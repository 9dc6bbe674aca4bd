# A lone exception in except*: its group has a tuple, no traceback of its own, and gets none where it is raised again.
import traceback


def again():
    try:
        raise ValueError(5)
    except* ValueError as e:
        print(repr(e), e.__traceback__)
        raise


try:
    again()
except BaseException as e:
    print(traceback.format_exc())
