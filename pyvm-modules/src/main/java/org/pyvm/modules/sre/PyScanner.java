package org.pyvm.modules.sre;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;

/** {@code _sre.SRE_Scanner}: finds one match after the other. */
@PythonType(name = "SRE_Scanner", module = "_sre")
public final class PyScanner extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_sre", "SRE_Scanner", new PyScannerExposed.SlotTable(), new PyScannerExposed())
            .notSubclassable();

    private final PyPattern pattern;
    private final SearchedText text;
    private final Matcher matcher;
    private final int start;
    private final int end;
    /** Where the next match may begin; -1 when there was none. */
    private int at;

    PyScanner(PyPattern pattern, ThreadState thread, SearchedText text, long pos, long endPos) {
        super(TYPE);
        this.pattern = pattern;
        this.text = text;
        text.hold(thread);
        this.end = PyPattern.clamp(endPos, text);
        this.start = PyPattern.clamp(pos, text);
        this.matcher = pattern.matcher(thread, text, end);
        this.at = start > end ? -1 : start;
    }

    @PythonGetter("pattern")
    PyObject pattern() {
        return pattern;
    }

    private PyObject result(boolean found) {
        if (!found) {
            at = -1;
            return Singletons.NONE;
        }
        PyMatch match = pattern.match(text, matcher, start, end);
        at = matcher.end();
        matcher.forbidEmptyAt(at == matcher.start() ? at : -1);
        return match;
    }

    @PythonMethod("match($self, /)")
    PyObject match() {
        return at < 0 ? Singletons.NONE : result(matcher.match(at));
    }

    @PythonMethod("search($self, /)")
    PyObject search() {
        return at < 0 ? Singletons.NONE : result(matcher.search(at));
    }
}
