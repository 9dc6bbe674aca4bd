package org.pyvm.modules.pickle;

import static org.pyvm.modules.pickle.PickleOpcode.ADDITEMS;
import static org.pyvm.modules.pickle.PickleOpcode.APPEND;
import static org.pyvm.modules.pickle.PickleOpcode.APPENDS;
import static org.pyvm.modules.pickle.PickleOpcode.BINBYTES;
import static org.pyvm.modules.pickle.PickleOpcode.BINBYTES8;
import static org.pyvm.modules.pickle.PickleOpcode.BINFLOAT;
import static org.pyvm.modules.pickle.PickleOpcode.BINGET;
import static org.pyvm.modules.pickle.PickleOpcode.BININT;
import static org.pyvm.modules.pickle.PickleOpcode.BININT1;
import static org.pyvm.modules.pickle.PickleOpcode.BININT2;
import static org.pyvm.modules.pickle.PickleOpcode.BINPERSID;
import static org.pyvm.modules.pickle.PickleOpcode.BINPUT;
import static org.pyvm.modules.pickle.PickleOpcode.BINUNICODE;
import static org.pyvm.modules.pickle.PickleOpcode.BINUNICODE8;
import static org.pyvm.modules.pickle.PickleOpcode.BUILD;
import static org.pyvm.modules.pickle.PickleOpcode.BYTEARRAY8;
import static org.pyvm.modules.pickle.PickleOpcode.DICT;
import static org.pyvm.modules.pickle.PickleOpcode.DUP;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_DICT;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_LIST;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_SET;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_TUPLE;
import static org.pyvm.modules.pickle.PickleOpcode.EXT1;
import static org.pyvm.modules.pickle.PickleOpcode.EXT2;
import static org.pyvm.modules.pickle.PickleOpcode.EXT4;
import static org.pyvm.modules.pickle.PickleOpcode.FRAME;
import static org.pyvm.modules.pickle.PickleOpcode.FROZENSET;
import static org.pyvm.modules.pickle.PickleOpcode.GET;
import static org.pyvm.modules.pickle.PickleOpcode.GLOBAL;
import static org.pyvm.modules.pickle.PickleOpcode.HIGHEST_PROTOCOL;
import static org.pyvm.modules.pickle.PickleOpcode.INST;
import static org.pyvm.modules.pickle.PickleOpcode.LIST;
import static org.pyvm.modules.pickle.PickleOpcode.LONG_BINGET;
import static org.pyvm.modules.pickle.PickleOpcode.LONG_BINPUT;
import static org.pyvm.modules.pickle.PickleOpcode.MARK;
import static org.pyvm.modules.pickle.PickleOpcode.MEMOIZE;
import static org.pyvm.modules.pickle.PickleOpcode.NEWFALSE;
import static org.pyvm.modules.pickle.PickleOpcode.NEWOBJ;
import static org.pyvm.modules.pickle.PickleOpcode.NEWOBJ_EX;
import static org.pyvm.modules.pickle.PickleOpcode.NEWTRUE;
import static org.pyvm.modules.pickle.PickleOpcode.NEXT_BUFFER;
import static org.pyvm.modules.pickle.PickleOpcode.NONE;
import static org.pyvm.modules.pickle.PickleOpcode.OBJ;
import static org.pyvm.modules.pickle.PickleOpcode.PERSID;
import static org.pyvm.modules.pickle.PickleOpcode.POP;
import static org.pyvm.modules.pickle.PickleOpcode.POP_MARK;
import static org.pyvm.modules.pickle.PickleOpcode.PROTO;
import static org.pyvm.modules.pickle.PickleOpcode.PUT;
import static org.pyvm.modules.pickle.PickleOpcode.READONLY_BUFFER;
import static org.pyvm.modules.pickle.PickleOpcode.REDUCE;
import static org.pyvm.modules.pickle.PickleOpcode.SETITEM;
import static org.pyvm.modules.pickle.PickleOpcode.SETITEMS;
import static org.pyvm.modules.pickle.PickleOpcode.SHORT_BINBYTES;
import static org.pyvm.modules.pickle.PickleOpcode.SHORT_BINUNICODE;
import static org.pyvm.modules.pickle.PickleOpcode.STACK_GLOBAL;
import static org.pyvm.modules.pickle.PickleOpcode.STOP;
import static org.pyvm.modules.pickle.PickleOpcode.TUPLE;
import static org.pyvm.modules.pickle.PickleOpcode.TUPLE1;
import static org.pyvm.modules.pickle.PickleOpcode.TUPLE2;
import static org.pyvm.modules.pickle.PickleOpcode.TUPLE3;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyMemoryView;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Runs a pickle: a program for a machine with a stack, marks in it, and a memo. */
final class UnpicklingMachine {
    final PickleState state;
    final PickleInput input;
    final UnpicklingStack stack;
    private final boolean fixImports;
    private final String encoding;
    private final String errors;
    /** An iterator of buffers that came beside the pickle; null for none. */
    private final PyObject buffers;

