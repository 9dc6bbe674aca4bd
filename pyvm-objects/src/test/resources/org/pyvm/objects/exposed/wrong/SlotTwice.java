package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SlotTwice extends PyObject {
    SlotTwice() {
        super(PyType.OBJECT);
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        return PyStr.EMPTY;
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr again(ThreadState thread) {
        return PyStr.EMPTY;
    }
}
