package org.pyvm.runtime.internal.assembly;

import java.util.List;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;

/** A module that a plugin has written in plain Python. @param plugin whose it is, for tracebacks */
public record PythonHelpers(String name, String source, String plugin) implements BuiltinModuleIndex {
    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public PyModule create(String wanted, InterpreterState interpreter) {
        if (!wanted.equals(name)) {
            return null;
        }
        ThreadState thread = ThreadState.current();
        PyModule module = new PyModule();
        module.dict().put(Names.NAME, PyStr.intern(name));
        module.dict().put(Names.BUILTINS, interpreter.modules.get("builtins"));
        CompilationContext context = Compilation.context(thread, "<plugin " + plugin + ">", Mode.FILE, 0, -1);
        PyCode code = Compilation.code(thread, source, context);
        Compilation.run(thread, code, module.dict(), module.dict(), null);
        return module;
    }
}
