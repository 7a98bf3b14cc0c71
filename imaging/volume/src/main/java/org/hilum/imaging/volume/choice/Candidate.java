package org.hilum.imaging.volume.choice;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.volume.CtSeries;
import org.hilum.imaging.volume.stack.ChestExtent;
import org.hilum.imaging.volume.stack.Kernel;
import org.hilum.imaging.volume.stack.ScanRemarks;
import org.hilum.imaging.volume.stack.StackPlan;

/** A series that can be stacked, and what speaks for and against reading it. */
public record Candidate(CtSeries series, StackPlan plan) {

  /** Slices within 35 degrees of the axial plane are axial, with the gantry tilted or not. */
  private static final double AXIAL_COSINE = Math.cos(Math.toRadians(35));

  private DataSet header() {
    return plan.slices().getFirst().instance().dataSet();
  }

  boolean isAxial() {
    return Math.abs(plan.geometry().normal().z()) >= AXIAL_COSINE;
  }

  boolean isDerived() {
    return header().text(Tag.IMAGE_TYPE).orElse("").equals("DERIVED");
  }

  double heightMm() {
    return ChestExtent.extentMm(plan.geometry(), 2);
  }

  double widthMm() {
    return ChestExtent.extentMm(plan.geometry(), 0);
  }

  double pixelMm() {
    return Math.max(plan.geometry().iSpacingMm(), plan.geometry().jSpacingMm());
  }

  double spacingMm() {
    return plan.geometry().normalSpacingMm();
  }

  boolean hasContrast() {
    return ScanRemarks.hasAgent(header().text(Tag.CONTRAST_BOLUS_AGENT).orElse(""));
  }

  String kernelName() {
    return header().text(Tag.CONVOLUTION_KERNEL).orElse("unnamed");
  }

  Kernel kernel() {
    return Kernel.of(kernelName());
  }
}
