"""Floats and integers in local variables, nested loops."""
from timing import measure


def run(size=80, limit=50):
    inside = 0
    bits = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            cr = 2.0 * x / size - 1.5
            zr = zi = 0.0
            i = 0
            while i < limit:
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
                i += 1
            else:
                inside += 1
            bits = (bits * 31 + i) & 0xFFFFFFF
    return inside, bits


measure(run, (2544, 179568809))
