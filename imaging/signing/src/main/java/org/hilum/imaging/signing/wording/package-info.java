/** The words of a report in English and Chinese. */
@NullMarked
package org.hilum.imaging.signing.wording;

import org.jspecify.annotations.NullMarked;
