package org.hilum.imaging.lobes.surface;

/**
 * Where a fissure is looked for: a plane, drawn from anatomy, and how freely it may be left.
 *
 * @param rangeMm how far above and below the plane it is looked for
 * @param spreadMm how far it commonly lies from the plane
 * @param stiffness cost of bending
 */
public record DrawnSurface(SurfaceFrame frame, double rangeMm, double spreadMm, float stiffness) {}
