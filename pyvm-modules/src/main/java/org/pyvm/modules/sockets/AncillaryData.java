package org.pyvm.modules.sockets;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.OpenSocket.Control;
import org.pyvm.objects.host.SocketOptions;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/** What goes with a message: triples of level, type and bytes. Descriptors among the bytes are the interpreter's own. */
final class AncillaryData {
    /** {@code MSG_CMSG_CLOEXEC}. */
    private static final int CLOSE_ON_EXEC = 0x40000000;

    private AncillaryData() {}

    static List<Control> parse(ThreadState thread, PyObject ancillary) {
        List<Control> controls = new ArrayList<>();
        for (PyObject message : Sequences.fast(thread, ancillary, "sendmsg() argument 2 must be an iterable")) {
            String refusal = "[sendmsg() ancillary data items]() argument must be sequence of length 3";
            PyObject[] parts = Sequences.fast(thread, message, refusal);
            if (parts.length != 3) {
                throw PyErr.typeError("%s, not %d", refusal, parts.length);
            }
            int level = Convert.toInt(thread, parts[0]);
            int type = Convert.toInt(thread, parts[1]);
            byte[] data = Convert.toByteArray(thread, parts[2]);
            List<OpenFile> files = new ArrayList<>();
            if (level == SocketOptions.SOL_SOCKET && type == SocketOptions.SCM_RIGHTS) {
                files = files(thread, data);
                data = new byte[0];
            }
            controls.add(new Control(level, type, files, data));
        }
        return controls;
    }

    private static List<OpenFile> files(ThreadState thread, byte[] numbers) {
        List<OpenFile> files = new ArrayList<>();
        if (numbers.length % Integer.BYTES != 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        DescriptorTable table = thread.interpreter().service(Host.class).descriptors();
        for (int at = 0; at < numbers.length; at += Integer.BYTES) {
            int number = SocketOptionBytes.word(numbers, at);
            if (!table.isOpen(number)) {
                throw HostErrors.of(thread, Errno.EBADF);
            }
            files.add(table.get(number));
        }
        return files;
    }

    /** Gives the files that came with a message numbers. */
    static PyList toPython(ThreadState thread, OpenSocket.Message message) {
        DescriptorTable table = thread.interpreter().service(Host.class).descriptors();
        PyList list = new PyList();
        for (Control control : message.controls()) {
            byte[] bytes = new byte[Integer.BYTES * control.files().size() + control.data().length];
            int at = 0;
            for (OpenFile file : control.files()) {
                int number = table.install(file);
                table.setInheritable(number, (message.flags() & CLOSE_ON_EXEC) == 0);
                SocketOptionBytes.setWord(bytes, at, number);
                at += Integer.BYTES;
            }
            System.arraycopy(control.data(), 0, bytes, at, control.data().length);
            list.append(PyTuple.of(PyInt.of(control.level()), PyInt.of(control.type()), PyBytes.of(bytes)));
        }
        return list;
    }
}
