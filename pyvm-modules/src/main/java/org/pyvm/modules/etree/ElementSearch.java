package org.pyvm.modules.etree;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** Methods of elements that find others. A path that is a mere tag is looked for here, others in {@code xml.etree.ElementPath}. */
final class ElementSearch {
    private static final PyStr FIND = PyStr.intern("find");
    private static final PyStr FIND_TEXT = PyStr.intern("findtext");
    private static final PyStr FIND_ALL = PyStr.intern("findall");
    private static final PyStr ITER_FIND = PyStr.intern("iterfind");

    private ElementSearch() {}

    private static boolean isMereTag(PyObject path, PyObject namespaces) {
        if (namespaces != Singletons.NONE) {
            return false;
        }
        if (path instanceof PyStr text) {
            return text.bmp() == null ? isMereTag(text.toString()) : isMereTag(text.bmp());
        }
        return path instanceof PyBytes bytes
                && isMereTag(new String(bytes.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Whether a path has none of the characters that mean something in paths, but in the name of a namespace. */
    private static boolean isMereTag(String path) {
        if (path.length() >= 3 && (path.startsWith("{}") || path.startsWith("{*}"))) {
            return false;
        }
        boolean inNamespace = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{') {
                inNamespace = true;
            } else if (c == '}') {
                inNamespace = false;
            } else if (!inNamespace && (c == '/' || c == '*' || c == '[' || c == '@' || c == '.')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the tag is the one that is looked for. */
    static boolean matches(ThreadState thread, PyObject tag, PyObject sought) {
        // Tags of one document are one object each.
        if (tag == sought) {
            return true;
        }
        return tag.getClass() == PyStr.class && sought.getClass() == PyStr.class
                ? ((PyStr) tag).sameText((PyStr) sought)
                : Comparisons.equal(thread, tag, sought);
    }

    private static PyElement firstOrNull(ThreadState thread, PyElement self, PyObject tag) {
        for (int i = 0; i < self.count(); i++) {
            PyElement child = self.child(i);
            if (matches(thread, child.tag, tag)) {
                return child;
            }
        }
        return null;
    }

    private static PyObject byPath(ThreadState thread, PyStr function, PyObject... args) {
        return Calls.callMethod(thread, ElementTreeState.of(thread).elementPath(thread), function, args);
    }

    @PythonMethod("find($self, /, path, namespaces=None)")
    static PyObject find(ThreadState thread, PyElement self, PyObject path, PyObject namespaces) {
        if (!isMereTag(path, namespaces)) {
            return byPath(thread, FIND, self, path, namespaces);
        }
        PyElement found = firstOrNull(thread, self, path);
        return found == null ? Singletons.NONE : found;
    }

    @PythonMethod("findtext($self, /, path, default=None, namespaces=None)")
    static PyObject findText(
            ThreadState thread, PyElement self, PyObject path, PyObject otherwise, PyObject namespaces) {
        if (!isMereTag(path, namespaces)) {
            return byPath(thread, FIND_TEXT, self, path, otherwise, namespaces);
        }
        PyElement found = firstOrNull(thread, self, path);
        if (found == null) {
            return otherwise;
        }
        PyObject text = found.text(thread);
        return text == Singletons.NONE ? PyStr.EMPTY : text;
    }

    @PythonMethod("findall($self, /, path, namespaces=None)")
    static PyObject findAll(ThreadState thread, PyElement self, PyObject path, PyObject namespaces) {
        if (!isMereTag(path, namespaces)) {
            return byPath(thread, FIND_ALL, self, path, namespaces);
        }
        PyList found = new PyList();
        for (int i = 0; i < self.count(); i++) {
            PyElement child = self.child(i);
            if (matches(thread, child.tag, path)) {
                found.append(child);
            }
        }
        return found;
    }

    @PythonMethod("iterfind($self, /, path, namespaces=None)")
    static PyObject iterFind(ThreadState thread, PyElement self, PyObject path, PyObject namespaces) {
        return byPath(thread, ITER_FIND, self, path, namespaces);
    }

    @PythonMethod("iter($self, /, tag=None)")
    static PyObject iter(PyElement self, PyObject tag) {
        boolean all = tag instanceof PyStr text && text.is("*")
                || tag instanceof PyBytes bytes && bytes.size() == 1 && bytes.get(0) == '*';
        return new ElementIterator(self, all ? Singletons.NONE : tag, false);
    }

    @PythonMethod("itertext($self, /)")
    static PyObject iterText(PyElement self) {
        return new ElementIterator(self, Singletons.NONE, true);
    }
}
