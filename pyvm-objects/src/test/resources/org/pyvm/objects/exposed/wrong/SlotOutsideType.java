package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

public class SlotOutsideType {
    @SlotMethod(Slot.TP_REPR)
    static PyStr m(PyObject self) {
        return PyStr.EMPTY;
    }
}
