package org.pyvm.modules.marshal;

import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;

/** Code that has not been read yet. */
record DeferredCode(byte[] bytes, int at, CodeNames names) implements PyCode.Deferred {
    @Override
    public PyCode read() {
        return new MarshalReader(ThreadState.current(), MarshalSource.of(bytes), at, names).readCode();
    }

    @Override
    public void renameFile(String from, String to) {
        names.renameFile(from, to);
    }
}
