/**
 * The module {@code zlib}. The JDK compresses and decompresses the bare deflate format; headers, trailers and what CPython's
 * objects remember between calls are done here.
 */
package org.pyvm.modules.zlib;
