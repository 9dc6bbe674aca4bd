package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

@PythonModule("thing")
public class ModuleMemberTwice {
    @PythonConstant("f")
    final int f = 1;

    @PythonFunction("f()")
    void f() {}
}
