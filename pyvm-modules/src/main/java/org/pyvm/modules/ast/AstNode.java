package org.pyvm.modules.ast;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The methods of {@code ast.AST}, which is a class that Python code may change: each interpreter has its own. */
@PythonType(name = "AST", module = "ast")
final class AstNode {
    private static final PyStr FIELDS = PyStr.intern("_fields");

    private AstNode() {}

    @PythonMethod(value = "__init__", raw = true)
    static void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        PyType type = self.type();
        PluginNodes.of(thread.interpreter()).teachUnparser(thread, false);
        PyObject fields = Attributes.getOrNull(thread, type, FIELDS);
        int count = fields == null ? 0 : Objects.length(thread, fields);
        int positional = args.length - (names == null ? 0 : names.length);
        if (positional > count) {
            throw PyErr.typeError(
                    "%N constructor takes at most %d positional argument%s", type, count, count == 1 ? "" : "s");
        }
        for (int i = 0; i < positional; i++) {
            Attributes.set(thread, self, (PyStr) Sequences.getItem(thread, fields, i), args[i]);
        }
        for (int i = positional; i < args.length; i++) {
            PyStr name = names[i - positional];
            if (fields != null
                    && Sequences.contains(thread, fields, name)
                    && Sequences.index(thread, fields, name) < positional) {
                throw PyErr.typeError("%N got multiple values for argument '%s'", type, name);
            }
            Attributes.set(thread, self, name, args[i]);
        }
    }

    @PythonMethod("__reduce__($self, /)")
    static PyObject reduce(ThreadState thread, PyObject self) {
        PyObject state = Attributes.getOrNull(thread, self, Names.DICT);
        return state == null ? PyTuple.of(self.type(), PyTuple.EMPTY) : PyTuple.of(self.type(), PyTuple.EMPTY, state);
    }
}
