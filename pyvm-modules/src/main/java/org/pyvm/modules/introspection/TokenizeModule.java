package org.pyvm.modules.introspection;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;

/** The module {@code _tokenize}: the tokens as the parser gets them, comments and blank lines left out. */
@PythonModule("_tokenize")
public final class TokenizeModule {
    @PythonConstant("TokenizerIter")
    static final PyObject TOKENIZER_ITER = PyTokenizerIter.TYPE;
}
