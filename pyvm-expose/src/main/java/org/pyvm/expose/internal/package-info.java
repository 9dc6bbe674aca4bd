/** The annotation processor: {@link org.pyvm.expose.internal.ExposeProcessor} reads annotated classes and writes their bindings. */
package org.pyvm.expose.internal;
