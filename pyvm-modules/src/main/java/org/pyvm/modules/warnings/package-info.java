/** The module {@code _warnings}: the filters and the showing of warnings, for Python code and for the machine itself. */
package org.pyvm.modules.warnings;
