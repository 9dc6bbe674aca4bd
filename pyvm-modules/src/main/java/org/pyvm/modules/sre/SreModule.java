package org.pyvm.modules.sre;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.CharacterTypes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _sre}. */
@PythonModule("_sre")
public final class SreModule {
    @PythonConstant("MAGIC")
    static final int MAGIC = SreCode.MAGIC;

    @PythonConstant("CODESIZE")
    static final int CODE_SIZE = 4;

    @PythonConstant("MAXREPEAT")
    static final PyObject MAX_REPEAT = PyInt.of(0xFFFFFFFFL);

    @PythonConstant("MAXGROUPS")
    static final PyObject MAX_GROUPS = PyInt.of(SreCode.MAXGROUPS);

    @PythonConstant("copyright")
    static final PyObject COPYRIGHT = PyStr.of(" SRE 2.2.2 for pyvm ");

    SreModule() {}

    @PythonFunction("compile(pattern, flags, code, groups, groupindex, indexgroup)")
    static PyObject compile(
            ThreadState thread,
            PyObject pattern,
            int flags,
            PyList code,
            int groups,
            PyDict groupIndex,
            PyTuple indexGroup) {
        int[] words = new int[code.size()];
        for (int i = 0; i < words.length; i++) {
            PyInt word = Numbers.index(thread, code.get(i));
            if (word.signum() < 0 || word.bigValue().bitLength() > 32) {
                throw PyErr.overflowError("regular expression code size limit exceeded");
            }
            words[i] = (int) word.longValue();
        }
        try {
            return new PyPattern(pattern, flags, words, groups, groupIndex, indexGroup);
        } catch (InvalidCode e) {
            throw PyErr.runtimeError("invalid SRE code");
        }
    }

    @PythonFunction("getcodesize()")
    static int codeSize() {
        return CODE_SIZE;
    }

    @PythonFunction("ascii_iscased(character, /)")
    static boolean isCasedAscii(int character) {
        return character < 0x80 && Character.isLetter(character);
    }

    @PythonFunction("unicode_iscased(character, /)")
    static boolean isCasedUnicode(int character) {
        return CharacterTypes.toLower(character) != character || CharacterTypes.toUpper(character) != character;
    }

    @PythonFunction("ascii_tolower(character, /)")
    static int toLowerAscii(int character) {
        return SreCase.ASCII.lower(character);
    }

    @PythonFunction("unicode_tolower(character, /)")
    static int toLowerUnicode(int character) {
        return SreCase.UNICODE.lower(character);
    }

    @PythonFunction("getlower(character, flags, /)")
    static int toLower(int character, int flags) {
        boolean unicode = (flags & SreCode.FLAG_UNICODE) != 0 && (flags & SreCode.FLAG_LOCALE) == 0;
        return (unicode ? SreCase.UNICODE : SreCase.ASCII).lower(character);
    }
}
