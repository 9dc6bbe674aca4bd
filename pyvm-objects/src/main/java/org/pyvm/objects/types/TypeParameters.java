package org.pyvm.objects.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;

/**
 * Type variables in {@code list[T]} and {@code int | T}: which there are, and what becomes of them in {@code list[T][int]}
 * (PEP 585, 604, 646). What a type variable is, is left to the special methods by which {@code typing} defines it.
 */
final class TypeParameters {
    private static final PyStr UNPACKED_TUPLE_ARGS = PyStr.intern("__typing_unpacked_tuple_args__");
    private static final PyStr IS_UNPACKED_TYPEVARTUPLE = PyStr.intern("__typing_is_unpacked_typevartuple__");

    private TypeParameters() {}

    /** The type variables in arguments, each once, in order of appearance. */
    static PyTuple of(ThreadState thread, PyTuple args) {
        List<PyObject> found = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            PyObject arg = args.get(i);
            if (arg instanceof PyType) {
                continue;
            }
            if (Attributes.getOrNull(thread, arg, Names.TYPING_SUBST) != null) {
                addNew(found, arg);
            } else if (Attributes.getOrNull(thread, arg, Names.PARAMETERS) instanceof PyTuple inner) {
                for (int j = 0; j < inner.size(); j++) {
                    addNew(found, inner.get(j));
                }
            }
        }
        return PyTuple.of(found.toArray(PyObject[]::new));
    }

    private static void addNew(List<PyObject> found, PyObject parameter) {
        if (indexOf(found, parameter) < 0) {
            found.add(parameter);
        }
    }

    private static int indexOf(List<PyObject> list, PyObject object) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == object) {
                return i;
            }
        }
        return -1;
    }

    /** The arguments with type variables replaced by what {@code alias[item]} gives for them. */
    static PyTuple substitute(ThreadState thread, PyObject alias, PyTuple args, PyTuple parameters, PyObject item) {
        if (parameters.size() == 0) {
            throw PyErr.typeError("%r is not a generic class", alias);
        }
        PyObject prepared = unpackArguments(thread, item);
        for (int i = 0; i < parameters.size(); i++) {
            PyObject prepare = Attributes.getOrNull(thread, parameters.get(i), Names.TYPING_PREPARE_SUBST);
            if (prepare != null && prepare != Singletons.NONE) {
                PyObject given = prepared instanceof PyTuple ? prepared : PyTuple.of(prepared);
                prepared = Calls.call(thread, prepare, alias, given);
            }
        }
        PyObject[] values = prepared instanceof PyTuple tuple ? tuple.itemsUnsafe() : new PyObject[] {prepared};
        if (values.length != parameters.size()) {
            throw PyErr.typeError(
                    "Too %s arguments for %r; actual %d, expected %d",
                    values.length > parameters.size() ? "many" : "few", alias, values.length, parameters.size());
        }
        List<PyObject> variables = Arrays.asList(parameters.itemsUnsafe());
        List<PyObject> result = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            substituteOne(thread, args.get(i), variables, values, result);
        }
        return PyTuple.of(result.toArray(PyObject[]::new));
    }

    private static void substituteOne(
            ThreadState thread, PyObject arg, List<PyObject> variables, PyObject[] values, List<PyObject> result) {
        if (arg instanceof PyType) {
            result.add(arg);
            return;
        }
        PyObject flag = Attributes.getOrNull(thread, arg, IS_UNPACKED_TYPEVARTUPLE);
        boolean unpacked = flag != null && Objects.isTrue(thread, flag);
        PyObject subst = Attributes.getOrNull(thread, arg, Names.TYPING_SUBST);
        PyObject replaced = subst != null
                ? Calls.call(thread, subst, values[indexOf(variables, arg)])
                : substituteInside(thread, arg, variables, values);
        if (unpacked && replaced instanceof PyTuple several) {
            result.addAll(Arrays.asList(several.itemsUnsafe()));
        } else {
            result.add(replaced);
        }
    }

    /** {@code dict[str, T]} as an argument: is subscripted with the values of its own variables. */
    private static PyObject substituteInside(
            ThreadState thread, PyObject arg, List<PyObject> variables, PyObject[] values) {
        if (!(Attributes.getOrNull(thread, arg, Names.PARAMETERS) instanceof PyTuple inner) || inner.size() == 0) {
            return arg;
        }
        List<PyObject> subscript = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            PyObject variable = inner.get(i);
            int at = indexOf(variables, variable);
            if (at < 0) {
                subscript.add(variable);
            } else if (values[at] instanceof PyTuple several
                    && variable.type().slots().has(Slot.TP_ITER)) {
                // A TypeVarTuple stands for any number of arguments.
                subscript.addAll(Arrays.asList(several.itemsUnsafe()));
            } else {
                subscript.add(values[at]);
            }
        }
        return Objects.getItem(thread, arg, PyTuple.of(subscript.toArray(PyObject[]::new)));
    }

    /** {@code *tuple[int, str]} among the arguments counts as its two. */
    private static PyObject unpackArguments(ThreadState thread, PyObject item) {
        PyObject[] given = item instanceof PyTuple tuple ? tuple.itemsUnsafe() : new PyObject[] {item};
        List<PyObject> unpacked = new ArrayList<>();
        for (PyObject arg : given) {
            PyObject inner = arg instanceof PyType ? null : Attributes.getOrNull(thread, arg, UNPACKED_TUPLE_ARGS);
            if (inner instanceof PyTuple several
                    && !(several.size() > 0 && several.get(several.size() - 1) == Singletons.ELLIPSIS)) {
                unpacked.addAll(Arrays.asList(several.itemsUnsafe()));
            } else {
                unpacked.add(arg);
            }
        }
        return PyTuple.of(unpacked.toArray(PyObject[]::new));
    }

    /** A type as it is shown among the arguments: by its qualified name, with its module if that is not builtins. */
    static PyStr repr(ThreadState thread, PyObject arg) {
        if (Attributes.getOrNull(thread, arg, Names.ORIGIN) != null
                && Attributes.getOrNull(thread, arg, Names.ARGS) != null) {
            return Objects.repr(thread, arg);
        }
        PyObject name = Attributes.getOrNull(thread, arg, Names.QUALNAME);
        if (name == null) {
            return Objects.repr(thread, arg);
        }
        PyObject module = Attributes.getOrNull(thread, arg, Names.MODULE);
        if (module == null || module == Singletons.NONE) {
            return Objects.repr(thread, arg);
        }
        PyStr shown = Objects.str(thread, name);
        if (module instanceof PyStr text && text.is("builtins")) {
            return shown;
        }
        return new StrBuilder()
                .append(Objects.str(thread, module))
                .append('.')
                .append(shown)
                .toPyStr();
    }
}
