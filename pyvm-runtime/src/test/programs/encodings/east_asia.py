"""The encodings of East Asia: characters, pieces, states and errors."""
import codecs
import io

for encoding in ("gb2312", "gbk", "gb18030", "hz", "big5", "cp950", "shift_jis", "cp932", "euc_jp", "iso2022_jp", "iso2022_jp_2"):
    print(encoding, "a\u6f22\u5b57~\n".encode(encoding) if encoding not in ("gb2312", "hz") else "a\u6c49~\n".encode(encoding))
for encoding in ("euc_kr", "cp949", "johab", "iso2022_kr"):
    print(encoding, "\ud55c\uae00 a".encode(encoding))
print("\uac02\u3164".encode("euc_kr"), "\u304b\u309a".encode("euc_jis_2004"), "\xca\u0304".encode("big5hkscs"))
print("\u20ac\U0001f600\u1e3f".encode("gb18030"))


def show(call):
    try:
        print(ascii(call()))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


show(lambda: b"ab\xff\xfe".decode("euc_jp"))
show(lambda: b"ab\x81".decode("shift_jis"))
show(lambda: b"\x1b$B$\x80".decode("iso2022_jp"))
show(lambda: "a\u0e01".encode("big5"))
for errors in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
    show(lambda: "\u6f22\u0e01x".encode("iso2022_jp", errors))
for errors in ("ignore", "replace", "backslashreplace"):
    show(lambda: b"\xb0\xa1\xff\xb0".decode("euc_kr", errors))
codecs.register_error("test.double", lambda error: (error.object[error.start:error.end] * 2, -1))
show(lambda: "\u0e01".encode("gbk", "test.double"))
codecs.register_error("test.bang", lambda error: ("!", error.end))
show(lambda: ("\u0e01\u4f60".encode("gbk", "test.bang"), b"\xff\xc4\xe3\xc4".decode("gbk", "test.bang")))

decoder = codecs.getincrementaldecoder("iso2022_jp")()
print([ascii(decoder.decode(bytes([byte]))) for byte in "\u3042\u6f22".encode("iso2022_jp")], decoder.getstate())
encoder = codecs.getincrementalencoder("euc_jis_2004")()
print(encoder.encode("\u304b"), encoder.getstate(), encoder.encode("\u309a\u304b"), encoder.encode("", True))
encoder.setstate(2340545283)
print(encoder.encode("\u309a"))
decoder = codecs.getincrementaldecoder("gb18030")("replace")
print(ascii(decoder.decode(b"\x81\x30")), decoder.getstate(), ascii(decoder.decode(b"\x81\x30a\x84", True)))

raw = io.BytesIO("\u3042\u3044\n\u3046".encode("euc_jp"))
reader = codecs.getreader("euc_jp")(raw)
print(ascii(reader.read(1)), ascii(reader.readline()), ascii(reader.read()))
raw = io.BytesIO()
writer = codecs.getwriter("iso2022_jp_2004")(raw)
writer.writelines(["\u3042", "\u304b"])
writer.reset()
print(raw.getvalue())
with io.TextIOWrapper(io.BytesIO(b"\x82\xa0\r\n\x82\xa2"), "cp932") as file:
    print(ascii(file.readlines()))
