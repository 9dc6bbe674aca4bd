# A checksum is continued from any value, with data of any length.
import binascii
import zlib

data = bytes(i * 37 % 251 for i in range(5000))
for size in 0, 1, 2, 3, 4, 5, 8, 100, 5000:
    piece = data[:size]
    for before in 0, 1, 5, 0x12345678, 0x80000000, 0xFFF0FFF0, 0xFFFFFFFF, -1:
        print(size, before, zlib.crc32(piece, before), binascii.crc32(piece, before), zlib.adler32(piece, before))

for cut in 0, 1, 3, 4, 2500, 4999, 5000:
    first, second = data[:cut], data[cut:]
    print(cut, zlib.crc32(second, zlib.crc32(first)) == zlib.crc32(data), end=' ')
    print(zlib.adler32(second, zlib.adler32(first)) == zlib.adler32(data))
