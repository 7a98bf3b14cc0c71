package org.hilum.imaging.phantom;

/**
 * How sharply a drawn scan is reconstructed: blurred edges and coarse-grained noise, or sharp ones.
 */
public enum ScanKernel {
  SOFT,
  STANDARD,
  LUNG
}
