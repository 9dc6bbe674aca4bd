package wrong;

import org.pyvm.expose.*;
import org.pyvm.objects.*;
import org.pyvm.objects.types.*;

public class OutsideType {
    @PythonMethod("m($self, /)")
    void m() {}
}
