/**
 * The module {@code _bisect}.
 */
package org.pyvm.modules.bisect;
