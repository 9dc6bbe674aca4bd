package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SlotWithWrongParameters extends PyObject {
    SlotWithWrongParameters() {
        super(PyType.OBJECT);
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(PyObject index) {
        return null;
    }
}
