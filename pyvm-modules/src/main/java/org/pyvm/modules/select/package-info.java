/** The module {@code select}: waiting for descriptors of the host. */
package org.pyvm.modules.select;
