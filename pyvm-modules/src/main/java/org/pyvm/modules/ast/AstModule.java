package org.pyvm.modules.ast;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyModule;

/** The module {@code _ast}: the classes of nodes, and flags of {@code compile}. */
@PythonModule("_ast")
public final class AstModule {
    @PythonConstant("PyCF_ALLOW_TOP_LEVEL_AWAIT")
    static final int ALLOW_TOP_LEVEL_AWAIT = 0x2000;

    @PythonConstant("PyCF_ONLY_AST")
    static final int ONLY_AST = 0x400;

    @PythonConstant("PyCF_TYPE_COMMENTS")
    static final int TYPE_COMMENTS = 0x1000;

    AstModule() {}

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        AstTypes.of(thread).addTo(module.dict());
    }
}
