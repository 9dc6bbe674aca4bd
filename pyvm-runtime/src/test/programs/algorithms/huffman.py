import heapq
from collections import Counter
from itertools import count


def tree(text):
    serial = count()
    heap = [(n, next(serial), char) for char, n in sorted(Counter(text).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        (n, _, a), (m, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (n + m, next(serial), (a, b)))
    return heap[0][2]


def codes(node, prefix=""):
    if isinstance(node, str):
        return {node: prefix or "0"}
    left, right = node
    return codes(left, prefix + "0") | codes(right, prefix + "1")


def decode(bits, root):
    out, node = [], root
    for bit in bits:
        node = node[bit == "1"]
        if isinstance(node, str):
            out.append(node)
            node = root
    return "".join(out)


text = "she sells sea shells by the sea shore; the shells she sells are sea shells, surely"
root = tree(text)
table = codes(root)
for char, code in sorted(table.items(), key=lambda item: (len(item[1]), item[1])):
    print(repr(char), code)
bits = "".join(map(table.__getitem__, text))
print(len(text) * 8, len(bits), decode(bits, root) == text)
packed = int("1" + bits, 2).to_bytes((len(bits) + 8) // 8, "big")
print(packed.hex())
print(bin(int.from_bytes(packed, "big"))[3:] == bits)
