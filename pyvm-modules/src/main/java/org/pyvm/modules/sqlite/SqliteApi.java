package org.pyvm.modules.sqlite;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.pyvm.objects.host.NativeLibraries;
import org.pyvm.objects.host.NativeLibrary;

/**
 * The functions of SQLite's library under their own names, without {@code sqlite3_}. Objects of the library are their addresses.
 * Texts go in as UTF-8 bytes; what comes out is copied.
 */
final class SqliteApi {
    static final int OK = 0;
    static final int ROW = 100;
    static final int DONE = 101;

    static final int INTEGER = 1;
    static final int FLOAT = 2;
    static final int TEXT = 3;
    static final int NULL = 5;

    static final int OPEN_READWRITE = 2;
    static final int OPEN_CREATE = 4;
    static final int OPEN_URI = 0x40;
    static final int UTF8 = 1;
    static final int DETERMINISTIC = 0x800;
    static final int TRACE_STMT = 1;
    static final int LIMIT_SQL_LENGTH = 1;

    private static final int DESERIALIZE_FREEONCLOSE = 1;
    private static final int DESERIALIZE_RESIZEABLE = 2;
    /** The library copies what it is given. */
    private static final long TRANSIENT = -1;

    private static final byte[] NO_BYTES = {};

    /** On Linux, macOS and Windows. */
    static final List<String> LIBRARIES = List.of("libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll");

    private final NativeLibrary library;
    private final MemorySegment memory;
    private final Function<String, RuntimeException> missing;

    private final NativeFunction step;
    private final NativeFunction reset;
    private final NativeFunction prepare;
    private final NativeFunction finish;
    private final NativeFunction clearBindings;
    private final NativeFunction statementBusy;
    private final NativeFunction bindNull;
    private final NativeFunction bindInteger;
    private final NativeFunction bindDouble;
    private final NativeFunction bindText;
    private final NativeFunction bindBlob;
    private final NativeFunction bindParameterCount;
    private final NativeFunction bindParameterName;
    private final NativeFunction columnCount;
    private final NativeFunction columnName;
    private final NativeFunction columnDeclaredType;
    private final NativeFunction columnType;
    private final NativeFunction columnInteger;
    private final NativeFunction columnDouble;
    private final NativeFunction columnText;
    private final NativeFunction columnBlob;
    private final NativeFunction columnBytes;
    private final NativeFunction dataCount;
    private final NativeFunction valueType;
    private final NativeFunction valueInteger;
    private final NativeFunction valueDouble;
    private final NativeFunction valueText;
    private final NativeFunction valueBlob;
    private final NativeFunction valueBytes;
    private final NativeFunction resultNull;
    private final NativeFunction resultInteger;
    private final NativeFunction resultDouble;
    private final NativeFunction resultText;
    private final NativeFunction resultBlob;
    private final NativeFunction userData;
    private final NativeFunction aggregateContext;
    private final NativeFunction getAutocommit;
    private final NativeFunction changes;
    private final NativeFunction lastInsertRowId;
    private final NativeFunction blobRead;
    private final NativeFunction blobWrite;

