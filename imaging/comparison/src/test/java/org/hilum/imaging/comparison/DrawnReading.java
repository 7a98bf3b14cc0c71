package org.hilum.imaging.comparison;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.phantom.ChestPhantom;
import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;

/** Readings of drawn chests whose masks are the truth: small bodies, so that tests are quick. */
final class DrawnReading {

  /** Of a body: its lungs hold 1.7 L and reach from about z = -140 to 76 mm. */
  static final double SIZE = 0.7;

  static final ScanGrid GRID =
      ScanGrid.axial(112, 92, 92, 2.2, 2.5).about(new PatientPoint(0, 5, -31));

  /** The alignment looks at no measurement, so one chest's serve for all. */
  private static final ChestMeasurements MEASUREMENTS = measured();

  private DrawnReading() {}

  static ChestPhantom chest(long seed) {
    return ChestPhantom.standard(seed).sized(SIZE);
  }

  static DatedReading of(ChestPhantom chest, ScanGrid grid, int scanNumber) {
    return of(chest.draw(grid, ScanProtocol.standard(grid.kSpacingMm()).scan(scanNumber)));
  }

  static DatedReading of(PhantomScan scan) {
    return of(scan.volume(), scan.lungs(), scan.opacity());
  }

  static DatedReading of(CtVolume volume, LabelRaster lungs, LabelRaster opacity) {
    var chest =
        new ChestSegmentation(
            lungs, opacity, Optional.empty(), Optional.empty(), List.of(), List.of());
    return new DatedReading(
        "drawn",
        PatientIdentity.UNKNOWN,
        Optional.empty(),
        Acquisition.UNKNOWN,
        volume,
        chest,
        MEASUREMENTS);
  }

  private static ChestMeasurements measured() {
    var grid = ScanGrid.axial(28, 23, 23, 8.8, 10).about(new PatientPoint(0, 5, -31));
    var scan = chest(1).draw(grid, ScanProtocol.noiseless(10));
    return new Quantifier()
        .measure(
            scan.volume(),
            new ChestSegmentation(
                scan.lungs(),
                scan.opacity(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()));
  }
}
