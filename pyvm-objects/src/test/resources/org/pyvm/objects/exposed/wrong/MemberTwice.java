package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonType(name = "thing")
public class MemberTwice extends PyObject {
    MemberTwice() {
        super(PyType.OBJECT);
    }

    @PythonMethod("m($self, /)")
    void m() {}

    @PythonGetter("m")
    int other() {
        return 1;
    }
}
