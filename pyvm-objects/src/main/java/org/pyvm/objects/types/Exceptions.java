package org.pyvm.objects.types;

import java.util.List;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** The built-in exception types, and how Java code makes and reads exceptions. */
public final class Exceptions {
    public static final PyType BASE_EXCEPTION = ExceptionTypes.declare("BaseException", null);
    public static final PyType SYSTEM_EXIT = ExceptionTypes.declare("SystemExit", BASE_EXCEPTION);
    public static final PyType KEYBOARD_INTERRUPT = ExceptionTypes.declare("KeyboardInterrupt", BASE_EXCEPTION);
    public static final PyType GENERATOR_EXIT = ExceptionTypes.declare("GeneratorExit", BASE_EXCEPTION);
    public static final PyType BASE_EXCEPTION_GROUP = ExceptionTypes.declare("BaseExceptionGroup", BASE_EXCEPTION);
    public static final PyType EXCEPTION = ExceptionTypes.declare("Exception", BASE_EXCEPTION);
    public static final PyType STOP_ITERATION = ExceptionTypes.declare("StopIteration", EXCEPTION);
    public static final PyType STOP_ASYNC_ITERATION = ExceptionTypes.declare("StopAsyncIteration", EXCEPTION);
    public static final PyType ARITHMETIC_ERROR = ExceptionTypes.declare("ArithmeticError", EXCEPTION);
    public static final PyType FLOATING_POINT_ERROR = ExceptionTypes.declare("FloatingPointError", ARITHMETIC_ERROR);
    public static final PyType OVERFLOW_ERROR = ExceptionTypes.declare("OverflowError", ARITHMETIC_ERROR);
    public static final PyType ZERO_DIVISION_ERROR = ExceptionTypes.declare("ZeroDivisionError", ARITHMETIC_ERROR);
    public static final PyType ASSERTION_ERROR = ExceptionTypes.declare("AssertionError", EXCEPTION);
    public static final PyType ATTRIBUTE_ERROR = ExceptionTypes.declare("AttributeError", EXCEPTION);
    public static final PyType BUFFER_ERROR = ExceptionTypes.declare("BufferError", EXCEPTION);
    public static final PyType EOF_ERROR = ExceptionTypes.declare("EOFError", EXCEPTION);
    public static final PyType IMPORT_ERROR = ExceptionTypes.declare("ImportError", EXCEPTION);
    public static final PyType MODULE_NOT_FOUND_ERROR = ExceptionTypes.declare("ModuleNotFoundError", IMPORT_ERROR);
    public static final PyType LOOKUP_ERROR = ExceptionTypes.declare("LookupError", EXCEPTION);
    public static final PyType INDEX_ERROR = ExceptionTypes.declare("IndexError", LOOKUP_ERROR);
    public static final PyType KEY_ERROR = ExceptionTypes.declare("KeyError", LOOKUP_ERROR);
    public static final PyType MEMORY_ERROR = ExceptionTypes.declare("MemoryError", EXCEPTION);
    public static final PyType NAME_ERROR = ExceptionTypes.declare("NameError", EXCEPTION);
    public static final PyType UNBOUND_LOCAL_ERROR = ExceptionTypes.declare("UnboundLocalError", NAME_ERROR);
    public static final PyType OS_ERROR = ExceptionTypes.declare("OSError", EXCEPTION);
    public static final PyType BLOCKING_IO_ERROR = ExceptionTypes.declare("BlockingIOError", OS_ERROR);
    public static final PyType CHILD_PROCESS_ERROR = ExceptionTypes.declare("ChildProcessError", OS_ERROR);
    public static final PyType CONNECTION_ERROR = ExceptionTypes.declare("ConnectionError", OS_ERROR);
    public static final PyType BROKEN_PIPE_ERROR = ExceptionTypes.declare("BrokenPipeError", CONNECTION_ERROR);
    public static final PyType CONNECTION_ABORTED_ERROR =
            ExceptionTypes.declare("ConnectionAbortedError", CONNECTION_ERROR);
    public static final PyType CONNECTION_REFUSED_ERROR =
            ExceptionTypes.declare("ConnectionRefusedError", CONNECTION_ERROR);
    public static final PyType CONNECTION_RESET_ERROR =
            ExceptionTypes.declare("ConnectionResetError", CONNECTION_ERROR);
    public static final PyType FILE_EXISTS_ERROR = ExceptionTypes.declare("FileExistsError", OS_ERROR);
    public static final PyType FILE_NOT_FOUND_ERROR = ExceptionTypes.declare("FileNotFoundError", OS_ERROR);
    public static final PyType INTERRUPTED_ERROR = ExceptionTypes.declare("InterruptedError", OS_ERROR);
    public static final PyType IS_A_DIRECTORY_ERROR = ExceptionTypes.declare("IsADirectoryError", OS_ERROR);
    public static final PyType NOT_A_DIRECTORY_ERROR = ExceptionTypes.declare("NotADirectoryError", OS_ERROR);
    public static final PyType PERMISSION_ERROR = ExceptionTypes.declare("PermissionError", OS_ERROR);
    public static final PyType PROCESS_LOOKUP_ERROR = ExceptionTypes.declare("ProcessLookupError", OS_ERROR);
    public static final PyType TIMEOUT_ERROR = ExceptionTypes.declare("TimeoutError", OS_ERROR);
    public static final PyType REFERENCE_ERROR = ExceptionTypes.declare("ReferenceError", EXCEPTION);
    public static final PyType RUNTIME_ERROR = ExceptionTypes.declare("RuntimeError", EXCEPTION);
    public static final PyType NOT_IMPLEMENTED_ERROR = ExceptionTypes.declare("NotImplementedError", RUNTIME_ERROR);
    public static final PyType RECURSION_ERROR = ExceptionTypes.declare("RecursionError", RUNTIME_ERROR);
    public static final PyType SYNTAX_ERROR = ExceptionTypes.declare("SyntaxError", EXCEPTION);
    public static final PyType INDENTATION_ERROR = ExceptionTypes.declare("IndentationError", SYNTAX_ERROR);
    public static final PyType TAB_ERROR = ExceptionTypes.declare("TabError", INDENTATION_ERROR);
    public static final PyType SYSTEM_ERROR = ExceptionTypes.declare("SystemError", EXCEPTION);
    public static final PyType TYPE_ERROR = ExceptionTypes.declare("TypeError", EXCEPTION);
    public static final PyType VALUE_ERROR = ExceptionTypes.declare("ValueError", EXCEPTION);
    public static final PyType UNICODE_ERROR = ExceptionTypes.declare("UnicodeError", VALUE_ERROR);
    public static final PyType UNICODE_DECODE_ERROR = ExceptionTypes.declare("UnicodeDecodeError", UNICODE_ERROR);
    public static final PyType UNICODE_ENCODE_ERROR = ExceptionTypes.declare("UnicodeEncodeError", UNICODE_ERROR);
    public static final PyType UNICODE_TRANSLATE_ERROR = ExceptionTypes.declare("UnicodeTranslateError", UNICODE_ERROR);
    public static final PyType WARNING = ExceptionTypes.declare("Warning", EXCEPTION);
    public static final PyType DEPRECATION_WARNING = ExceptionTypes.declare("DeprecationWarning", WARNING);
    public static final PyType PENDING_DEPRECATION_WARNING =
            ExceptionTypes.declare("PendingDeprecationWarning", WARNING);
    public static final PyType RUNTIME_WARNING = ExceptionTypes.declare("RuntimeWarning", WARNING);
    public static final PyType SYNTAX_WARNING = ExceptionTypes.declare("SyntaxWarning", WARNING);
    public static final PyType USER_WARNING = ExceptionTypes.declare("UserWarning", WARNING);
    public static final PyType FUTURE_WARNING = ExceptionTypes.declare("FutureWarning", WARNING);
    public static final PyType IMPORT_WARNING = ExceptionTypes.declare("ImportWarning", WARNING);
    public static final PyType UNICODE_WARNING = ExceptionTypes.declare("UnicodeWarning", WARNING);
    public static final PyType BYTES_WARNING = ExceptionTypes.declare("BytesWarning", WARNING);
    public static final PyType ENCODING_WARNING = ExceptionTypes.declare("EncodingWarning", WARNING);
    public static final PyType RESOURCE_WARNING = ExceptionTypes.declare("ResourceWarning", WARNING);

