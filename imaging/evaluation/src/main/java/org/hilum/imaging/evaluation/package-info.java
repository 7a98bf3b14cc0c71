/**
 * How well a network does on chests whose lungs and opacities were drawn by people: the product's
 * own line run on them, compared, summed up and shown.
 */
@NullMarked
package org.hilum.imaging.evaluation;

import org.jspecify.annotations.NullMarked;
