package org.hilum.imaging.reporting.masks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.reporting.HandCorrection;
import org.hilum.imaging.reporting.MaskName;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.NiftiWriter;

/**
 * A mask that is written as a file: which, and under what name.
 *
 * <p>Out: NIfTI-1, gzip. {@code lungs}: 1 left, 2 right. {@code opacity}: 1 ground-glass, 2
 * consolidation, 3 of undetermined kind. {@code lobes}: 1 LUL, 2 LLL, 3 RUL, 4 RML, 5 RLL. {@code
 * opacity-levels}: 1 may be opacity, 2 probably is; what the intervals rest on. {@code
 * opacity-probability}: 0 to 1. {@code lesion-parts}: where a person cut lesions apart (1 to 127)
 * or joined them (128 to 255).
 *
 * @param name relative to the folder of the study
 */
public record MaskFile(String name, LabelRaster raster, boolean isFraction) {

  /** The masks of a reading; what was not measured has no file. */
  public static List<MaskFile> of(ReadingFindings findings) {
    var segmentation = findings.segmentation();
    var files = new ArrayList<MaskFile>();
    files.add(labels(MaskName.LUNGS, segmentation.lungs()));
    files.add(labels(MaskName.OPACITY, segmentation.opacity()));
    segmentation.lobes().ifPresent(lobes -> files.add(labels(MaskName.LOBES, lobes)));
    segmentation
        .uncertainty()
        .ifPresent(said -> files.add(labels(MaskName.OPACITY_LEVELS, said.levels())));
    segmentation
        .opacityProbability()
        .ifPresent(
            probability ->
                files.add(new MaskFile(MaskName.OPACITY_PROBABILITY.path(), probability, true)));
    findings
        .correction()
        .flatMap(HandCorrection::parts)
        .ifPresent(parts -> files.add(labels(MaskName.LESION_PARTS, parts.parts())));
    return List.copyOf(files);
  }

  private static MaskFile labels(MaskName name, LabelRaster raster) {
    return new MaskFile(name.path(), raster, false);
  }

  /**
   * Writes the mask.
   *
   * @param source the NIfTI file the volume was read from, whose grid the mask then has exactly
   */
  public void write(Path file, Optional<Path> source) throws IOException {
    if (source.isPresent()) {
      writeLike(source.get(), file);
    } else if (isFraction) {
      NiftiWriter.writeFractions(raster, file);
    } else {
      NiftiWriter.write(raster, file);
    }
  }

  private void writeLike(Path source, Path file) throws IOException {
    if (isFraction) {
      NiftiWriter.writeFractions(raster, source, file);
    } else {
      NiftiWriter.write(raster, source, file);
    }
  }
}
