package org.pyvm.modules.ssl;

import java.util.Arrays;
import javax.net.ssl.SSLSession;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;

/** {@code _ssl.SSLSession}: a session to look at. The JDK resumes sessions by itself; which one cannot be said to it. */
@PythonType(name = "SSLSession", module = "_ssl", hashable = false)
public final class PySslSession extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_ssl", "SSLSession", new PySslSessionExposed.SlotTable(), new PySslSessionExposed())
            .notSubclassable();

    private static final int LIFETIME_SECONDS = 7200;

    private final SSLSession session;

    PySslSession(SSLSession session) {
        super(TYPE);
        this.session = session;
    }

    @PythonGetter("id")
    PyObject id() {
        return PyBytes.of(session.getId());
    }

    @PythonGetter("time")
    long time() {
        return session.getCreationTime() / 1000;
    }

    @PythonGetter("timeout")
    long timeout() {
        return LIFETIME_SECONDS;
    }

    @PythonGetter("has_ticket")
    boolean hasTicket() {
        return session.getProtocol().equals("TLSv1.3");
    }

    @PythonGetter("ticket_lifetime_hint")
    long ticketLifetimeHint() {
        return hasTicket() ? LIFETIME_SECONDS : 0;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PySslSession that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean same = Arrays.equals(session.getId(), that.session.getId());
        return switch (op) {
            case EQ -> PyBool.of(same);
            case NE -> PyBool.of(!same);
            default -> Singletons.NOT_IMPLEMENTED;
        };
    }
}
