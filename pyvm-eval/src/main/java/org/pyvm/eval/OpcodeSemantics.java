package org.pyvm.eval;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * What an instruction of a plugin does. Its row says how many operands it takes from the value stack and how many results
 * it leaves; every strategy hands it the operands and takes the result, and none needs to know more. Stateless; called
 * by any thread that holds its interpreter's lock.
 */
@FunctionalInterface
public interface OpcodeSemantics {
    /**
     * Runs the instruction once.
     *
     * @param frame whose locals, cells and constants it may use; its value stack is the strategy's
     * @param argument 0 when the row has none
     * @param operands bottom first; the instruction's own to keep
     * @return the result; a tuple of the results for a row that gives several, the bottom one first; anything for one that
     *     gives none. For a conditional jump null asks for the jump
     * @throws org.pyvm.objects.PyErr a Python exception
     */
    PyObject execute(ThreadState thread, Frame frame, int argument, PyObject[] operands);
}
