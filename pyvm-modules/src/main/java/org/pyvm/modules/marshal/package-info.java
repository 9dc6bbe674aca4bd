/** The module {@code marshal}: constants and code objects as bytes, for compiled files. */
package org.pyvm.modules.marshal;
