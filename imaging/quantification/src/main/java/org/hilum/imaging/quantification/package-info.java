/**
 * From a volume and its masks to measurements with units, per lung and region, lesions and
 * published severity scores.
 */
@NullMarked
package org.hilum.imaging.quantification;

import org.jspecify.annotations.NullMarked;
