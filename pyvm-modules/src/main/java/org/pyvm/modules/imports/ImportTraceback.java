package org.pyvm.modules.imports;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyTraceback;

/** Takes importlib's own frames out of the tracebacks of failed imports, as CPython's {@code import.c} does. */
final class ImportTraceback {
    private ImportTraceback() {}

    /**
     * Of an ImportError all of them go; of what a module's code raised, each run of them that ends in {@code
     * _call_with_frames_removed}.
     */
    static void trim(PyErr error) {
        boolean all = error.matches(Exceptions.IMPORT_ERROR);
        // The entries before the run of importlib's that we are in, and before this one; null stands for the exception.
        PyTraceback beforeRun = null;
        PyTraceback before = null;
        boolean inImportlib = false;
        for (PyTraceback entry = error.value().traceback(); entry != null; entry = entry.next()) {
            boolean now = isImportlib(entry);
            if (now && !inImportlib) {
                beforeRun = before;
            }
            inImportlib = now;
            if (now && (all || entry.frame().code().name().is("_call_with_frames_removed"))) {
                if (beforeRun == null) {
                    error.value().setTraceback(entry.next());
                } else {
                    beforeRun.setNext(entry.next());
                }
                before = beforeRun;
            } else {
                before = entry;
            }
        }
    }

    private static boolean isImportlib(PyTraceback entry) {
        String file = entry.frame().code().fileName().toString();
        return file.equals("<frozen importlib._bootstrap>") || file.equals("<frozen importlib._bootstrap_external>");
    }
}
