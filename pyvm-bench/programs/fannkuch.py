"""Small lists, slices and integers: how many flips does the worst permutation need."""
from timing import measure


def run(n=8):
    permutation = list(range(n))
    counts = [0] * n
    checksum = worst = 0
    sign = 1
    while True:
        first = permutation[0]
        if first:
            work = permutation[:]
            flips = 0
            while first:
                work[: first + 1] = work[first::-1]
                first = work[0]
                flips += 1
            if flips > worst:
                worst = flips
            checksum += sign * flips
        # The next permutation: rotate longer and longer prefixes, as an odometer turns its wheels.
        sign = -sign
        if sign < 0:
            permutation[0], permutation[1] = permutation[1], permutation[0]
            continue
        i = 1
        permutation[1], permutation[2] = permutation[2], permutation[1]
        i = 2
        while counts[i] == i:
            counts[i] = 0
            i += 1
            if i == n:
                return checksum, worst
            head = permutation[0]
            permutation[:i] = permutation[1 : i + 1]
            permutation[i] = head
        counts[i] += 1


measure(run, (1616, 22))
