package org.hilum.imaging.phantom.tree;

import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * One piece of a branching tree, between two forks, in the body as described.
 *
 * @param parent index of the branch it springs from; -1 for the first
 * @param start where it springs off
 * @param along the direction it springs off in
 * @param end where it forks or ends
 * @param radius at its start, in millimetres
 * @param endRadius at its end
 */
public record Branch(
    int parent,
    PatientPoint start,
    Vector3 along,
    PatientPoint end,
    double radius,
    double endRadius) {}
