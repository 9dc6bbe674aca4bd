/**
 * What the code that the build writes for exposed types and modules runs on: numbered bodies, signatures with their binding
 * of arguments and its error texts, conversions.
 *
 * <p>The descriptors that call the bodies are in {@code types}. Start at {@link
 * org.pyvm.objects.exposed.BuiltinFunctionSpec}.
 */
package org.pyvm.objects.exposed;
