package org.pyvm.modules.decimal;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _decimal}. */
@PythonModule("_decimal")
public final class DecimalModule {
    @PythonConstant("Decimal")
    static final PyType DECIMAL = PyDecimal.TYPE;

    @PythonConstant("Context")
    static final PyType CONTEXT = PyDecimalContext.TYPE;

    @PythonConstant("MAX_PREC")
    static final PyObject MAX_PREC = PyInt.of(DecimalContext.MAX_PREC);

    @PythonConstant("MAX_EMAX")
    static final PyObject MAX_EMAX = PyInt.of(DecimalContext.MAX_EMAX);

    @PythonConstant("MIN_EMIN")
    static final PyObject MIN_EMIN = PyInt.of(DecimalContext.MIN_EMIN);

    @PythonConstant("MIN_ETINY")
    static final PyObject MIN_ETINY = PyInt.of(DecimalContext.MIN_ETINY);

    @PythonConstant("HAVE_THREADS")
    static final PyObject HAVE_THREADS = PyBool.TRUE;

    @PythonConstant("HAVE_CONTEXTVAR")
    static final PyObject HAVE_CONTEXTVAR = PyBool.TRUE;

    @PythonConstant("__version__")
    static final PyObject VERSION = PyStr.ofBmp("1.70");

    @PythonConstant("__libmpdec_version__")
    static final PyObject LIBRARY_VERSION = PyStr.ofBmp("2.5.1");

    DecimalModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        DecimalState state = DecimalState.of(thread);
        PyDict dict = module.dict();
        dict.put("DecimalException", state.decimalException);
        for (DecimalState.Condition signal : state.signals) {
            dict.put(signal.exception().name(), signal.exception());
        }
        for (DecimalState.Condition condition : state.conditions) {
            dict.put(condition.exception().name(), condition.exception());
        }
        dict.put("DecimalTuple", state.decimalTuple);
        dict.put("DefaultContext", state.defaultContext);
        dict.put("BasicContext", state.basicContext);
        dict.put("ExtendedContext", state.extendedContext);
        for (Rounding rounding : Rounding.values()) {
            dict.put(rounding.name(), PyStr.intern(rounding.name()));
        }
        PyObject numbers = Importing.importModule(
                thread, PyStr.intern("numbers"), Singletons.NONE, PyTuple.of(PyStr.intern("Number")), 0);
        PyObject number = Attributes.get(thread, numbers, "Number");
        Calls.callMethod(thread, number, PyStr.intern("register"), PyDecimal.TYPE);
    }

    @PythonFunction("getcontext($module, /)")
    PyObject getContext(ThreadState thread) {
        return DecimalState.of(thread).current(thread);
    }

    @PythonFunction("setcontext($module, context, /)")
    void setContext(ThreadState thread, PyObject context) {
        if (!(context instanceof PyDecimalContext given)) {
            throw PyErr.typeError("argument must be a context");
        }
        DecimalState.of(thread).setCurrent(thread, given);
    }

    @PythonFunction(value = "localcontext(ctx=None, **kwargs)", raw = true)
    PyObject localContext(ThreadState thread, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        if (positional > 1) {
            throw PyErr.typeError("localcontext() takes at most 1 positional argument (%d given)", positional);
        }
        DecimalState state = DecimalState.of(thread);
        PyDecimalContext global = state.current(thread);
        PyObject given = positional == 1 ? args[0] : Arguments.named(args, names, "ctx");
        PyDecimalContext model = PyDecimalContext.of(thread, given);
        return new PyContextManager(model.copyWith(thread, names, args, positional), global);
    }
}
