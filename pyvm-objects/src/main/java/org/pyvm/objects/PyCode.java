package org.pyvm.objects;

import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.types.PyStr;

/**
 * {@code code}: an interpreter's view of a {@link CodeObject}, with the constants as Python objects. One per code object
 * and interpreter; nested code keeps its identity.
 */
@PythonType(name = "code", parts = CodeAttributes.class)
public final class PyCode extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "code", new PyCodeExposed.SlotTable(), new PyCodeExposed())
            .notSubclassable();

    private static final PyStr[] NO_NAMES = {};

    private CodeObject code;
    private final PyObject[] constants;
    private final PyStr[] names;
    private final PyStr[] varNames;
    private final PyStr[] cellVars;
    private final PyStr[] freeVars;
    private final PyStr name;
    private final PyStr qualName;
    private PyStr fileName;
    private final int firstCell;
    private final int stackBase;
    private final int frameSize;
    /** What a strategy keeps for this code: caches, compiled forms. Used under the interpreter's lock. */
    private Object strategyData;
    /** Another form of the code that a strategy has made of it. Used under the interpreter's lock. */
    private Object translation;

    public PyCode(CodeObject code) {
        this(code, Constants.toPython(code));
    }

    /** Code with constants that Python code has put in, which may be any objects. */
    public PyCode(CodeObject code, PyObject[] constants) {
        super(TYPE);
        this.code = code;
        this.constants = constants;
        this.names = intern(code.names());
        this.varNames = intern(code.varNames());
        this.cellVars = intern(code.cellVars());
        this.freeVars = intern(code.freeVars());
        this.name = PyStr.intern(code.name());
        this.qualName = PyStr.intern(code.qualName());
        this.fileName = PyStr.of(code.fileName());
        this.firstCell = varNames.length;
        this.stackBase = firstCell + cellVars.length + freeVars.length;
        this.frameSize = stackBase + code.stackSize();
    }

    private static PyStr[] intern(List<String> names) {
        return names.isEmpty() ? NO_NAMES : names.stream().map(PyStr::intern).toArray(PyStr[]::new);
    }

    public CodeObject code() {
        return code;
    }

    /** {@code co_consts}; never to be changed. */
    public PyObject[] constants() {
        return constants;
    }

    /** {@code co_names}, interned; never to be changed. */
    public PyStr[] names() {
        return names;
    }

    /** {@code co_varnames}; never to be changed. */
    public PyStr[] varNames() {
        return varNames;
    }

    /** {@code co_cellvars}; never to be changed. */
    public PyStr[] cellVars() {
        return cellVars;
    }

    /** {@code co_freevars}; never to be changed. */
    public PyStr[] freeVars() {
        return freeVars;
    }

    /** Index of the first cell in a frame's slots: the number of locals. */
    public int firstCell() {
        return firstCell;
    }

    /** Index of the value stack in a frame's slots. */
    public int stackBase() {
        return stackBase;
    }

    /** Number of a frame's slots. */
    public int frameSize() {
        return frameSize;
    }

    public PyStr name() {
        return name;
    }

    public PyStr qualName() {
        return qualName;
    }

    /** Gives the code, and nested code of the same file, another file name: {@code _imp._fix_co_filename}. */
    public void renameFile(String newName) {
        String old = code.fileName();
        if (old.equals(newName)) {
            return;
        }
        for (PyObject constant : constants) {
            if (constant instanceof PyCode nested && nested.code.fileName().equals(old)) {
                nested.renameFile(newName);
            }
        }
        code = code.toBuilder().withFileName(newName).build();
        fileName = PyStr.of(newName);
    }

    public PyStr fileName() {
        return fileName;
    }

    /** What a strategy has stored with {@link #setStrategyData}, or null. */
    public Object strategyData() {
        return strategyData;
    }

    public void setStrategyData(Object data) {
        strategyData = data;
    }

    /** What a strategy has stored with {@link #setTranslation}, or null. */
    public Object translation() {
        return translation;
    }

    public void setTranslation(Object form) {
        translation = form;
    }
}
