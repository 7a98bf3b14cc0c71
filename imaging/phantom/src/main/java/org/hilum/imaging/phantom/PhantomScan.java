package org.hilum.imaging.phantom;

import java.util.List;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;

/**
 * A drawn scan and everything that is true of it.
 *
 * @param volume HU
 * @param lungs 1 = left, 2 = right; without trachea, main and lobar bronchi and hilar vessels;
 *     diseased parts included
 * @param lobes 1 = LUL, 2 = LLL, 3 = RUL, 4 = RML, 5 = RLL; the same voxels as the lungs
 * @param opacity 1 = ground-glass, 2 = consolidation
 * @param lesions in the order they were asked for
 * @param protocol how it was scanned
 */
public record PhantomScan(
    CtVolume volume,
    LabelRaster lungs,
    LabelRaster lobes,
    LabelRaster opacity,
    List<LesionTruth> lesions,
    ScanProtocol protocol) {

  public PhantomScan {
    lesions = List.copyOf(lesions);
  }
}
