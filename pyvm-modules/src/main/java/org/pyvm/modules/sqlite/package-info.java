/**
 * The module {@code _sqlite3}, over the SQLite library of the system.
 *
 * <p>{@link org.pyvm.modules.sqlite.SqliteApi} calls the library and {@link org.pyvm.modules.sqlite.Callbacks} is called by it; all
 * else is Python's side: connections, cursors, statements with their parameters, rows, blobs. The library is used without the
 * interpreter's lock where it may wait or work long.
 */
package org.pyvm.modules.sqlite;
