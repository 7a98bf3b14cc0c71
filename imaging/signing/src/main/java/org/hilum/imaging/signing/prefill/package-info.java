/** What the program proposes for a report: sentences from the numbers of a reading. */
@NullMarked
package org.hilum.imaging.signing.prefill;

import org.jspecify.annotations.NullMarked;
