# SHA-3 and SHAKE take data in pieces of any length, also across blocks, and go on after a digest.
import hashlib

data = bytes(i * 37 % 251 for i in range(1000))
for name in 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256':
    length = (20,) if name.startswith('shake') else ()
    print(name, hashlib.new(name).hexdigest(*length))
    for size in 1, 7, 8, 71, 72, 135, 136, 137, 143, 144, 168, 169, 1000:
        whole = hashlib.new(name, data[:size])
        pieces = hashlib.new(name)
        for start in range(0, size, 13):
            pieces.update(data[start:min(start + 13, size)])
            pieces.digest(*length)
        print(size, whole.hexdigest(*length)[:40], whole.digest(*length) == pieces.copy().digest(*length))
print(hashlib.shake_256(data).hexdigest(300)[-40:])