    /** Every built-in exception type, bases before what derives from them. */
    public static final List<PyType> ALL = List.of(
            BASE_EXCEPTION,
            SYSTEM_EXIT,
            KEYBOARD_INTERRUPT,
            GENERATOR_EXIT,
            BASE_EXCEPTION_GROUP,
            EXCEPTION,
            STOP_ITERATION,
            STOP_ASYNC_ITERATION,
            ARITHMETIC_ERROR,
            FLOATING_POINT_ERROR,
            OVERFLOW_ERROR,
            ZERO_DIVISION_ERROR,
            ASSERTION_ERROR,
            ATTRIBUTE_ERROR,
            BUFFER_ERROR,
            EOF_ERROR,
            IMPORT_ERROR,
            MODULE_NOT_FOUND_ERROR,
            LOOKUP_ERROR,
            INDEX_ERROR,
            KEY_ERROR,
            MEMORY_ERROR,
            NAME_ERROR,
            UNBOUND_LOCAL_ERROR,
            OS_ERROR,
            BLOCKING_IO_ERROR,
            CHILD_PROCESS_ERROR,
            CONNECTION_ERROR,
            BROKEN_PIPE_ERROR,
            CONNECTION_ABORTED_ERROR,
            CONNECTION_REFUSED_ERROR,
            CONNECTION_RESET_ERROR,
            FILE_EXISTS_ERROR,
            FILE_NOT_FOUND_ERROR,
            INTERRUPTED_ERROR,
            IS_A_DIRECTORY_ERROR,
            NOT_A_DIRECTORY_ERROR,
            PERMISSION_ERROR,
            PROCESS_LOOKUP_ERROR,
            TIMEOUT_ERROR,
            REFERENCE_ERROR,
            RUNTIME_ERROR,
            NOT_IMPLEMENTED_ERROR,
            RECURSION_ERROR,
            SYNTAX_ERROR,
            INDENTATION_ERROR,
            TAB_ERROR,
            SYSTEM_ERROR,
            TYPE_ERROR,
            VALUE_ERROR,
            UNICODE_ERROR,
            UNICODE_DECODE_ERROR,
            UNICODE_ENCODE_ERROR,
            UNICODE_TRANSLATE_ERROR,
            WARNING,
            DEPRECATION_WARNING,
            PENDING_DEPRECATION_WARNING,
            RUNTIME_WARNING,
            SYNTAX_WARNING,
            USER_WARNING,
            FUTURE_WARNING,
            IMPORT_WARNING,
            UNICODE_WARNING,
            BYTES_WARNING,
            ENCODING_WARNING,
            RESOURCE_WARNING);

