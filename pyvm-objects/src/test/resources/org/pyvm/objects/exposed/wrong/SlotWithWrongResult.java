package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SlotWithWrongResult extends PyObject {
    SlotWithWrongResult() {
        super(PyType.OBJECT);
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    PyObject contains(PyObject value) {
        return null;
    }
}
