package org.hilum.imaging.quantification;

import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * One connected region of opacity inside one lung.
 *
 * @param number from 1, largest first; also its label in {@link ChestMeasurements#lesionLabels}
 * @param region lobe that holds most of it where lobes are known, else zone
 * @param centre mean position of its voxels; in the source's own, untrusted millimetres where the
 *     spacing is not known
 * @param extentMm size of the box along x, y and z of the patient
 * @param voxels number of voxels
 * @param volumeMl volume
 * @param meanHu mean attenuation in HU
 * @param massG mass
 * @param kind ground-glass or consolidation, whichever fills more than half; undetermined when
 *     neither does
 * @param consolidationPercent share known to be consolidation, 0 to 100
 * @param subpleural whether more than half of it lies in the peripheral third of the lung (Pan
 *     2020, doi:10.1148/radiol.2020200370); else it is central
 * @param keySlice slice index k with the largest area
 */
public record Lesion(
    int number,
    Region region,
    PatientPoint centre,
    Vector3 extentMm,
    long voxels,
    Measurement volumeMl,
    double meanHu,
    Measurement massG,
    OpacityKind kind,
    double consolidationPercent,
    boolean subpleural,
    int keySlice) {}
