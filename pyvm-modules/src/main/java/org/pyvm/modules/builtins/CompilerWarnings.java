package org.pyvm.modules.builtins;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.PyStr;
import org.pyvm.tokenizer.CompilationContext.WarningIsError;

/** The front end's warnings, shown or raised through the interpreter's warning filters. */
final class CompilerWarnings {
    private CompilerWarnings() {}

    static void warn(ThreadState thread, String category, String message, String fileName, int line) {
        PyType type = Compilation.category(category);
        try {
            thread.interpreter()
                    .service(Warnings.ExplicitIssuer.class, () -> (t, c, m, f, l) -> {})
                    .warn(thread, type, PyStr.of(message), PyStr.of(fileName), line);
        } catch (PyErr e) {
            if (e.matches(type)) {
                throw new WarningIsError();
            }
            throw e;
        }
    }
}
