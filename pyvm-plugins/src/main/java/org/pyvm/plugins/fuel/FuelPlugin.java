package org.pyvm.plugins.fuel;

import com.google.auto.service.AutoService;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.Instruments;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.runtime.PyvmPlugin;

/**
 * A program may run a number of instructions, {@code -X fuel=N}, and gets a RuntimeError at each one beyond. It wraps
 * whichever strategy is chosen: the first frame of the program starts the meter.
 */
@AutoService(PyvmPlugin.class)
public final class FuelPlugin extends PyvmPlugin {
    private static final long DEFAULT = 1_000_000;

    @Override
    protected void contribute() {
        wrapStrategy(Metered::new);
    }

    private record Metered(EvaluationStrategy inner) implements EvaluationStrategy {
        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public PyObject execute(ThreadState thread, Frame frame, PyErr thrown) {
            PyObject module = frame.globals().get("__name__");
            if (module != null && module.toString().equals("__main__")) {
                thread.interpreter().service(Meter.class, () -> Meter.started(thread.interpreter()));
            }
            return inner.execute(thread, frame, thrown);
        }
    }

    /** Of one interpreter; changed under its lock. */
    private static final class Meter implements Instrument {
        private long left;

        private Meter(long fuel) {
            left = fuel;
        }

        static Meter started(InterpreterState interpreter) {
            PyObject option =
                    interpreter.sys.dict().get("_xoptions") instanceof PyDict options ? options.get("fuel") : null;
            boolean given = option != null && option.toString().matches("[0-9]{1,18}");
            Meter meter = new Meter(given ? Long.parseLong(option.toString()) : DEFAULT);
            Instruments.install(interpreter, meter);
            return meter;
        }

        @Override
        public void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {
            if (--left < 0) {
                throw PyErr.runtimeError("out of fuel");
            }
        }
    }
}
