/** The module {@code gc}, over Java's collector. */
package org.pyvm.modules.collector;
