package org.hilum.imaging.reporting.overlay;

/**
 * One slice of the later date, and the earlier date sampled at the same places of the lungs.
 *
 * @param k height of the slice in the later date's canonical order
 * @param priorK the earlier date's own slice that lies nearest
 * @param expectedHu the earlier attenuation as it would be at the later depth of breath
 */
record MatchedLevel(
    int k, int priorK, MatchedPlane prior, MatchedPlane current, float[] expectedHu) {}
