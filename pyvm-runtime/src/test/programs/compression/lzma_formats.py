"""lzma: formats, checks, filters, pieces and limits."""
import lzma

text = b"".join(b"%d times %d is %d\n" % (a, b, a * b) for a in range(40) for b in range(20))
X86 = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 1}]
DELTA = [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "dict_size": 4096, "lc": 0, "lp": 2}]
LZMA1 = [{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 16, "pb": 0, "nice_len": 20, "mf": lzma.MF_HC3}]


def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def in_pieces(decompressor, packed, size):
    out = b"".join(decompressor.decompress(packed[at:at + size]) for at in range(0, len(packed), size))
    return out == text, decompressor.eof, decompressor.check


for check in (lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_CRC64, lzma.CHECK_SHA256):
    packed = lzma.compress(text, check=check, preset=0)
    print(packed[:8].hex(), in_pieces(lzma.LZMADecompressor(), packed, 1))
print(in_pieces(lzma.LZMADecompressor(), lzma.compress(text, lzma.FORMAT_ALONE, filters=LZMA1), 3))
print(in_pieces(lzma.LZMADecompressor(), lzma.compress(text, filters=DELTA), 5))
for chain in X86, DELTA, LZMA1:
    packed = lzma.compress(text, lzma.FORMAT_RAW, filters=chain)
    print(in_pieces(lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=chain), packed, 2))

packed = lzma.compress(text, preset=0)
limited = lzma.LZMADecompressor()
print(limited.decompress(packed + b"behind", 12), limited.needs_input, limited.eof)
print(len(limited.decompress(b"", 20)), len(limited.decompress(b"")), limited.eof, limited.unused_data)
print(lzma.decompress(packed + bytes(4) + packed) == text * 2, lzma.decompress(lzma.compress(b"")))

show(lambda: limited.decompress(b""))
show(lambda: lzma.decompress(packed[:-1]))
show(lambda: lzma.decompress(b"no such stream"))
show(lambda: lzma.decompress(packed[:60] + b"?" + packed[61:]))
show(lambda: lzma.LZMADecompressor(memlimit=1000).decompress(packed))
show(lambda: lzma.LZMADecompressor(lzma.FORMAT_RAW))
show(lambda: lzma.LZMADecompressor(7))
show(lambda: lzma.LZMACompressor(check=2))
show(lambda: lzma.LZMACompressor(preset=10))
show(lambda: lzma.LZMACompressor(filters=[{"id": 99}]))
show(lambda: lzma.LZMACompressor(filters=[{"id": lzma.FILTER_DELTA}]))
show(lambda: lzma.LZMACompressor(filters=[{"id": lzma.FILTER_LZMA2, "size": 1}]))
show(lambda: lzma.LZMACompressor(lzma.FORMAT_ALONE, filters=X86))
print(lzma._encode_filter_properties({"id": lzma.FILTER_LZMA2, "dict_size": 5000}))
print(lzma._decode_filter_properties(lzma.FILTER_LZMA1, b"]\0\0\1\0"))
