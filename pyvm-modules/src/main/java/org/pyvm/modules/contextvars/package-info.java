/**
 * The module {@code _contextvars}: context variables (PEP 567).
 *
 * <p>The current context hangs off the thread state. What a context binds is an immutable table, so that copying a context, which
 * every asyncio task does, costs nothing; setting a variable copies the table, which is short.
 */
package org.pyvm.modules.contextvars;
