package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class DefaultTextForLong extends PyObject {
    DefaultTextForLong() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x='a', /)")
    void m(long x) {}
}
