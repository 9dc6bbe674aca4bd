package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SliceIndexOfText extends PyObject {
    SliceIndexOfText() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x, /)")
    void m(@SliceIndex PyStr x) {}
}
