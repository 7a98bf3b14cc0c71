package org.hilum.imaging.quantification;

import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * One connected region of opacity.
 *
 * @param number from 1, largest first; also its label in {@link ChestMeasurements#lesionLabels}
 * @param region lobe where lobes are known, else zone
 * @param centre centre of mass
 * @param extentMm size of the box along x, y and z of the patient
 * @param voxels number of voxels
 * @param volumeMl volume
 * @param meanHu mean attenuation in HU
 * @param massG mass
 * @param kind ground-glass or consolidation, whichever fills more than half
 * @param consolidationPercent share of consolidation, 0 to 100
 * @param subpleural whether it touches the outer rim of the lung; else it is central
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
