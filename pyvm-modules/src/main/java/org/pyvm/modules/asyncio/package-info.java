/**
 * The module {@code _asyncio}: what the library's {@code asyncio} takes from C in CPython. Event loops are the library's own; futures and
 * tasks are here, as is the knowledge of which loop and which task run.
 *
 * <p>Start at {@link org.pyvm.modules.asyncio.PyTask}, which drives a coroutine, and {@link org.pyvm.modules.asyncio.PyFuture}, which it
 * waits for.
 */
package org.pyvm.modules.asyncio;
