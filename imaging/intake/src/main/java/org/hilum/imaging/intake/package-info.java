/**
 * What arrives is sorted: folders, archives and single files become studies, series and instances,
 * and what is left alone or refused is said with its reason.
 */
@NullMarked
package org.hilum.imaging.intake;

import org.jspecify.annotations.NullMarked;
