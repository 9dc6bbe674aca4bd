/** The module {@code sys}. */
package org.pyvm.modules.sys;
