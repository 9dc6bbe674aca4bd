"""bz2: streams that come in pieces, limits of the output, and what is not a stream."""
import bz2
import io
import pickle

text = b"".join(b"line %d of some text\n" % (n % 50) for n in range(2000))
packed = bz2.compress(text, 1)
print(packed[:4], bz2.decompress(packed) == text, bz2.decompress(packed + bz2.compress(b"more"))[-6:])

decompressor = bz2.BZ2Decompressor()
out = []
for at in range(0, len(packed), 7):
    out.append(decompressor.decompress(packed[at:at + 7]))
print(b"".join(out) == text, decompressor.eof, decompressor.needs_input, decompressor.unused_data)

decompressor = bz2.BZ2Decompressor()
print(decompressor.decompress(packed + b"behind", 10), decompressor.eof, decompressor.needs_input)
rest = decompressor.decompress(b"")
print(len(rest), decompressor.eof, decompressor.unused_data, decompressor.needs_input)


def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: decompressor.decompress(b"x"))
show(lambda: bz2.decompress(packed[:-1]))
show(lambda: bz2.decompress(packed[:50] + b"?" + packed[51:]))
show(lambda: bz2.BZ2Decompressor().decompress(b"no such stream"))
show(lambda: bz2.BZ2Decompressor(1))
show(lambda: bz2.BZ2Compressor(10))
show(lambda: bz2.BZ2Compressor().compress("text"))
show(lambda: pickle.dumps(bz2.BZ2Compressor()))
compressor = bz2.BZ2Compressor()
print(compressor.flush())
show(compressor.flush)
show(lambda: compressor.compress(b""))

with bz2.open(io.BytesIO(packed), "rt") as file:
    print(file.readline(), sum(1 for _ in file))
