/**
 * The module {@code _bz2}. {@code BlockDecoder} undoes what bzip2 did to one block, {@code Bzip2Decoder} goes through a stream as
 * its bytes come; compressing is the business of Commons Compress.
 */
package org.pyvm.modules.bzip2;
