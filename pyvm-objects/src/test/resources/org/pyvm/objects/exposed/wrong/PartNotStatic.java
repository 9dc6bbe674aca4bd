package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing", parts = PartNotStatic.Part.class)
public class PartNotStatic extends PyObject {
    PartNotStatic() {
        super(PyType.OBJECT);
    }

    static final class Part {
        @PythonMethod("m($self, /)")
        void m() {}
    }
}
