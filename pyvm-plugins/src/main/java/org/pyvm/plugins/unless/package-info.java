/** The statements {@code unless} and {@code until}: new constructs that lower to core syntax by templates. */
package org.pyvm.plugins.unless;
