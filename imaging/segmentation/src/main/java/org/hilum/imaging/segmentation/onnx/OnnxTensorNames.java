package org.hilum.imaging.segmentation.onnx;

/**
 * What the tensors of an ONNX file are called, and how large its pictures are.
 *
 * @param input tensor of [n][3][size][size]
 * @param output tensor of [n][2][size][size]
 * @param size rows and columns
 */
public record OnnxTensorNames(String input, String output, int size) {}
