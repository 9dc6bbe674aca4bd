package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class CallWithoutArray extends PyObject {
    CallWithoutArray() {
        super(PyType.OBJECT);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a) {
        return a;
    }
}
