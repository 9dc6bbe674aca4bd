package org.pyvm.modules.expat;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code pyexpat}: it says to be the expat whose ways the parser has. */
@PythonModule("pyexpat")
public final class ExpatModule {
    @PythonConstant("XMLParserType")
    static final PyType PARSER = PyXmlParser.TYPE;

    @PythonConstant("EXPAT_VERSION")
    static final String VERSION = "expat_2.5.0";

    @PythonConstant("version_info")
    static final PyObject VERSION_INFO = PyTuple.of(PyInt.of(2), PyInt.of(5), PyInt.of(0));

    @PythonConstant("native_encoding")
    static final String NATIVE_ENCODING = "UTF-8";

    @PythonConstant("XML_PARAM_ENTITY_PARSING_NEVER")
    static final int NEVER = 0;

    @PythonConstant("XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE")
    static final int UNLESS_STANDALONE = 1;

    @PythonConstant("XML_PARAM_ENTITY_PARSING_ALWAYS")
    static final int ALWAYS = 2;

    private static final String[] FEATURES = {
        "sizeof(XML_Char) 1",
        "sizeof(XML_LChar) 1",
        "XML_DTD 0",
        "XML_CONTEXT_BYTES 1024",
        "XML_NS 0",
        "XML_BLAP_MAX_AMP 100",
        "XML_BLAP_ACT_THRES 8388608"
    };
    private static final String MODEL = "XML_CTYPE_EMPTY 1 XML_CTYPE_ANY 2 XML_CTYPE_MIXED 3 XML_CTYPE_NAME 4"
            + " XML_CTYPE_CHOICE 5 XML_CTYPE_SEQ 6 XML_CQUANT_NONE 0 XML_CQUANT_OPT 1 XML_CQUANT_REP 2 XML_CQUANT_PLUS 3";

    ExpatModule() {}

    /** The exception, one for an interpreter. */
    private record ErrorType(PyType type) {}

    static PyType errorType(ThreadState thread) {
        return thread.interpreter()
                .service(
                        ErrorType.class,
                        () -> new ErrorType(
                                Exceptions.define(thread, "xml.parsers.expat.ExpatError", Exceptions.EXCEPTION)))
                .type();
    }

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        module.dict().put("ExpatError", errorType(thread));
        module.dict().put("error", errorType(thread));
        PyList features = new PyList();
        for (String feature : FEATURES) {
            int space = feature.indexOf(' ');
            features.append(PyTuple.of(
                    PyStr.of(feature.substring(0, space)), PyInt.of(Long.parseLong(feature.substring(space + 1)))));
        }
        module.dict().put("features", features);
        module.dict().put("errors", errors(thread));
        PyModule model = submodule(thread, "model", "Constants used to interpret content model information.");
        String[] words = MODEL.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            model.dict().put(words[i], PyInt.of(Long.parseLong(words[i + 1])));
        }
        module.dict().put("model", model);
    }

    private static PyModule submodule(ThreadState thread, String name, String doc) {
        PyModule module = new PyModule();
        PyStr full = PyStr.intern("pyexpat." + name);
        module.dict().put("__name__", full);
        module.dict().put("__doc__", PyStr.of(doc));
        module.dict().put("__package__", Singletons.NONE);
        module.dict().put("__loader__", Singletons.NONE);
        module.dict().put("__spec__", Singletons.NONE);
        thread.interpreter().modules.put(full, module);
        return module;
    }

    private static PyModule errors(ThreadState thread) {
        PyModule errors = submodule(thread, "errors", "Constants used to describe error conditions.");
        PyDict codes = new PyDict();
        PyDict messages = new PyDict();
        for (int i = 0; i < XmlFailure.ALL.size(); i++) {
            PyStr text = PyStr.intern(XmlFailure.ALL.get(i)[1]);
            errors.dict().put("XML_ERROR_" + XmlFailure.ALL.get(i)[0], text);
            codes.put(text, PyInt.of(i + 1));
            messages.put(thread, PyInt.of(i + 1), text);
        }
        errors.dict().put("codes", codes);
        errors.dict().put("messages", messages);
        return errors;
    }

    @PythonFunction("ErrorString(code, /)")
    PyObject errorString(long code) {
        return HandlerCalls.text(XmlFailure.text(code));
    }

    @PythonFunction("ParserCreate(encoding=None, namespace_separator=None, intern=<unrepresentable>)")
    PyObject parserCreate(ThreadState thread, PyObject encoding, PyObject separator, PyObject intern) {
        String named = textOrNull("encoding", encoding);
        String between = textOrNull("namespace_separator", separator);
        if (between != null && between.length() > 1) {
            throw PyErr.valueError("namespace_separator must be at most one character, omitted, or None");
        }
        PyDict names = intern == null ? new PyDict() : null;
        if (intern instanceof PyDict dict) {
            names = dict;
        } else if (intern != null && intern != Singletons.NONE) {
            throw PyErr.typeError("intern must be a dictionary");
        }
        return new PyXmlParser(
                thread, DocumentParser.Kind.DOCUMENT, new XmlDtd(), new Namespaces(between), named, names);
    }

    private static String textOrNull(String parameter, PyObject value) {
        return value == Singletons.NONE
                ? null
                : Convert.toString("ParserCreate", "argument '" + parameter + "'", "str or None", value);
    }
}