    private Exceptions() {}

    /** Makes an exception of a built-in type, as calling the type with these arguments does. */
    public static PyBaseException create(PyType type, PyTuple args) {
        return ExceptionTypes.create(type, args);
    }

    /**
     * Makes an exception class of a built-in module ({@code PyErr_NewException}): one for each interpreter.
     *
     * @param qualifiedName module and name, such as {@code struct.error}
     */
    public static PyType define(ThreadState thread, String qualifiedName, PyType base) {
        int dot = qualifiedName.lastIndexOf('.');
        PyDict namespace = new PyDict();
        namespace.put(org.pyvm.objects.Names.MODULE, PyStr.of(qualifiedName.substring(0, dot)));
        PyObject name = PyStr.of(qualifiedName.substring(dot + 1));
        return (PyType)
                org.pyvm.objects.protocol.Calls.instantiate(thread, PyType.TYPE, name, PyTuple.of(base), namespace);
    }

    /** Sets a field that a built-in exception has beside its arguments, such as {@code name} of an AttributeError. */
    public static void setField(PyBaseException exception, PyStr name, PyObject value) {
        exception.setField(name, value);
    }

    /** The {@code value} of a StopIteration. */
    public static PyObject stopIterationValue(PyBaseException exception) {
        PyObject value = exception.field(org.pyvm.objects.Names.VALUE_NAME);
        return value == null ? Singletons.NONE : value;
    }

    /** The type {@code ExceptionGroup}, which derives from two built-in types and so is made in each interpreter. */
    public static PyType exceptionGroup(ThreadState thread) {
        return ExceptionTypes.exceptionGroup(thread);
    }

    /** Makes the class {@code ExceptionGroup} of an interpreter. */
    public static PyType makeExceptionGroup(ThreadState thread) {
        PyDict namespace = new PyDict();
        namespace.put("__module__", PyStr.intern("builtins"));
        return (PyType) Calls.call(
                thread,
                PyType.TYPE,
                PyStr.intern("ExceptionGroup"),
                PyTuple.of(BASE_EXCEPTION_GROUP, EXCEPTION),
                namespace);
    }

    /** The members of an exception group, or null for another exception. */
    public static PyTuple groupMembers(PyBaseException exception) {
        return exception.type().isSubtypeOf(BASE_EXCEPTION_GROUP)
                        && exception.args().size() > 1
                ? (PyTuple) exception.field(PyStr.intern("exceptions"))
                : null;
    }

    /** A group's tree with only the given leaves, by {@code derive}; None when there is none of them in it. */
    public static PyObject keepLeaves(ThreadState thread, PyBaseException group, List<PyObject> leaves) {
        return ExceptionTypes.keepLeaves(thread, group, leaves);
    }
}
