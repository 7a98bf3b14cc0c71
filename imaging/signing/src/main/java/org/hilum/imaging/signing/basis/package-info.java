/** Which results of a case a report rests on, and what they hold. */
@NullMarked
package org.hilum.imaging.signing.basis;

import org.jspecify.annotations.NullMarked;
