package org.hilum.imaging.intake.upload;

import java.io.InputStream;

/**
 * Some bytes of a file, as one request brings them.
 *
 * @param offset of the first of them in the file
 * @param sha256 of the whole file; empty when it is not told
 */
public record Delivery(long offset, String sha256, InputStream body) {}
