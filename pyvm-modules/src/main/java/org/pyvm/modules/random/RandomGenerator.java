package org.pyvm.modules.random;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _random.Random}: the Mersenne Twister, with the numbers that CPython gives for the same seed. */
@PythonType(name = "Random", module = "_random")
public final class RandomGenerator extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_random", "Random", new RandomGeneratorExposed.SlotTable(), new RandomGeneratorExposed());

    private static final int INDEX_AT = MersenneTwister.SIZE;

    private final MersenneTwister twister = new MersenneTwister();

    private RandomGenerator(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true, showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return new RandomGenerator(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("Random() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw PyErr.typeError("Random() requires 0 or 1 argument");
        }
        seed(thread, args.length == 0 ? Singletons.NONE : args[0]);
    }

    @PythonMethod("seed($self, n=None, /)")
    void seed(ThreadState thread, PyObject n) {
        twister.seed(
                n == Singletons.NONE
                        ? entropy(thread)
                        : words(n instanceof PyInt number ? number.bigValue().abs() : hash(thread, n)));
    }

    private static int[] entropy(ThreadState thread) {
        byte[] bytes = new byte[4 * MersenneTwister.SIZE];
        thread.interpreter().service(Host.class).entropy().fill(bytes);
        int[] words = new int[MersenneTwister.SIZE];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }

    /** The hash as an unsigned number. */
    private static BigInteger hash(ThreadState thread, PyObject object) {
        long hash = Objects.hash(thread, object);
        BigInteger value = BigInteger.valueOf(hash & Long.MAX_VALUE);
        return hash < 0 ? value.setBit(63) : value;
    }

    /** The 32-bit words of a number, lowest first; one at least. */
    private static int[] words(BigInteger number) {
        int[] words = new int[Math.max(1, (number.bitLength() + 31) / 32)];
        byte[] bytes = number.toByteArray();
        for (int i = 0; i < bytes.length && i / 4 < words.length; i++) {
            words[i / 4] |= (bytes[bytes.length - 1 - i] & 0xff) << 8 * (i % 4);
        }
        return words;
    }

    @PythonMethod("random($self, /)")
    double random() {
        return twister.nextDouble();
    }

    @PythonMethod("getrandbits($self, k, /)")
    PyObject getRandBits(int k) {
        if (k < 0) {
            throw PyErr.valueError("number of bits must be non-negative");
        }
        if (k == 0) {
            return PyInt.of(0);
        }
        if (k <= 32) {
            return PyInt.of((twister.next() & 0xffffffffL) >>> 32 - k);
        }
        // Low words first; of the highest word the high bits are taken.
        int words = (k - 1) / 32 + 1;
        byte[] bytes = new byte[4 * words];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = words - 1, left = k; i >= 0; i--, left -= 32) {
            int word = twister.next();
            buffer.putInt(4 * i, left < 32 ? word >>> 32 - left : word);
        }
        return PyInt.of(new BigInteger(1, bytes));
    }

    @PythonMethod("getstate($self, /)")
    PyObject getState() {
        PyObject[] state = new PyObject[MersenneTwister.SIZE + 1];
        for (int i = 0; i < MersenneTwister.SIZE; i++) {
            state[i] = PyInt.of(twister.state[i] & 0xffffffffL);
        }
        state[INDEX_AT] = PyInt.of(twister.index);
        return PyTuple.of(state);
    }

    @PythonMethod("setstate($self, state, /)")
    void setState(PyObject state) {
        if (!(state instanceof PyTuple items)) {
            throw PyErr.typeError("state vector must be a tuple");
        }
        if (items.size() != MersenneTwister.SIZE + 1) {
            throw PyErr.valueError("state vector is the wrong size");
        }
        int[] words = new int[MersenneTwister.SIZE];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(items.get(i));
        }
        if (!(items.get(INDEX_AT) instanceof PyInt index)) {
            throw PyErr.typeError("an integer is required");
        }
        if (!index.fitsLong() || index.longValue() < 0 || index.longValue() > MersenneTwister.SIZE) {
            throw PyErr.valueError("invalid state");
        }
        twister.index = (int) index.longValue();
        System.arraycopy(words, 0, twister.state, 0, words.length);
    }

    private static int word(PyObject item) {
        if (!(item instanceof PyInt number)) {
            throw PyErr.typeError("an integer is required");
        }
        if (number.signum() < 0) {
            throw PyErr.overflowError("can't convert negative value to unsigned int");
        }
        if (number.bigValue().bitLength() > 64) {
            throw PyErr.overflowError("Python int too large to convert to C unsigned long");
        }
        return (int) number.longValue();
    }
}
