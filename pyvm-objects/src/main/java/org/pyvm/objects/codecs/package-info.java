/**
 * Text encodings: the codecs that CPython writes in C, error handlers, and the registry of an interpreter.
 *
 * <p>{@link org.pyvm.objects.codecs.Codecs} is what other code calls. Each encoding has a class, which reports what it
 * cannot convert to {@code DecodeErrors} or {@code EncodeErrors} and goes on where those say. The module {@code _codecs}
 * shows all this to Python.
 */
package org.pyvm.objects.codecs;
