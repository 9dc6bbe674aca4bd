/** Type parameters and the {@code type} statement. */
package org.pyvm.plugins.typeparams;
