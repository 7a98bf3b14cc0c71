/**
 * Compares what was drawn with what was found, voxel by voxel, surface by surface, lesion by
 * lesion.
 */
@NullMarked
package org.hilum.imaging.evaluation.agreement;

import org.jspecify.annotations.NullMarked;
