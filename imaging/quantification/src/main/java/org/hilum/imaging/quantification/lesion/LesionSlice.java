package org.hilum.imaging.quantification.lesion;

import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.volume.VolumeGeometry;
import org.jspecify.annotations.Nullable;

/** One slice with all that lesions are measured from. */
record LesionSlice(
    int k,
    VolumeGeometry geometry,
    RegionPartition partition,
    PeripheralThird rim,
    short[] hu,
    byte[] opacity,
    byte @Nullable [] lobes) {}
