package org.pyvm.modules.audio;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.pyvm.expose.PythonFunction;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code audioop} that change how sound is kept: its width, its coding, its rate. */
final class AudioConversions {
    /** What is kept of a full sample in 16 bits. */
    private static final int TO_SHORT = 16;

    private AudioConversions() {}

    @PythonFunction("lin2lin(fragment, width, newwidth, /)")
    static PyObject changeWidth(ThreadState thread, byte[] fragment, int width, int newWidth) {
        Samples from = Samples.of(thread, fragment, width);
        Samples.checkWidth(thread, newWidth);
        Samples to = AudioopModule.room(from.count(), 1, newWidth);
        for (int i = 0; i < from.count(); i++) {
            to.setFull(i, from.full(i));
        }
        return PyBytes.of(to.bytes());
    }

    @PythonFunction("lin2ulaw(fragment, width, /)")
    static PyObject toMuLaw(ThreadState thread, byte[] fragment, int width) {
        return encoded(Samples.of(thread, fragment, width), Companding::toMuLaw);
    }

    @PythonFunction("ulaw2lin(fragment, width, /)")
    static PyObject fromMuLaw(ThreadState thread, byte[] fragment, int width) {
        return decoded(thread, fragment, width, code -> Companding.fromMuLaw((byte) code));
    }

    @PythonFunction("lin2alaw(fragment, width, /)")
    static PyObject toALaw(ThreadState thread, byte[] fragment, int width) {
        return encoded(Samples.of(thread, fragment, width), Companding::toALaw);
    }

    @PythonFunction("alaw2lin(fragment, width, /)")
    static PyObject fromALaw(ThreadState thread, byte[] fragment, int width) {
        return decoded(thread, fragment, width, code -> Companding.fromALaw((byte) code));
    }

