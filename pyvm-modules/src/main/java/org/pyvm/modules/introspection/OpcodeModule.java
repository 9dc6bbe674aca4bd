package org.pyvm.modules.introspection;

import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.tokenizer.CompilationContext.Mode;

/** The module {@code _opcode}: what the table of instructions says about one of them. */
@PythonModule("_opcode")
public final class OpcodeModule {
    /** Items that an instruction puts on the stack, less those it takes. @param jump None for the larger of both ways */
    @PythonFunction("stack_effect(opcode, oparg=None, /, *, jump=None)")
    static int stackEffect(ThreadState thread, int number, PyObject argument, PyObject jump) {
        if (jump != Singletons.NONE && jump != Singletons.TRUE && jump != Singletons.FALSE) {
            throw PyErr.valueError("stack_effect: jump must be False, True or None");
        }
        boolean takesArgument = number >= Opcode.HAVE_ARGUMENT;
        if (takesArgument && argument == Singletons.NONE) {
            throw PyErr.valueError("stack_effect: opcode requires oparg but oparg was not specified");
        }
        if (!takesArgument && argument != Singletons.NONE) {
            throw PyErr.valueError("stack_effect: opcode does not permit oparg but oparg was specified");
        }
        int value = takesArgument ? Convert.toInt(thread, argument) : 0;
        Opcode opcode = number < 0 || number > 255 ? null : instructions(thread).opcode(number);
        if (opcode == null) {
            throw PyErr.valueError("invalid opcode or oparg");
        }
        if (jump == Singletons.NONE) {
            return Math.max(opcode.stackEffect(value, false), opcode.stackEffect(value, opcode.isJump()));
        }
        return opcode.stackEffect(value, jump == Singletons.TRUE && opcode.isJump());
    }

    private static InstructionSet instructions(ThreadState thread) {
        var context = Compilation.withDefaultSyntax(thread, Compilation.context(thread, "<string>", Mode.FILE, 0, -1));
        var frontEnd = thread.interpreter().service(FrontEnds.class).with(context.syntax());
        return frontEnd.compiler() instanceof CfgCompiler compiler ? compiler.instructions() : InstructionSet.python();
    }

    /** Specialisations are counted elsewhere, if at all. */
    @PythonFunction("get_specialization_stats()")
    static PyObject specializationStats() {
        return Singletons.NONE;
    }
}
