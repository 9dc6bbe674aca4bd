/** The module {@code mmap}: files and memory as arrays of bytes. How a file is mapped is the host's business. */
package org.pyvm.modules.mmap;
