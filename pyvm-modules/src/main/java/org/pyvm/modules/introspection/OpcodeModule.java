package org.pyvm.modules.introspection;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Disassembler;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * The module {@code _opcode}: what the table of instructions says, those of plugins that have been switched on included. The
 * library's {@code opcode} and {@code dis} are made of it.
 */
@PythonModule("_opcode")
public final class OpcodeModule {
    /** Items that an instruction puts on the stack, less those it takes. @param jump None for the larger of both ways */
    @PythonFunction("stack_effect(opcode, oparg=None, /, *, jump=None)")
    static int stackEffect(ThreadState thread, int number, PyObject argument, PyObject jump) {
        if (jump != Singletons.NONE && jump != Singletons.TRUE && jump != Singletons.FALSE) {
            throw PyErr.valueError("stack_effect: jump must be False, True or None");
        }
        Opcode opcode = opcode(thread, number);
        // From HAVE_ARGUMENT on instructions without one may be called with the 0 that stands behind them, or without.
        boolean needed = opcode == null ? number >= Opcode.HAVE_ARGUMENT : opcode.hasArgument();
        if (needed && argument == Singletons.NONE) {
            throw PyErr.valueError("stack_effect: opcode requires oparg but oparg was not specified");
        }
        if (number < Opcode.HAVE_ARGUMENT && argument != Singletons.NONE) {
            throw PyErr.valueError("stack_effect: opcode does not permit oparg but oparg was specified");
        }
        int value = argument == Singletons.NONE ? 0 : Convert.toInt(thread, argument);
        if (opcode == null) {
            throw PyErr.valueError("invalid opcode or oparg");
        }
        if (jump == Singletons.NONE) {
            return Math.max(opcode.stackEffect(value, false), opcode.stackEffect(value, opcode.isJump()));
        }
        return opcode.stackEffect(value, jump == Singletons.TRUE && opcode.isJump());
    }

    private static Opcode opcode(ThreadState thread, int number) {
        if (number < 0 || number > 255) {
            return null;
        }
        Opcode own = InstructionSet.python().opcode(number);
        if (own != null) {
            return own;
        }
        PluginOpcodes.Entry added = PluginOpcodes.of(thread.interpreter()).get(number);
        return added == null ? null : added.row();
    }

    /**
     * The instructions with numbers from one on: number, name, kind of argument (as {@link Opcode.Argument} names it, in
     * small letters), and whether {@link #argumentText} has more to say of an argument.
     */
    @PythonFunction("rows(first=0, /)")
    static PyTuple rows(ThreadState thread, int first) {
        List<PyObject> rows = new ArrayList<>();
        for (int number = Math.max(first, 0); number < 256; number++) {
            Opcode row = opcode(thread, number);
            if (row != null) {
                rows.add(PyTuple.of(
                        PyInt.of(number),
                        PyStr.intern(row.name()),
                        PyStr.intern(row.argument().name().toLowerCase(java.util.Locale.ROOT)),
                        PyBool.of(row.form() != null)));
            }
        }
        return PyTuple.of(rows.toArray(PyObject[]::new));
    }

    /** Names of the comparisons, by the argument of COMPARE_OP. */
    @PythonFunction("comparisons()")
    static PyTuple comparisons() {
        return PyTuple.of(InstructionSet.COMPARISONS.stream().map(PyStr::of).toArray(PyObject[]::new));
    }

    /** How an instruction's own row shows an argument. @param code that it is in, or None */
    @PythonFunction("argument_text(opcode, oparg, code=None, /)")
    static PyStr argumentText(ThreadState thread, int number, int argument, PyObject code) {
        Opcode opcode = opcode(thread, number);
        if (opcode == null || opcode.form() == null) {
            return PyStr.EMPTY;
        }
        CodeObject object = code instanceof PyCode python ? python.code() : null;
        return PyStr.of(opcode.form()
                .show(
                        argument,
                        object == null ? List.of() : object.constants(),
                        object == null ? List.of() : object.names()));
    }

    /** Where lines begin in a listing as CPython 3.6 makes it: offsets and lines in turn. */
    @PythonFunction("line_starts(code, /)")
    static PyTuple lineStarts(PyCode code) {
        List<PyObject> starts = new ArrayList<>();
        Disassembler.lineStarts(code.code()).forEach((offset, line) -> {
            starts.add(PyInt.of(offset));
            starts.add(PyInt.of(line));
        });
        return PyTuple.of(starts.toArray(PyObject[]::new));
    }

    /** Specialisations are counted elsewhere, if at all. */
    @PythonFunction("get_specialization_stats()")
    static PyObject specializationStats() {
        return Singletons.NONE;
    }
}
