package org.pyvm.modules.sqlite;

import java.lang.ref.PhantomReference;
import java.lang.ref.WeakReference;
import java.util.Set;
import org.pyvm.objects.PyObject;

/**
 * A statement or blob of the library, which is given back when its Python object ends, is dropped, or its connection is closed:
 * once. Used under the interpreter's lock.
 */
final class NativeHandle extends PhantomReference<PyObject> {
    private final Set<NativeHandle> siblings;
    private final boolean isBlob;
    private final long db;
    /** 0 when it has been given back, or there is none. */
    private long pointer;
    /** Who steps through the statement; null for nobody so far. */
    private WeakReference<PyCursor> user;

    /** @param siblings those of the connection, which keep each other */
    NativeHandle(SqliteState state, PyObject owner, boolean isBlob, long pointer, long db, Set<NativeHandle> siblings) {
        super(owner, state.dropped);
        this.db = db;
        this.isBlob = isBlob;
        this.pointer = pointer;
        this.siblings = siblings;
        siblings.add(this);
    }

    long pointer() {
        return pointer;
    }

    /** Whether it was made by this connection of the library. */
    boolean belongsTo(long connection) {
        return db == connection;
    }

    void usedBy(PyCursor cursor) {
        user = new WeakReference<>(cursor);
    }

    /** Whether it stands at a row. */
    boolean isBusy(SqliteApi api) {
        return !isBlob && api.isBusy(pointer);
    }

    /** Whether it stands at a row that nobody can read any more. */
    boolean isAbandoned(SqliteApi api) {
        return user != null && user.refersTo(null) && isBusy(api);
    }

    /** Gives it back. @return the library's result */
    int close(SqliteApi api) {
        siblings.remove(this);
        long closing = pointer;
        pointer = 0;
        if (closing == 0) {
            return SqliteApi.OK;
        }
        return isBlob ? api.closeBlob(closing) : api.finish(closing);
    }
}