    /** Opens the library. @param missing makes what is thrown for a function that the library does not have */
    SqliteApi(NativeLibraries natives, Function<String, RuntimeException> missing) {
        this.missing = missing;
        library = natives.open(LIBRARIES);
        memory = library.memory();
        step = function("step", "IJ");
        reset = function("reset", "IJ");
        prepare = function("prepare_v2", "IJJIJJ");
        finish = function("finalize", "IJ");
        clearBindings = function("clear_bindings", "IJ");
        statementBusy = function("stmt_busy", "IJ");
        bindNull = function("bind_null", "IJI");
        bindInteger = function("bind_int64", "IJIJ");
        bindDouble = function("bind_double", "IJID");
        bindText = function("bind_text", "IJIJIJ");
        bindBlob = function("bind_blob", "IJIJIJ");
        bindParameterCount = function("bind_parameter_count", "IJ");
        bindParameterName = function("bind_parameter_name", "JJI");
        columnCount = function("column_count", "IJ");
        columnName = function("column_name", "JJI");
        columnDeclaredType = function("column_decltype", "JJI");
        columnType = function("column_type", "IJI");
        columnInteger = function("column_int64", "JJI");
        columnDouble = function("column_double", "DJI");
        columnText = function("column_text", "JJI");
        columnBlob = function("column_blob", "JJI");
        columnBytes = function("column_bytes", "IJI");
        dataCount = function("data_count", "IJ");
        valueType = function("value_type", "IJ");
        valueInteger = function("value_int64", "JJ");
        valueDouble = function("value_double", "DJ");
        valueText = function("value_text", "JJ");
        valueBlob = function("value_blob", "JJ");
        valueBytes = function("value_bytes", "IJ");
        resultNull = function("result_null", "VJ");
        resultInteger = function("result_int64", "VJJ");
        resultDouble = function("result_double", "VJD");
        resultText = function("result_text", "VJJIJ");
        resultBlob = function("result_blob", "VJJIJ");
        userData = function("user_data", "JJ");
        aggregateContext = function("aggregate_context", "JJI");
        getAutocommit = function("get_autocommit", "IJ");
        changes = function("changes", "IJ");
        lastInsertRowId = function("last_insert_rowid", "JJ");
        blobRead = function("blob_read", "IJJII");
        blobWrite = function("blob_write", "IJJII");
    }

    private NativeFunction function(String name, String type) {
        return new NativeFunction(library, "sqlite3_" + name, type, missing);
    }

    /** For what is called seldom: the function is linked anew each time. */
    private Object call(String name, String type, Object... arguments) {
        return function(name, type).call(arguments);
    }

    MemorySegment callback(MethodHandle target, String type, Arena arena) {
        return library.callback(target, NativeFunction.descriptor(type), arena);
    }

    // Memory

    /** Bytes and a zero behind them, as the library wants texts. */
    static MemorySegment text(Arena arena, byte[] utf8) {
        MemorySegment segment = arena.allocate(utf8.length + 1L);
        MemorySegment.copy(utf8, 0, segment, JAVA_BYTE, 0, utf8.length);
        return segment;
    }

    byte[] bytes(long address, int count) {
        if (count <= 0) {
            return NO_BYTES;
        }
        byte[] copy = new byte[count];
        MemorySegment.copy(memory, JAVA_BYTE, address, copy, 0, count);
        return copy;
    }

    /** The bytes before the zero; null for a null pointer. */
    byte[] textOrNull(long address) {
        if (address == 0) {
            return null;
        }
        int length = 0;
        while (memory.get(JAVA_BYTE, address + length) != 0) {
            length++;
        }
        return bytes(address, length);
    }

    private String message(Object address) {
        byte[] text = textOrNull((long) address);
        return text == null ? null : new String(text, StandardCharsets.UTF_8);
    }

    long pointerAt(long address) {
        return memory.get(JAVA_LONG_UNALIGNED, address);
    }

    void setPointerAt(long address, long value) {
        memory.set(JAVA_LONG_UNALIGNED, address, value);
    }

    // The library

    String version() {
        return message(call("libversion", "J"));
    }

    /** 0 for single thread, 1 for serialized, 2 for multi-thread. */
    int threadSafe() {
        return (int) call("threadsafe", "I");
    }

