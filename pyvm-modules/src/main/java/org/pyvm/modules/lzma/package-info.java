/**
 * The module {@code _lzma}. Compressing is the business of XZ for Java. Its decoders pull their input and cannot wait for more in
 * the middle, so the way back is here: {@code LzmaDecoder} goes through the symbols, {@code XzDecoder} and {@code AloneDecoder}
 * through the containers, {@code FilterDecoder} undoes the other filters. Start with {@code StreamDecoder}.
 */
package org.pyvm.modules.lzma;
