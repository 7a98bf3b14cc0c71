package org.hilum.imaging.phantom;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.volume.PatientPoint;

/**
 * What is true of a lesion that was drawn.
 *
 * @param id the lesion's
 * @param kind crazy-paving counts as ground-glass
 * @param lobe the lobe that holds most of it; empty when nothing of it lies in a lung
 * @param centre of its ellipsoid, in the patient
 * @param ellipsoidMl volume of its whole ellipsoid, what the pleura cuts off included
 * @param volumeMl volume of the voxels it was given: inside a lung, not covered by a later lesion
 * @param meanHu of those voxels; empty when there are none
 */
public record LesionTruth(
    String id,
    OpacityKind kind,
    Optional<Lobe> lobe,
    PatientPoint centre,
    double ellipsoidMl,
    double volumeMl,
    OptionalDouble meanHu) {}