    boolean complete(byte[] sql) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) call("complete", "IJ", text(arena, sql).address()) != 0;
        }
    }

    int enableSharedCache(int on) {
        return (int) call("enable_shared_cache", "II", on);
    }

    String errorText(int code) {
        return message(call("errstr", "JI", code));
    }

    void sleep(int milliseconds) {
        call("sleep", "II", milliseconds);
    }

    // Connections

    /** The result code and the connection, which is to be closed even when it failed. */
    record Opened(int code, long pointer) {}

    Opened open(byte[] name, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(8, 8);
            int code = (int) call("open_v2", "IJJIJ", text(arena, name).address(), out.address(), flags, 0L);
            return new Opened(code, pointerAt(out.address()));
        }
    }

    int close(long db) {
        return (int) call("close_v2", "IJ", db);
    }

    void busyTimeout(long db, int milliseconds) {
        call("busy_timeout", "IJI", db, milliseconds);
    }

    int errorCode(long db) {
        return (int) call("errcode", "IJ", db);
    }

    int extendedErrorCode(long db) {
        return (int) call("extended_errcode", "IJ", db);
    }

    String errorMessage(long db) {
        return message(call("errmsg", "JJ", db));
    }

    boolean isAutocommit(long db) {
        return getAutocommit.i(db) != 0;
    }

    int changes(long db) {
        return changes.i(db);
    }

    int totalChanges(long db) {
        return (int) call("total_changes", "IJ", db);
    }

    long lastInsertRowId(long db) {
        return lastInsertRowId.j(db);
    }

    void interrupt(long db) {
        call("interrupt", "VJ", db);
    }

    int limit(long db, int category, int value) {
        return (int) call("limit", "IJII", db, category, value);
    }

    /** Addresses of callbacks, 0 for none. */
    int createFunction(
            long db,
            byte[] name,
            int arguments,
            int flags,
            long data,
            long function,
            long step,
            long end,
            long destroy) {
        try (Arena arena = Arena.ofConfined()) {
            long text = text(arena, name).address();
            return (int) call(
                    "create_function_v2", "IJJIIJJJJJ", db, text, arguments, flags, data, function, step, end, destroy);
        }
    }

    int createWindowFunction(
            long db,
            byte[] name,
            int arguments,
            long data,
            long step,
            long end,
            long value,
            long inverse,
            long destroy) {
        try (Arena arena = Arena.ofConfined()) {
            long text = text(arena, name).address();
            return (int) call(
                    "create_window_function",
                    "IJJIIJJJJJJ",
                    db,
                    text,
                    arguments,
                    UTF8,
                    data,
                    step,
                    end,
                    value,
                    inverse,
                    destroy);
        }
    }

    int createCollation(long db, byte[] name, long data, long compare, long destroy) {
        try (Arena arena = Arena.ofConfined()) {
            long text = text(arena, name).address();
            return (int) call("create_collation_v2", "IJJIJJJ", db, text, UTF8, data, compare, destroy);
        }
    }

    int setAuthorizer(long db, long callback, long data) {
        return (int) call("set_authorizer", "IJJJ", db, callback, data);
    }

    void progressHandler(long db, int instructions, long callback, long data) {
        call("progress_handler", "VJIJJ", db, instructions, callback, data);
    }

    void trace(long db, int events, long callback, long data) {
        call("trace_v2", "IJIJJ", db, events, callback, data);
    }

    int enableLoadExtension(long db, int on) {
        return (int) call("enable_load_extension", "IJI", db, on);
    }

    /** Null when it worked, else what went wrong. */
    String loadExtension(long db, byte[] name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(8, 8);
            int code =
                    (int) call("load_extension", "IJJJJ", db, text(arena, name).address(), 0L, out.address());
            if (code == OK) {
                return null;
            }
            long error = pointerAt(out.address());
            String message = error == 0 ? errorMessage(db) : message(error);
            free(error);
            return message;
        }
    }

    private void free(long address) {
        call("free", "VJ", address);
    }

    /** Null when there is no such database, or no memory. */
    byte[] serialize(long db, byte[] name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(8, 8);
            long data = (long) call("serialize", "JJJJI", db, text(arena, name).address(), size.address(), 0);
            if (data == 0) {
                return null;
            }
            try {
                return bytes(data, Math.toIntExact(pointerAt(size.address())));
            } finally {
                free(data);
            }
        }
    }

    int deserialize(long db, byte[] name, byte[] content) {
        long data = (long) call("malloc64", "JJ", Math.max(1L, content.length));
        if (data == 0) {
            throw new OutOfMemoryError("sqlite3_malloc64");
        }
        MemorySegment.copy(content, 0, memory, JAVA_BYTE, data, content.length);
        try (Arena arena = Arena.ofConfined()) {
            return (int) call(
                    "deserialize",
                    "IJJJJJI",
                    db,
                    text(arena, name).address(),
                    data,
                    (long) content.length,
                    (long) content.length,
                    DESERIALIZE_FREEONCLOSE | DESERIALIZE_RESIZEABLE);
        }
    }

    // Backups

    long backupInit(long target, byte[] targetName, long source, byte[] sourceName) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) call(
                    "backup_init",
                    "JJJJJ",
                    target,
                    text(arena, targetName).address(),
                    source,
                    text(arena, sourceName).address());
        }
    }

    int backupStep(long backup, int pages) {
        return (int) call("backup_step", "IJI", backup, pages);
    }

    int backupFinish(long backup) {
        return (int) call("backup_finish", "IJ", backup);
    }

    int backupRemaining(long backup) {
        return (int) call("backup_remaining", "IJ", backup);
    }

    int backupPageCount(long backup) {
        return (int) call("backup_pagecount", "IJ", backup);
    }

    // Blobs

    Opened openBlob(long db, byte[] database, byte[] table, byte[] column, long row, boolean writable) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(8, 8);
            int code = (int) call(
                    "blob_open",
                    "IJJJJJIJ",
                    db,
                    text(arena, database).address(),
                    text(arena, table).address(),
                    text(arena, column).address(),
                    row,
                    writable ? 1 : 0,
                    out.address());
            return new Opened(code, pointerAt(out.address()));
        }
    }

    int closeBlob(long blob) {
        return (int) call("blob_close", "IJ", blob);
    }

    int blobSize(long blob) {
        return (int) call("blob_bytes", "IJ", blob);
    }

    int readBlob(long blob, byte[] target, int offset) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(Math.max(1, target.length));
            int code = blobRead.i(blob, buffer.address(), target.length, offset);
            MemorySegment.copy(buffer, JAVA_BYTE, 0, target, 0, target.length);
            return code;
        }
    }

    int writeBlob(long blob, byte[] source, int offset) {
        try (Arena arena = Arena.ofConfined()) {
            return blobWrite.i(blob, text(arena, source).address(), source.length, offset);
        }
    }

    // Statements

    /** @param statement 0 when the text holds none, or is wrong @param consumed bytes of the text that the statement took */
    record Prepared(int code, long statement, int consumed) {}

    Prepared prepare(long db, byte[] sql, int from) {
        try (Arena arena = Arena.ofConfined()) {
            int length = sql.length - from;
            MemorySegment text = arena.allocate(length + 1L);
            MemorySegment.copy(sql, from, text, JAVA_BYTE, 0, length);
            MemorySegment out = arena.allocate(16, 8);
            long at = out.address();
            int code = prepare.i(db, text.address(), length + 1, at, at + 8);
            long tail = pointerAt(at + 8);
            return new Prepared(code, pointerAt(at), tail == 0 ? length : (int) (tail - text.address()));
        }
    }

    /** Steps to the next row. The statement of an empty text, which is 0, is done at once. */
    int step(long statement) {
        return statement == 0 ? DONE : step.i(statement);
    }

    int reset(long statement) {
        return reset.i(statement);
    }

    int finish(long statement) {
        return finish.i(statement);
    }

    void clearBindings(long statement) {
        clearBindings.i(statement);
    }

    boolean isBusy(long statement) {
        return statement != 0 && statementBusy.i(statement) != 0;
    }

    boolean isReadOnly(long statement) {
        return (int) call("stmt_readonly", "IJ", statement) != 0;
    }

    /** The text with its parameters filled in; null when it would be too long. */
    byte[] expandedSql(long statement) {
        long text = (long) call("expanded_sql", "JJ", statement);
        byte[] copy = textOrNull(text);
        if (text != 0) {
            free(text);
        }
        return copy;
    }

    int parameterCount(long statement) {
        return bindParameterCount.i(statement);
    }

    byte[] parameterName(long statement, int number) {
        return textOrNull(bindParameterName.j(statement, number));
    }

    int bindNull(long statement, int number) {
        return bindNull.i(statement, number);
    }

    int bind(long statement, int number, long value) {
        return bindInteger.i(statement, number, value);
    }

    int bind(long statement, int number, double value) {
        return bindDouble.i(statement, number, value);
    }

    int bindText(long statement, int number, byte[] utf8) {
        try (Arena arena = Arena.ofConfined()) {
            return bindText.i(statement, number, text(arena, utf8).address(), utf8.length, TRANSIENT);
        }
    }

    int bindBlob(long statement, int number, byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            return bindBlob.i(statement, number, text(arena, bytes).address(), bytes.length, TRANSIENT);
        }
    }

    int columnCount(long statement) {
        return columnCount.i(statement);
    }

    /** Columns of the row that it stands at, 0 when it stands at none. */
    int dataCount(long statement) {
        return dataCount.i(statement);
    }

    byte[] columnName(long statement, int column) {
        return textOrNull(columnName.j(statement, column));
    }

    byte[] columnDeclaredType(long statement, int column) {
        return textOrNull(columnDeclaredType.j(statement, column));
    }

    int columnType(long statement, int column) {
        return columnType.i(statement, column);
    }

    long columnInteger(long statement, int column) {
        return columnInteger.j(statement, column);
    }

    double columnDouble(long statement, int column) {
        return columnDouble.d(statement, column);
    }

    byte[] columnText(long statement, int column) {
        long text = columnText.j(statement, column);
        return bytes(text, columnBytes.i(statement, column));
    }

    /** Null when it is NULL or empty. */
    byte[] columnBlobOrNull(long statement, int column) {
        long blob = columnBlob.j(statement, column);
        return blob == 0 ? null : bytes(blob, columnBytes.i(statement, column));
    }

    // Functions that SQL calls

    int valueType(long value) {
        return valueType.i(value);
    }

    long valueInteger(long value) {
        return valueInteger.j(value);
    }

    double valueDouble(long value) {
        return valueDouble.d(value);
    }

    byte[] valueText(long value) {
        long text = valueText.j(value);
        return bytes(text, valueBytes.i(value));
    }

    byte[] valueBlob(long value) {
        long blob = valueBlob.j(value);
        return bytes(blob, valueBytes.i(value));
    }

    long userData(long context) {
        return userData.j(context);
    }

    /** Eight bytes that belong to one use of an aggregate, zero at first; 0 when there is no memory. */
    long aggregateContext(long context) {
        return aggregateContext.j(context, 8);
    }

    void resultNull(long context) {
        resultNull.v(context);
    }

    void result(long context, long value) {
        resultInteger.v(context, value);
    }

    void result(long context, double value) {
        resultDouble.v(context, value);
    }

    void resultText(long context, byte[] utf8) {
        try (Arena arena = Arena.ofConfined()) {
            resultText.v(context, text(arena, utf8).address(), utf8.length, TRANSIENT);
        }
    }

    void resultBlob(long context, byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            resultBlob.v(context, text(arena, bytes).address(), bytes.length, TRANSIENT);
        }
    }

    void resultError(long context, String message) {
        try (Arena arena = Arena.ofConfined()) {
            call(
                    "result_error",
                    "VJJI",
                    context,
                    text(arena, message.getBytes(StandardCharsets.UTF_8)).address(),
                    -1);
        }
    }

    void resultNoMemory(long context) {
        call("result_error_nomem", "VJ", context);
    }

    void resultTooBig(long context) {
        call("result_error_toobig", "VJ", context);
    }
}
