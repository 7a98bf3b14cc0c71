package org.hilum.imaging.segmentation;

/**
 * Which network made a mask.
 *
 * @param sha256 of the ONNX file, lower-case hexadecimal
 */
public record NetworkIdentity(String name, String version, String sha256) {}
