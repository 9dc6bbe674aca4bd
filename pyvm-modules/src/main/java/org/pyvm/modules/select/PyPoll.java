package org.pyvm.modules.select;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Poll;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code select.poll}. */
@PythonType(name = "poll", module = "select")
public final class PyPoll extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "select", "poll", new PyPollExposed.SlotTable(), new PyPollExposed())
            .notSubclassable();

    /** What {@code poll} reports for a descriptor that is not open. */
    private static final int INVALID = 32;

    private final Map<Integer, Integer> interests = new LinkedHashMap<>();

    PyPoll() {
        super(TYPE);
    }

    @PythonMethod("register($self, fd, eventmask=7, /)")
    void register(ThreadState thread, PyObject fd, int mask) {
        interests.put(Waiting.descriptor(thread, fd), mask);
    }

    @PythonMethod("modify($self, fd, eventmask, /)")
    void modify(ThreadState thread, PyObject fd, int mask) {
        int descriptor = Waiting.descriptor(thread, fd);
        if (!interests.containsKey(descriptor)) {
            throw PyErr.of(Exceptions.OS_ERROR, PyInt.of(2), PyStr.of("No such file or directory"));
        }
        interests.put(descriptor, mask);
    }

    @PythonMethod("unregister($self, fd, /)")
    void unregister(ThreadState thread, PyObject fd) {
        int descriptor = Waiting.descriptor(thread, fd);
        if (interests.remove(descriptor) == null) {
            throw PyErr.keyError(PyInt.of(descriptor));
        }
    }

    /** Pairs of descriptor and events. @param timeout milliseconds; None or below 0 without limit */
    @PythonMethod("poll($self, timeout=None, /)")
    PyObject poll(ThreadState thread, PyObject timeout) {
        PyList result = new PyList();
        Map<Integer, OpenFile> files = new LinkedHashMap<>();
        try (Poll poll = new Poll()) {
            for (Map.Entry<Integer, Integer> entry : interests.entrySet()) {
                OpenFile file = SelectModule.openOrNull(thread, entry.getKey());
                if (file == null) {
                    result.append(PyTuple.of(PyInt.of(entry.getKey()), PyInt.of(INVALID)));
                    continue;
                }
                files.put(entry.getKey(), file);
                poll.set(file, entry.getValue() & 5);
            }
            long nanos =
                    result.size() > 0 ? 0 : Waiting.nanos(thread, timeout == null ? Singletons.NONE : timeout, 1e6);
            Map<OpenFile, Integer> ready = Waiting.await(thread, poll, nanos);
            files.forEach((descriptor, file) -> {
                int events = ready.getOrDefault(file, 0);
                if (events != 0) {
                    result.append(PyTuple.of(PyInt.of(descriptor), PyInt.of(events)));
                }
            });
        }
        return result;
    }
}
