package org.pyvm.modules.audio;

import java.util.function.LongConsumer;
import org.pyvm.expose.PythonFunction;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code audioop} that measure how loud a fragment is. */
final class AudioMeasures {
    private AudioMeasures() {}

    @PythonFunction("max(fragment, width, /)")
    static long max(ThreadState thread, byte[] fragment, int width) {
        Samples samples = Samples.of(thread, fragment, width);
        long loudest = 0;
        for (int i = 0; i < samples.count(); i++) {
            loudest = Math.max(loudest, Math.abs((long) samples.get(i)));
        }
        return loudest;
    }

    /** Of silence without length the one is the highest number there is, the other the lowest. */
    @PythonFunction("minmax(fragment, width, /)")
    static PyObject minMax(ThreadState thread, byte[] fragment, int width) {
        Samples samples = Samples.of(thread, fragment, width);
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int i = 0; i < samples.count(); i++) {
            lowest = Math.min(lowest, samples.get(i));
            highest = Math.max(highest, samples.get(i));
        }
        return PyTuple.of(PyInt.of(lowest), PyInt.of(highest));
    }

    @PythonFunction("avg(fragment, width, /)")
    static long average(ThreadState thread, byte[] fragment, int width) {
        Samples samples = Samples.of(thread, fragment, width);
        double sum = 0;
        for (int i = 0; i < samples.count(); i++) {
            sum += samples.get(i);
        }
        return samples.count() == 0 ? 0 : (long) Math.floor(sum / samples.count());
    }

    @PythonFunction("rms(fragment, width, /)")
    static long rootMeanSquare(ThreadState thread, byte[] fragment, int width) {
        Samples samples = Samples.of(thread, fragment, width);
        double squares = 0;
        for (int i = 0; i < samples.count(); i++) {
            double sample = samples.get(i);
            squares += sample * sample;
        }
        return samples.count() == 0 ? 0 : (long) Math.sqrt(squares / samples.count());
    }

    @PythonFunction("avgpp(fragment, width, /)")
    static long averagePeakToPeak(ThreadState thread, byte[] fragment, int width) {
        double[] sum = {0};
        int[] count = {0};
        swings(Samples.of(thread, fragment, width), swing -> {
            sum[0] += swing;
            count[0]++;
        });
        return count[0] == 0 ? 0 : (long) (sum[0] / count[0]);
    }

    @PythonFunction("maxpp(fragment, width, /)")
    static long maxPeakToPeak(ThreadState thread, byte[] fragment, int width) {
        long[] widest = {0};
        swings(Samples.of(thread, fragment, width), swing -> widest[0] = Math.max(widest[0], swing));
        return widest[0];
    }

    /**
     * Tells the distances from each sample at which the sound turns to the next such sample. Where it begins and ends it does not
     * turn, and a sample that repeats goes no way at all.
     */
    private static void swings(Samples samples, LongConsumer told) {
        boolean moving = false;
        boolean falling = false;
        boolean turned = false;
        long turn = 0;
        for (int i = 1; i < samples.count(); i++) {
            long before = samples.get(i - 1);
            long sample = samples.get(i);
            if (sample == before) {
                continue;
            }
            if (moving && falling != sample < before) {
                if (turned) {
                    told.accept(Math.abs(before - turn));
                }
                turned = true;
                turn = before;
            }
            moving = true;
            falling = sample < before;
        }
    }

    /** One less than there are runs of samples below zero and runs of others: -1 of no samples. */
    @PythonFunction("cross(fragment, width, /)")
    static int crossings(ThreadState thread, byte[] fragment, int width) {
        Samples samples = Samples.of(thread, fragment, width);
        int runs = 0;
        for (int i = 0; i < samples.count(); i++) {
            if (i == 0 || samples.get(i) < 0 != samples.get(i - 1) < 0) {
                runs++;
            }
        }
        return runs - 1;
    }
}
