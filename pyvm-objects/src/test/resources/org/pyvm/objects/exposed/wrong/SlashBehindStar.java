package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class SlashBehindStar extends PyObject {
    SlashBehindStar() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, x, *, y, /)")
    void m(PyObject x, PyObject y) {}
}
