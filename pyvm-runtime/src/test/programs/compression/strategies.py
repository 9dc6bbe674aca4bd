"""Every strategy, window and container of zlib gives back what went in, at once and in pieces."""
import zlib

text = b"the quick brown fox jumps over the lazy dog, and the dog sleeps on. " * 30
for wbits in (-15, -9, 9, 15, 25, 31):
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED):
        for level in (0, 1, 2, 9):
            whole = zlib.compressobj(level, zlib.DEFLATED, wbits, 9, strategy)
            data = whole.compress(text) + whole.flush()
            pieces = zlib.compressobj(level, zlib.DEFLATED, wbits, 9, strategy)
            parts = [pieces.compress(text[at : at + 100]) for at in range(0, len(text), 100)]
            parts.append(pieces.flush(zlib.Z_SYNC_FLUSH))
            parts.append(pieces.compress(b"end") + pieces.flush())
            reader = zlib.decompressobj(wbits)
            again = b"".join(map(reader.decompress, parts)) + reader.flush()
            if zlib.decompress(data, wbits) != text or again != text + b"end" or not reader.eof:
                print("lost something:", wbits, strategy, level)
print("checked")

for wbits, zdict in ((15, b""), (-15, b""), (15, b"the quick"), (31, b""), (31, b"fox")):
    try:
        packer = zlib.compressobj(wbits=wbits, zdict=zdict)
        data = packer.compress(text) + packer.flush()
        print(wbits, zdict, zlib.decompressobj(wbits, zdict).decompress(data) == text)
    except ValueError as e:
        print(wbits, zdict, e)
