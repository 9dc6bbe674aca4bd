"""Escapes that do not exist, or name a number above 255, are decoded with a warning; one a call, of the first."""
import codecs
import warnings

CASES = [rb"\z", rb"a\q\z", rb"\8", b"\\\xfa", rb"\400", rb"\777x", rb"\377", rb"ok\n\501\z", rb"\x41\d"]
for decode in (codecs.escape_decode, codecs.unicode_escape_decode):
    for case in CASES:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            print(case, decode(case), *(f"{w.category.__name__}: {w.message}" for w in seen))


class Plain(RuntimeError):
    __slots__ = ()


class Detailed(RuntimeError):
    def __init__(self, message, more):
        super().__init__(message)


def raising(error):
    def code(data, errors="strict"):
        raise error

    return lambda name: codecs.CodecInfo(code, code, name=name) if name == "raising" else None


for error in (Plain("plain"), RuntimeError(), Detailed("detailed", 1), RuntimeError(1, 2), ValueError("value")):
    search = raising(error)
    codecs.register(search)
    try:
        codecs.encode("x", "raising")
    except Exception as e:
        print(type(e).__name__, e, "from", repr(e.__cause__))
    codecs.unregister(search)
for data, codec in ((b"a", "hex_codec"), (b"bad", "zlib_codec")):
    try:
        codecs.decode(data, codec)
    except Exception as e:
        print(type(e).__name__, e, "from", repr(e.__cause__))
