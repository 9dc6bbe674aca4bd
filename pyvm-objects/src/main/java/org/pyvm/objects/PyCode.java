package org.pyvm.objects;

import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.types.PyStr;

/**
 * {@code code}: an interpreter's view of a {@link CodeObject}, with the constants as Python objects. One per code object
 * and interpreter; nested code keeps its identity. Code that comes from a compiled file may be {@link Deferred}.
 */
@PythonType(name = "code", parts = CodeAttributes.class)
public final class PyCode extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "code", new PyCodeExposed.SlotTable(), new PyCodeExposed())
            .notSubclassable()
            .weakReferenceable();

    private static final PyStr[] NO_NAMES = {};

    /** Null until code that was deferred is read; then the fields below it have no values either. */
    private CodeObject code;

    private PyObject[] constants;
    private PyStr[] names;
    private PyStr[] varNames;
    private PyStr[] cellVars;
    private PyStr[] freeVars;
    private PyStr name;
    private PyStr qualName;
    private PyStr fileName;
    private int firstCell;
    private int stackBase;
    private int frameSize;
    private Deferred deferred;
    /** What a strategy keeps for this code: caches, compiled forms. Used under the interpreter's lock. */
    private Object strategyData;
    /** Another form of the code that a strategy has made of it. Used under the interpreter's lock. */
    private Object translation;

    /** A copy of the code that is rewritten as it runs. Used under the interpreter's lock. */
    public Object quickened;

    /** {@code co_zombieframe}: a frame that waits to be used again; see {@link FrameAllocator}. */
    public PyFrame zombie;

    private int entries;
    /** How a strategy wants functions of this code to be called, of a class of the evaluation module; null for no wish. */
    public Object entry;

    /** Code in a compiled file that is read when it is first needed: most functions of a library are never called. */
    public interface Deferred {
        PyCode read();

        /** {@link PyCode#renameFile} of what has not been read. */
        void renameFile(String from, String to);
    }

    public PyCode(Deferred deferred) {
        super(TYPE);
        this.deferred = deferred;
    }

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
        if (names.isEmpty()) {
            return NO_NAMES;
        }
        PyStr[] interned = new PyStr[names.size()];
        for (int i = 0; i < interned.length; i++) {
            interned[i] = PyStr.intern(names.get(i));
        }
        return interned;
    }

    /** Under the interpreter's lock, as all that looks at code. */
    private void read() {
        PyCode read = deferred.read();
        constants = read.constants;
        names = read.names;
        varNames = read.varNames;
        cellVars = read.cellVars;
        freeVars = read.freeVars;
        name = read.name;
        qualName = read.qualName;
        fileName = read.fileName;
        firstCell = read.firstCell;
        stackBase = read.stackBase;
        frameSize = read.frameSize;
        code = read.code;
        deferred = null;
    }

    public CodeObject code() {
        if (code == null) {
            read();
        }
        return code;
    }

    /** {@code co_consts}; never to be changed. */
    public PyObject[] constants() {
        if (code == null) {
            read();
        }
        return constants;
    }

    /** {@code co_names}, interned; never to be changed. */
    public PyStr[] names() {
        if (code == null) {
            read();
        }
        return names;
    }

    /** {@code co_varnames}; never to be changed. */
    public PyStr[] varNames() {
        if (code == null) {
            read();
        }
        return varNames;
    }

    /** {@code co_cellvars}; never to be changed. */
    public PyStr[] cellVars() {
        if (code == null) {
            read();
        }
        return cellVars;
    }

    /** {@code co_freevars}; never to be changed. */
    public PyStr[] freeVars() {
        if (code == null) {
            read();
        }
        return freeVars;
    }

    /** Index of the first cell in a frame's slots: the number of locals. */
    public int firstCell() {
        if (code == null) {
            read();
        }
        return firstCell;
    }

    /** Index of the value stack in a frame's slots. */
    public int stackBase() {
        if (code == null) {
            read();
        }
        return stackBase;
    }

    /** Number of a frame's slots. */
    public int frameSize() {
        if (code == null) {
            read();
        }
        return frameSize;
    }

    public PyStr name() {
        if (code == null) {
            read();
        }
        return name;
    }

    public PyStr qualName() {
        if (code == null) {
            read();
        }
        return qualName;
    }

    /** Gives the code, and nested code of the same file, another file name: {@code _imp._fix_co_filename}. */
    public void renameFile(String newName) {
        String old = code().fileName();
        if (!old.equals(newName)) {
            renameFile(old, newName);
        }
    }

    private void renameFile(String old, String newName) {
        if (code == null) {
            deferred.renameFile(old, newName);
            return;
        }
        if (!code.fileName().equals(old)) {
            return;
        }
        for (PyObject constant : constants) {
            if (constant instanceof PyCode nested) {
                nested.renameFile(old, newName);
            }
        }
        code = code.toBuilder().withFileName(newName).build();
        fileName = PyStr.of(newName);
    }

    public PyStr fileName() {
        if (code == null) {
            read();
        }
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

    /** Counts an entry. @return whether there have been more than so many */
    public boolean isEnteredMoreThan(int count) {
        return entries > count || ++entries > count;
    }

    public void setTranslation(Object form) {
        translation = form;
    }
}
