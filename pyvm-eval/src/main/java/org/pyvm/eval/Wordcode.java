package org.pyvm.eval;

import static org.pyvm.compiler.Opcodes.*;

import java.util.BitSet;
import org.pyvm.objects.PyCode;

/** Reads wordcode, for strategies that make something else of it. */
public final class Wordcode {
    private Wordcode() {}

    /** Offset of the instruction that an offset leads to, behind EXTENDED_ARG prefixes. */
    public static int behindPrefixes(byte[] words, int offset) {
        int at = offset;
        while ((words[at] & 0xFF) == EXTENDED_ARG) {
            at += 2;
        }
        return at;
    }

    /** The argument of the instruction at an offset, prefixes before it included. */
    public static int argument(byte[] words, int offset) {
        int argument = words[offset + 1] & 0xFF;
        for (int at = offset - 2, shift = 8; at >= 0 && (words[at] & 0xFF) == EXTENDED_ARG; at -= 2, shift += 8) {
            argument |= (words[at + 1] & 0xFF) << shift;
        }
        return argument;
    }

    /** The variables that have a value wherever they are read: parameters that nothing deletes, and that are not in cells. */
    public static BitSet alwaysBound(PyCode code) {
        BitSet bound = new BitSet();
        bound.set(0, code.code().parameterCount());
        for (int i = 0; i < code.cellVars().length; i++) {
            int parameter = code.code().cellToArgument(i);
            if (parameter >= 0) {
                bound.clear(parameter);
            }
        }
        byte[] words = code.code().code();
        for (int offset = 0; offset < words.length; offset += 2) {
            if ((words[offset] & 0xFF) == DELETE_FAST) {
                bound.clear(argument(words, offset));
            }
        }
        return bound;
    }
}
