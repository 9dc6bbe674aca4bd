"""Bits, bytes and tables: a Huffman coder and its decoder, with back references, over a text of our own making."""
from heapq import heapify, heappop, heappush

from timing import measure


class BitWriter:
    def __init__(self):
        self.bytes = bytearray()
        self.buffer = 0
        self.count = 0

    def write(self, value, bits):
        self.buffer = self.buffer << bits | value
        self.count += bits
        while self.count >= 8:
            self.count -= 8
            self.bytes.append(self.buffer >> self.count & 255)
        self.buffer &= (1 << self.count) - 1

    def finish(self):
        if self.count:
            self.bytes.append(self.buffer << (8 - self.count) & 255)
        return bytes(self.bytes)


class BitReader:
    def __init__(self, data):
        self.data = data
        self.position = 0
        self.buffer = 0
        self.count = 0

    def read(self, bits):
        while self.count < bits:
            self.buffer = self.buffer << 8 | self.data[self.position]
            self.position += 1
            self.count += 8
        self.count -= bits
        value = self.buffer >> self.count
        self.buffer &= (1 << self.count) - 1
        return value


def code_lengths(frequencies):
    heap = [(count, symbol, (symbol,)) for symbol, count in sorted(frequencies.items())]
    heapify(heap)
    lengths = dict.fromkeys(frequencies, 0)
    while len(heap) > 1:
        a, b = heappop(heap), heappop(heap)
        for symbol in a[2] + b[2]:
            lengths[symbol] += 1
        heappush(heap, (a[0] + b[0], min(a[1], b[1]), a[2] + b[2]))
    return lengths


def codes(lengths):
    code, last, result = 0, 0, {}
    for length, symbol in sorted((length, symbol) for symbol, length in lengths.items()):
        code <<= length - last
        last = length
        result[symbol] = code, length
        code += 1
    return result


def tokens(data):
    recent = {}
    at = 0
    while at < len(data):
        key = data[at:at + 3]
        found = recent.get(key, -1)
        recent[key] = at
        if 0 < at - found < 4096 and found >= 0 and len(key) == 3:
            length = 3
            while length < 34 and at + length < len(data) and data[found + length] == data[at + length]:
                length += 1
            yield 256 + length - 3, at - found
            at += length
        else:
            yield data[at], 0
            at += 1


def pack(data):
    stream = list(tokens(data))
    frequencies = {}
    for symbol, _ in stream:
        frequencies[symbol] = frequencies.get(symbol, 0) + 1
    lengths = code_lengths(frequencies)
    table = codes(lengths)
    writer = BitWriter()
    for symbol, distance in stream:
        code, length = table[symbol]
        writer.write(code, length)
        if symbol > 255:
            writer.write(distance, 12)
    return writer.finish(), lengths, len(stream)


def unpack(data, lengths, count):
    reader = BitReader(data)
    symbols = {pair: symbol for symbol, pair in codes(lengths).items()}
    out = bytearray()
    for _ in range(count):
        code, length = 0, 0
        while (code, length) not in symbols:
            code = code << 1 | reader.read(1)
            length += 1
        symbol = symbols[code, length]
        if symbol < 256:
            out.append(symbol)
        else:
            distance = reader.read(12)
            for _ in range(symbol - 256 + 3):
                out.append(out[-distance])
    return bytes(out)


def text():
    words = ["frame", "stack", "block", "value", "name", "code", "a", "the", "of", "object"]
    state, parts = 1, []
    for _ in range(1500):
        state = state * 69069 + 1 & 0xFFFFFFFF
        parts.append(words[(state >> 16) % len(words)])
    return " ".join(parts).encode()


def run():
    data = text()
    packed, lengths, count = pack(data)
    return unpack(packed, lengths, count) == data, len(data), len(packed)


measure(run, (True, 7509, 2363))