    UnpicklerMemo memo = new UnpicklerMemo();
    PyObject persistentLoad;
    /** The unpickler whose {@code find_class} is asked; null when nothing overrides it. */
    PyObject owner;

    private int protocol;

    UnpicklingMachine(
            ThreadState thread,
            PickleInput input,
            boolean fixImports,
            String encoding,
            String errors,
            PyObject buffers) {
        this.state = PickleState.of(thread);
        this.input = input;
        this.fixImports = fixImports;
        this.encoding = encoding;
        this.errors = errors;
        boolean none = buffers == Singletons.NONE || buffers instanceof PyTuple tuple && tuple.size() == 0;
        this.buffers = none ? null : Iterators.iter(thread, buffers);
        this.stack = new UnpicklingStack(state);
    }

    int protocol() {
        return protocol;
    }

    boolean fixImports() {
        return fixImports;
    }

    String encoding() {
        return encoding;
    }

    String errors() {
        return errors;
    }

    PyObject findClass(ThreadState thread, PyObject moduleName, PyObject globalName) {
        return owner == null
                ? GlobalLookup.find(thread, moduleName, globalName, protocol, fixImports)
                : Calls.callMethod(thread, owner, PyStr.intern("find_class"), moduleName, globalName);
    }

    /** Reads one pickle. @throws PyErr EOFError when there is none */
    PyObject load(ThreadState thread) {
        stack.clear();
        protocol = 0;
        while (true) {
            byte opcode = nextOpcode(thread);
            if (opcode == STOP) {
                PyObject result = stack.pop();
                input.skipConsumed(thread);
                return result;
            }
            if (!runCommon(thread, opcode) && !runContainer(thread, opcode) && !runOther(thread, opcode)) {
                throw invalidOpcode(opcode & 0xFF);
            }
        }
    }

    private byte nextOpcode(ThreadState thread) {
        try {
            return (byte) input.next(thread);
        } catch (PyErr e) {
            if (e.matches(state.unpicklingError)) {
                throw PyErr.of(Exceptions.EOF_ERROR, "Ran out of input");
            }
            throw e;
        }
    }

    private PyErr invalidOpcode(int c) {
        boolean shown = c >= 0x20 && c <= 0x7e && c != '\'' && c != '\\';
        return state.unpicklingError(
                "invalid load key, '%s'.", shown ? String.valueOf((char) c) : String.format("\\x%02x", c));
    }

