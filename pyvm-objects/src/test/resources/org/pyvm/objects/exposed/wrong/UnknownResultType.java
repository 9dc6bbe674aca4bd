package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class UnknownResultType extends PyObject {
    UnknownResultType() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, /)")
    java.util.List<String> m() {
        return null;
    }
}
