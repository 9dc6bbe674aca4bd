package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class DefaultNoneForLong extends PyObject {
    DefaultNoneForLong() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x=None, /)")
    void m(long x) {}
}
