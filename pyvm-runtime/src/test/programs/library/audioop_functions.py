import struct
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    import audioop
print([(w.category.__name__, str(w.message), w.filename == __file__) for w in caught])


def show(name, *args):
    try:
        print(name, args, getattr(audioop, name)(*args))
    except Exception as e:
        print(name, args, type(e).__module__, type(e).__qualname__, e)


numbers = (0, 1, -1, 100, -100, 0x7F00, -0x8000, 5, 5, 3)
packed = {
    1: bytes(n >> 8 & 0xFF for n in numbers),
    2: struct.pack('<10h', *numbers),
    3: b''.join((n << 8).to_bytes(3, 'little', signed=True) for n in numbers),
    4: struct.pack('<10i', *(n << 16 for n in numbers)),
}
for width, sound in packed.items():
    for name in 'max minmax avg rms avgpp maxpp cross reverse byteswap lin2ulaw lin2alaw'.split():
        show(name, sound, width)
        show(name, b'', width)
    for factor in (0.5, -3, float('inf'), float('nan')):
        show('mul', sound, width, factor)
    show('add', sound, audioop.reverse(sound, width), width)
    show('bias', sound, width, 0x7F)
    show('tomono', sound, width, 0.75, -1.5)
    show('tostereo', sound, width, 1, -1)
    for other in packed:
        show('lin2lin', sound, width, other)
    for state in (None, (-5, 20)):
        show('lin2adpcm', sound, width, state)
        show('adpcm2lin', b'\x0f\xf0\x7c', width, state)
    show('ratecv', sound, width, 2, 8000, 11025, None)
    show('ratecv', sound, width, 1, 3, 2, (-1, ((-70, 5 << 20),)), 3, 2)
    show('ulaw2lin', bytes(range(0, 256, 17)), width)
    show('alaw2lin', bytes(range(0, 256, 17)), width)
short = packed[2]
show('getsample', short, 2, 4)
show('findfit', short, short[6:12])
show('findfit', short, b'')
show('findfactor', short[2:6], short[6:10])
show('findmax', short, 2)
# Errors.
show('max', short, 5)
show('max', short[:3], 2)
show('max', 'text', 1)
show('getsample', short, 2, 10)
show('getsample', short, 2, 2**80)
show('add', short, short[2:], 2)
show('mul', short, 2, 'x')
show('tomono', short[2:], 2, 1, 1)
show('findfit', short[2:4], short)
show('findfit', short, b'abc')
show('findfactor', short, short[2:])
show('findmax', short, 11)
for state in (5, (), (1, 'x'), (2**31, 0), (0, 89)):
    show('lin2adpcm', short, 2, state)
for state in (5, (), (-1, ()), (-1, (5,)), (-1, ((1,),)), ('x', ((1, 2),)), (-1, ((1, -(2**31) - 1),))):
    show('ratecv', short, 2, 1, 2, 3, state)
show('ratecv', short, 2, 0, 2, 3, None)
show('ratecv', short, 2, 2**30, 2, 3, None)
show('ratecv', short, 2, 3, 2, 3, None)
show('ratecv', short, 2, 1, 0, 3, None)
show('ratecv', short, 2, 1, 2, 3, None, 0)
show('ratecv', short, 2, 1, 2, 3)
