/** What a report says in words, in each of its languages. */
@NullMarked
package org.hilum.imaging.reporting.wording;

import org.jspecify.annotations.NullMarked;
