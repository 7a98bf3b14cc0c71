/**
 * The radiologist's report of a case, from draft to signature, with its addenda and its withdrawal.
 */
@NullMarked
package org.hilum.imaging.signing;

import org.jspecify.annotations.NullMarked;
