/**
 * The simple bodies a chest is put together from: curves, capsules and ellipsoids with distances.
 */
@NullMarked
package org.hilum.imaging.phantom.shape;

import org.jspecify.annotations.NullMarked;