    private static PyObject encoded(Samples from, IntUnaryOperator coding) {
        byte[] codes = new byte[from.count()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) coding.applyAsInt(from.full(i));
        }
        return PyBytes.of(codes);
    }

    private static PyObject decoded(ThreadState thread, byte[] codes, int width, IntUnaryOperator coding) {
        Samples.checkWidth(thread, width);
        Samples to = AudioopModule.room(codes.length, 1, width);
        for (int i = 0; i < codes.length; i++) {
            to.setFull(i, coding.applyAsInt(codes[i]));
        }
        return PyBytes.of(to.bytes());
    }

    @PythonFunction("lin2adpcm(fragment, width, state, /)")
    static PyObject toAdpcm(ThreadState thread, byte[] fragment, int width, PyObject state) {
        Samples from = Samples.of(thread, fragment, width);
        ImaAdpcm coding = adpcm(thread, "lin2adpcm", state);
        // A last sample without a second one is coded, which the state shows, and left out.
        byte[] codes = new byte[from.count() / 2];
        for (int i = 0; i < from.count(); i++) {
            int code = coding.encode(from.full(i) >> TO_SHORT);
            if (i / 2 < codes.length) {
                codes[i / 2] |= (byte) (i % 2 == 0 ? code << 4 : code);
            }
        }
        return PyTuple.of(PyBytes.of(codes), adpcmState(coding));
    }

    @PythonFunction("adpcm2lin(fragment, width, state, /)")
    static PyObject fromAdpcm(ThreadState thread, byte[] fragment, int width, PyObject state) {
        Samples.checkWidth(thread, width);
        ImaAdpcm coding = adpcm(thread, "adpcm2lin", state);
        Samples to = AudioopModule.room(fragment.length, 2, width);
        for (int i = 0; i < to.count(); i++) {
            int both = fragment[i / 2];
            to.setFull(i, coding.decode((i % 2 == 0 ? both >> 4 : both) & 0xF) << TO_SHORT);
        }
        return PyTuple.of(PyBytes.of(to.bytes()), adpcmState(coding));
    }

    private static ImaAdpcm adpcm(ThreadState thread, String function, PyObject state) {
        if (state == Singletons.NONE) {
            return new ImaAdpcm(0, 0);
        }
        int[] parts = pair(thread, function, stateTuple(state));
        if (!ImaAdpcm.isState(parts[0], parts[1])) {
            throw PyErr.valueError("bad state");
        }
        return new ImaAdpcm(parts[0], parts[1]);
    }

    private static PyObject adpcmState(ImaAdpcm coding) {
        return PyTuple.of(PyInt.of(coding.sample()), PyInt.of(coding.step()));
    }

    private static PyObject stateTuple(PyObject state) {
        if (!(state instanceof PyTuple)) {
            throw PyErr.typeError("state must be a tuple or None");
        }
        return state;
    }

    /** The two things of a tuple. */
    private static PyObject[] two(ThreadState thread, String function, PyObject tuple) {
        PyObject[] items = tuple instanceof PyTuple ? Sequences.toArray(thread, tuple) : new PyObject[0];
        if (items.length != 2) {
            throw PyErr.typeError("%s(): illegal state argument", function);
        }
        return items;
    }

    private static int[] pair(ThreadState thread, String function, PyObject tuple) {
        PyObject[] items = two(thread, function, tuple);
        return new int[] {part(thread, items[0]), part(thread, items[1])};
    }

    /** A C {@code int} within a tuple, whose limits are told in other words than an argument's. */
    private static int part(ThreadState thread, PyObject value) {
        long number = Convert.toLong(thread, value);
        if (number != (int) number) {
            throw PyErr.overflowError(
                    number > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
        }
        return (int) number;
    }

    @PythonFunction("ratecv(fragment, width, nchannels, inrate, outrate, state, weightA=1, weightB=0, /)")
    static PyObject changeRate(
            ThreadState thread,
            byte[] fragment,
            int width,
            int channels,
            int inputRate,
            int outputRate,
            PyObject state,
            int weight,
            int weightBefore) {
        Samples.checkWidth(thread, width);
        if (channels < 1) {
            throw AudioErrors.error(thread, "# of channels should be >= 1");
        }
        if (channels > Integer.MAX_VALUE / width) {
            throw PyErr.overflowError("width * nchannels too big for a C int");
        }
        if (weight < 1 || weightBefore < 0) {
            throw AudioErrors.error(thread, "weightA should be >= 1, weightB should be >= 0");
        }
        Samples.checkWhole(thread, fragment.length, width * channels);
        if (inputRate <= 0 || outputRate <= 0) {
            throw AudioErrors.error(thread, "sampling rate not > 0");
        }
        int common = greatestCommonDivisor(inputRate, outputRate);
        int output = outputRate / common;
        int distance = -output;
        int[] before = new int[channels];
        int[] newest = new int[channels];
        if (state != Singletons.NONE) {
            PyObject[] parts = two(thread, "ratecv", stateTuple(state));
            distance = part(thread, parts[0]);
            readChannels(thread, parts[1], before, newest);
        }
        int divisor = greatestCommonDivisor(weight, weightBefore);
        RateConversion conversion = new RateConversion(
                inputRate / common, output, weight / divisor, weightBefore / divisor, distance, before, newest);
        Samples from = Samples.of(thread, fragment, width);
        double most = conversion.mostFrames(from.count() / channels) * channels;
        if (most * width > Integer.MAX_VALUE - 8) {
            throw PyErr.of(Exceptions.MEMORY_ERROR, "not enough memory for output buffer");
        }
        Samples to = Samples.make((int) most, width);
        int made = conversion.run(from, to);
        return PyTuple.of(
                PyBytes.of(Arrays.copyOf(to.bytes(), made * channels * width)), rateState(conversion, channels));
    }

    private static int greatestCommonDivisor(int a, int b) {
        return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue();
    }

    private static void readChannels(ThreadState thread, PyObject state, int[] before, int[] newest) {
        if (!(state instanceof PyTuple)) {
            throw PyErr.typeError("ratecv(): illegal state argument");
        }
        PyObject[] channels = Sequences.toArray(thread, state);
        if (channels.length != before.length) {
            throw AudioErrors.error(thread, "illegal state argument");
        }
        for (int i = 0; i < channels.length; i++) {
            int[] samples = pair(thread, "ratecv", channels[i]);
            before[i] = samples[0];
            newest[i] = samples[1];
        }
    }

    private static PyObject rateState(RateConversion conversion, int channels) {
        PyObject[] samples = new PyObject[channels];
        for (int i = 0; i < channels; i++) {
            samples[i] = PyTuple.of(PyInt.of(conversion.before(i)), PyInt.of(conversion.newest(i)));
        }
        return PyTuple.of(PyInt.of(conversion.distance()), PyTuple.of(samples));
    }
}
