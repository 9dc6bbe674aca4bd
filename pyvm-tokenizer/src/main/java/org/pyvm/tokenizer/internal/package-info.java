/**
 * The scanner of Python's tokens: {@link org.pyvm.tokenizer.internal.PythonTokenStream} is the place to start, {@link
 * org.pyvm.tokenizer.internal.Cursor} what all parts share, and there is one class per kind of literal and stack.
 */
package org.pyvm.tokenizer.internal;
