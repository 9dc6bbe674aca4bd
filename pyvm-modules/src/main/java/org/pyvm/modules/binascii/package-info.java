/** The module {@code binascii}: bytes as text of several kinds. */
package org.pyvm.modules.binascii;
