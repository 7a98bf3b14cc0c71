package org.hilum.benchmarks.alignment;

/**
 * How elastix is run: four resolutions, normalised correlation, adaptive stochastic gradient
 * descent, a final grid of 10 mm.
 */
final class ElastixParameters {

  private static final String BOTH =
      """
      (FixedInternalImagePixelType "float")
      (MovingInternalImagePixelType "float")
      (UseDirectionCosines "true")
      (FixedImagePyramid "FixedSmoothingImagePyramid")
      (MovingImagePyramid "MovingSmoothingImagePyramid")
      (Interpolator "LinearInterpolator")
      (ResampleInterpolator "FinalBSplineInterpolator")
      (FinalBSplineInterpolationOrder 1)
      (Resampler "DefaultResampler")
      (Optimizer "AdaptiveStochasticGradientDescent")
      (AutomaticParameterEstimation "true")
      (NumberOfResolutions 4)
      (ImageSampler "RandomCoordinate")
      (NewSamplesEveryIteration "true")
      (ErodeMask "false")
      (DefaultPixelValue -1000)
      (WriteResultImage "false")
      (WriteTransformParametersEachResolution "false")
      """;

  private ElastixParameters() {}

  static String affine() {
    return BOTH
        + """
        (Registration "MultiResolutionRegistration")
        (Transform "AffineTransform")
        (Metric "AdvancedNormalizedCorrelation")
        (HowToCombineTransforms "Compose")
        (AutomaticTransformInitialization "true")
        (AutomaticTransformInitializationMethod "GeometricalCenter")
        (AutomaticScalesEstimation "true")
        (MaximumNumberOfIterations 250)
        (NumberOfSpatialSamples 3000)
        """;
  }

  static String bspline() {
    return BOTH
        + """
        (Registration "MultiMetricMultiResolutionRegistration")
        (Transform "BSplineTransform")
        (HowToCombineTransforms "Compose")
        (Metric "AdvancedNormalizedCorrelation" "TransformBendingEnergyPenalty")
        (Metric0Weight 1.0)
        (Metric1Weight 0.05)
        (FinalGridSpacingInPhysicalUnits 10.0)
        (GridSpacingSchedule 8.0 4.0 2.0 1.0)
        (MaximumNumberOfIterations 500)
        (NumberOfSpatialSamples 3000)
        """;
  }
}
