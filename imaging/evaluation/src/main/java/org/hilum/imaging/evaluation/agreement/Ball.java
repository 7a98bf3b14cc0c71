package org.hilum.imaging.evaluation.agreement;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Which neighbours of a voxel lie within a distance in the patient, row by row; exact also where
 * the axes are not at right angles, as with a tilted gantry.
 *
 * @param rows runs of neighbours, inclusive
 */
record Ball(List<Run> rows) {

  /** Neighbours from (dk, dj, firstDi) to (dk, dj, lastDi). */
  record Run(int dk, int dj, int firstDi, int lastDi) {}

  private static final double ROUNDING_MM = 1e-6;

  static Ball of(VolumeGeometry geometry, double radiusMm) {
    var i = geometry.iDirection().scaled(geometry.iSpacingMm());
    var j = geometry.jDirection().scaled(geometry.jSpacingMm());
    var k = geometry.kDirection().scaled(geometry.kSpacingMm());
    double volume = Math.abs(i.cross(j).dot(k));
    int reachK = (int) (radiusMm * i.cross(j).length() / volume) + 1;
    int reachJ = (int) (radiusMm * i.cross(k).length() / volume) + 1;
    int reachI = (int) (radiusMm * j.cross(k).length() / volume) + 1;
    var rows = new ArrayList<Run>();
    for (int dk = -reachK; dk <= reachK; dk++) {
      for (int dj = -reachJ; dj <= reachJ; dj++) {
        var row = k.scaled(dk).plus(j.scaled(dj));
        addRun(rows, new Run(dk, dj, -reachI, reachI), row, i, radiusMm + ROUNDING_MM);
      }
    }
    return new Ball(rows);
  }

  private static void addRun(List<Run> rows, Run widest, Vector3 row, Vector3 i, double radiusMm) {
    int first = widest.firstDi();
    int last = widest.lastDi();
    while (first <= last && row.plus(i.scaled(first)).length() > radiusMm) {
      first++;
    }
    while (last >= first && row.plus(i.scaled(last)).length() > radiusMm) {
      last--;
    }
    if (first <= last) {
      rows.add(new Run(widest.dk(), widest.dj(), first, last));
    }
  }
}
