/**
 * Annotations that expose Java methods to Python, and the annotation processor that binds them at build time.
 *
 * <p>What the annotations mean is in their Javadoc and in docs/internals/exposing.md. The processor, in {@code internal},
 * checks each signature against its Java method and writes the code that binds them, so that nothing is looked up by
 * reflection at run time. It knows the object model by name only.
 */
package org.pyvm.expose;
