package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class BinarySlotNotStatic extends PyObject {
    BinarySlotNotStatic() {
        super(PyType.OBJECT);
    }

    @SlotMethod(Slot.NB_ADD)
    PyObject add(PyObject other) {
        return null;
    }
}
