package org.pyvm.plugins.opcodepairs;

import com.google.auto.service.AutoService;
import java.util.stream.IntStream;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.PyvmPlugin;

/** Counts which opcode follows which, and writes the most frequent pairs to standard error when the program ends. */
@AutoService(PyvmPlugin.class)
public final class OpcodePairsPlugin extends PyvmPlugin {
    private static final int SHOWN = 10;

    @Override
    protected void contribute() {
        instrument(new Counter());
    }

    /** Of one interpreter; changed under its lock. */
    private static final class Counts {
        final long[] pairs = new long[1 << 16];
        int last;
        boolean on;
    }

    private record Counter() implements Instrument {
        @Override
        public void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {
            Counts counts = thread.interpreter().service(Counts.class, Counts::new);
            if (counts.on) {
                counts.pairs[counts.last << 8 | opcode]++;
                counts.last = opcode;
            }
        }

        /** What the interpreter does before the program is not of interest. */
        @Override
        public void entered(ThreadState thread, Frame frame) {
            if (isProgram(frame)) {
                thread.interpreter().service(Counts.class, Counts::new).on = true;
            }
        }

        @Override
        public void returned(ThreadState thread, Frame frame, PyObject value) {
            if (isProgram(frame)) {
                write(thread, report(thread.interpreter().service(Counts.class, Counts::new)));
            }
        }

        private static boolean isProgram(Frame frame) {
            PyObject name = frame.globals().get(Names.NAME);
            return frame.code().code().name().equals("<module>")
                    && name != null
                    && name.toString().equals("__main__");
        }

        private static String report(Counts counts) {
            StringBuilder text = new StringBuilder();
            IntStream.range(256, counts.pairs.length)
                    .filter(pair -> counts.pairs[pair] > 0)
                    .boxed()
                    .sorted((a, b) -> Long.compare(counts.pairs[b], counts.pairs[a]))
                    .limit(SHOWN)
                    .forEach(pair -> text.append(
                            "%,12d  %s %s%n".formatted(counts.pairs[pair], name(pair >> 8), name(pair & 0xFF))));
            return text.toString();
        }

        private static String name(int number) {
            Opcode row = InstructionSet.python().opcode(number);
            return row == null ? "<" + number + ">" : row.name();
        }

        private static void write(ThreadState thread, String text) {
            PyObject stream = thread.interpreter().sys.dict().get("stderr");
            if (stream != null) {
                Calls.callMethod(thread, stream, PyStr.intern("write"), PyStr.of(text));
            }
        }
    }
}
