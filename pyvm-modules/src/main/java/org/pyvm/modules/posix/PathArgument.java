package org.pyvm.modules.posix;

import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/**
 * A path that was given to a function of {@code posix}, or a descriptor in its place.
 *
 * @param object what the caller gave, {@code __fspath__} applied: named in errors
 * @param path as the host wants it; null for a descriptor
 * @param descriptor -1 for a path
 * @param isBytes whether results are bytes too
 */
record PathArgument(PyObject object, String path, int descriptor, boolean isBytes) {
    /** A path. */
    static PathArgument of(ThreadState thread, String function, String argument, PyObject value) {
        return convert(thread, function, argument, value, false, "string, bytes or os.PathLike");
    }

    /** A path of the parameter {@code path}. */
    static PathArgument of(ThreadState thread, String function, PyObject value) {
        return of(thread, function, "path", value);
    }

    /** A path or a descriptor. */
    static PathArgument orDescriptor(ThreadState thread, String function, PyObject value) {
        return convert(thread, function, "path", value, true, "string, bytes, os.PathLike or integer");
    }

    /** A path, a descriptor, or None, which is the current directory. */
    static PathArgument orNone(ThreadState thread, String function, PyObject value) {
        if (value == Singletons.NONE) {
            return new PathArgument(Singletons.NONE, ".", -1, false);
        }
        return convert(thread, function, "path", value, true, "string, bytes, os.PathLike, integer or None");
    }

    private static PathArgument convert(
            ThreadState thread,
            String function,
            String argument,
            PyObject value,
            boolean orDescriptor,
            String expected) {
        PyObject path = value;
        if (!(path instanceof PyStr) && !(path instanceof PyBytes)) {
            if (orDescriptor && value.type().slots().has(Slot.NB_INDEX)) {
                return new PathArgument(value, null, Convert.toInt(thread, value), false);
            }
            PyObject method = value.type().lookup(Names.FSPATH);
            if (method == null && value.type().slots().has(Slot.BF_GETBUFFER)) {
                Warnings.warn(
                        thread,
                        Exceptions.DEPRECATION_WARNING,
                        function + ": " + argument + " should be " + expected + ", not "
                                + value.type().name(),
                        1);
                byte[] bytes = Convert.toByteArray(thread, value);
                return checked(value, FileSystemPaths.toHost(bytes), true, function, argument);
            }
            if (method == null) {
                throw PyErr.typeError("%s: %s should be %s, not %T", function, argument, expected, value);
            }
            path = Calls.callBound(thread, method, value);
        }
        boolean isBytes = path instanceof PyBytes;
        String text;
        if (path instanceof PyStr str) {
            text = FileSystemPaths.toHost(str);
        } else if (path instanceof PyBytes bytes) {
            text = FileSystemPaths.toHost(bytes.bytesUnsafe());
        } else {
            throw PyErr.typeError("expected %T.__fspath__() to return str or bytes, not %T", value, path);
        }
        return checked(path, text, isBytes, function, argument);
    }

    private static PathArgument checked(
            PyObject object, String text, boolean isBytes, String function, String argument) {
        if (text.indexOf('\0') >= 0) {
            throw isBytes
                    ? PyErr.valueError("%s: embedded null character in %s", function, argument)
                    : PyErr.valueError("embedded null byte");
        }
        return new PathArgument(object, text, -1, isBytes);
    }

    /** The path, starting from an open directory if it is relative. @param directory None for the current one */
    String from(ThreadState thread, PyObject directory) {
        if (directory == Singletons.NONE) {
            return path;
        }
        int number = directoryDescriptor(thread, directory);
        if (path.startsWith("/")) {
            return path;
        }
        String base = thread.interpreter()
                .service(Host.class)
                .descriptors()
                .get(number)
                .path();
        if (base == null) {
            throw new HostException(org.pyvm.objects.host.Errno.ENOTDIR, path);
        }
        return base + "/" + path;
    }

    private static int directoryDescriptor(ThreadState thread, PyObject directory) {
        if (!directory.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("argument should be integer or None, not %T", directory);
        }
        return Convert.toInt(thread, directory);
    }

    /** A name that the host gave, as the caller wants it. */
    PyObject result(String name) {
        return isBytes ? PyBytes.of(FileSystemPaths.toBytes(name)) : PyStr.of(name);
    }

    boolean isDescriptor() {
        return path == null;
    }

    /** A text that is not a path, such as the name of a variable, in the form in which the host wants paths. */
    static String text(ThreadState thread, PyObject value) {
        PyObject path = FileSystemPaths.fsPath(thread, value);
        String text = path instanceof PyStr str
                ? FileSystemPaths.toHost(str)
                : FileSystemPaths.toHost(((PyBytes) path).bytesUnsafe());
        if (text.indexOf('\0') >= 0) {
            throw PyErr.valueError("embedded null byte");
        }
        return text;
    }
}
