/**
 * The object model: objects and their types, slots, shapes, exceptions, and the state of interpreters and threads.
 *
 * <p>Built-in types are in {@code types}, one Python type a file; the abstract layer (the book's abstract.c, chapter 8)
 * is in {@code protocol}. Nothing here runs byte code: objects call Python only through the {@code tp_call} slot. Start
 * at {@link org.pyvm.objects.PyObject} and {@link org.pyvm.objects.Slots}.
 */
package org.pyvm.objects;
