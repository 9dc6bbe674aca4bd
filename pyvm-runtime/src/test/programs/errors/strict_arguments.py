# Arguments that look right and are refused.
import sys


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: "abc".encode("utf-8\0"))
attempt(lambda: "abc".encode("utf-8", "strict\0"))
attempt(lambda: b"abc".decode("utf-8\0"))
attempt(lambda: str(b"abc", "utf-8\0"))
attempt(lambda: [1].sort(reverse="yes"))
attempt(lambda: [1].sort(reverse=None))
attempt(lambda: sorted([1, 2], reverse=5))
attempt(lambda: sorted([1, 2], reverse=1.5))
attempt(lambda: sys.unraisablehook(5))
attempt(lambda: exec("1", closure=()))
attempt(lambda: sys.get_asyncgen_hooks())
attempt(lambda: bytearray(b"it's"))
attempt(lambda: bytearray(b"'\""))
attempt(lambda: b"it's")