    /** The opcodes that most of a pickle is made of; answers false for others. */
    private boolean runCommon(ThreadState thread, byte opcode) {
        switch (opcode) {
            case SHORT_BINUNICODE -> stack.push(TextLoading.text(thread, input.take(thread, input.next(thread))));
            case MEMOIZE -> memo.put(memo.size(), stack.top());
            case BINGET -> stack.push(remembered(input.next(thread)));
            case BININT1 -> stack.push(PyInt.of(input.next(thread)));
            case BININT2 -> stack.push(PyInt.of(input.number(thread, 2)));
            case BININT -> stack.push(PyInt.of((int) input.number(thread, 4)));
            case BINFLOAT -> stack.push(PyFloat.of(Double.longBitsToDouble(input.bigEndian(thread))));
            case MARK -> stack.mark();
            case NONE -> stack.push(Singletons.NONE);
            case NEWTRUE -> stack.push(PyBool.TRUE);
            case NEWFALSE -> stack.push(PyBool.FALSE);
            case BINPUT -> memo.put(input.next(thread), stack.top());
            case BINUNICODE -> stack.push(TextLoading.text(thread, input.take(thread, input.number(thread, 4))));
            case LONG_BINGET -> stack.push(remembered(input.number(thread, 4)));
            case LONG_BINPUT -> memo.put(input.number(thread, 4), stack.top());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean runContainer(ThreadState thread, byte opcode) {
        switch (opcode) {
            case EMPTY_TUPLE -> stack.push(PyTuple.of());
            case TUPLE1 -> stack.push(PyTuple.of(stack.takeTop(1)));
            case TUPLE2 -> stack.push(PyTuple.of(stack.takeTop(2)));
            case TUPLE3 -> stack.push(PyTuple.of(stack.takeTop(3)));
            case TUPLE -> stack.push(PyTuple.of(stack.takeToMark()));
            case EMPTY_LIST -> stack.push(new PyList());
            case LIST -> stack.push(PyList.of(stack.takeToMark()));
            case APPEND -> {
                PyObject[] items = stack.takeTop(1);
                ItemLoading.append(thread, stack.top(), items);
            }
            case APPENDS -> {
                PyObject[] items = stack.takeToMark();
                ItemLoading.append(thread, stack.top(), items);
            }
            case EMPTY_DICT -> stack.push(new PyDict());
            case DICT -> {
                PyObject[] items = stack.takeToMark();
                stack.push(ItemLoading.dict(thread, state, items));
            }
            case SETITEM -> {
                PyObject[] items = stack.takeTop(2);
                ItemLoading.store(thread, state, stack.top(), items);
            }
            case SETITEMS -> {
                PyObject[] items = stack.takeToMark();
                ItemLoading.store(thread, state, stack.top(), items);
            }
            case EMPTY_SET -> stack.push(new PySet());
            case ADDITEMS -> {
                PyObject[] items = stack.takeToMark();
                ItemLoading.add(thread, stack.top(), items);
            }
            case FROZENSET -> stack.push(PyFrozenSet.of(thread, PyTuple.of(stack.takeToMark())));
            case STACK_GLOBAL -> stackGlobal(thread);
            case NEWOBJ -> ObjectLoading.newObject(thread, stack, state, false);
            case NEWOBJ_EX -> ObjectLoading.newObject(thread, stack, state, true);
            case REDUCE -> ObjectLoading.reduce(thread, stack);
            case BUILD -> ObjectLoading.build(thread, stack, state);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean runOther(ThreadState thread, byte opcode) {
        switch (opcode) {
            case PROTO -> {
                protocol = input.next(thread);
                if (protocol > HIGHEST_PROTOCOL) {
                    int unknown = protocol;
                    protocol = 0;
                    throw PyErr.valueError("unsupported pickle protocol: %d", unknown);
                }
            }
            case FRAME -> input.ensure(thread, size(thread, "FRAME length exceeds system's maximum of %d bytes"));
            case SHORT_BINBYTES -> stack.push(PyBytes.of(input.takeMuch(thread, input.next(thread))));
            case BINBYTES -> stack.push(PyBytes.of(input.takeMuch(thread, input.number(thread, 4))));
            case BINBYTES8 ->
                stack.push(PyBytes.of(
                        input.takeMuch(thread, size(thread, "BINBYTES exceeds system's maximum size of %d bytes"))));
            case BYTEARRAY8 ->
                stack.push(new PyByteArray(
                        PyByteArray.TYPE,
                        input.takeMuch(thread, size(thread, "BYTEARRAY8 exceeds system's maximum size of %d bytes"))));
            case BINUNICODE8 ->
                stack.push(TextLoading.text(
                        thread,
                        input.take(thread, size(thread, "BINUNICODE exceeds system's maximum size of %d bytes"))));
            case GLOBAL -> {
                PyStr module = TextLoading.name(thread, input.line(thread, 2));
                PyStr name = TextLoading.name(thread, input.line(thread, 2));
                stack.push(findClass(thread, module, name));
            }
            case POP -> stack.drop();
            case POP_MARK -> stack.takeToMark();
            case DUP -> stack.push(stack.top());
            case EXT1 -> stack.push(GlobalLookup.extension(thread, this, input.next(thread)));
            case EXT2 -> stack.push(GlobalLookup.extension(thread, this, input.number(thread, 2)));
            case EXT4 -> stack.push(GlobalLookup.extension(thread, this, (int) input.number(thread, 4)));
            case BINPERSID -> stack.push(persistent(thread, true));
            case PERSID -> stack.push(persistent(thread, false));
            case NEXT_BUFFER -> stack.push(nextBuffer(thread));
            case READONLY_BUFFER -> makeReadOnly(thread);
            case GET -> stack.push(remembered(TextLoading.index(thread, input.line(thread, 2))));
            case PUT -> {
                PyObject top = stack.top();
                long number = TextLoading.index(thread, input.line(thread, 2));
                if (number < 0) {
                    throw PyErr.valueError("negative PUT argument");
                }
                memo.put(number, top);
            }
            case INST -> ObjectLoading.instance(thread, this);
            case OBJ -> ObjectLoading.object(thread, stack);
            default -> {
                return TextLoading.run(thread, this, opcode);
            }
        }
        return true;
    }

    private long size(ThreadState thread, String tooLong) {
        long size = input.number(thread, 8);
        if (size < 0) {
            throw PyErr.overflowError(tooLong, Long.MAX_VALUE);
        }
        return size;
    }

    private PyObject remembered(long number) {
        PyObject value = memo.get(number);
        if (value == null) {
            throw state.unpicklingError("Memo value not found at index %d", number);
        }
        return value;
    }

    private void stackGlobal(ThreadState thread) {
        PyObject name = stack.isEmpty() ? null : stack.pop();
        PyObject module = stack.isEmpty() ? null : stack.pop();
        if (module == null || name == null || module.type() != PyStr.TYPE || name.type() != PyStr.TYPE) {
            throw state.unpicklingError("STACK_GLOBAL requires str");
        }
        stack.push(findClass(thread, module, name));
    }

    private PyObject persistent(ThreadState thread, boolean onStack) {
        if (persistentLoad == null) {
            throw state.unpicklingError(
                    "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.");
        }
        PyObject given = onStack ? stack.pop() : TextLoading.persistentId(state, input.line(thread, 1));
        return Calls.call(thread, persistentLoad, given);
    }

    private PyObject nextBuffer(ThreadState thread) {
        if (buffers == null) {
            throw state.unpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given");
        }
        PyObject buffer = Iterators.next(thread, buffers);
        if (buffer == null) {
            throw state.unpicklingError("not enough out-of-band buffers");
        }
        return buffer;
    }

    private void makeReadOnly(ThreadState thread) {
        PyObject buffer = stack.top();
        PyMemoryView view = PyMemoryView.of(thread, buffer);
        PyObject readOnly = Attributes.get(thread, view, "readonly");
        if (readOnly != PyBool.TRUE) {
            stack.pop();
            stack.push(Calls.callMethod(thread, view, PyStr.intern("toreadonly")));
        }
    }
}
