/** What every form of a report says of its source and findings, in the reader's language. */
@NullMarked
package org.hilum.imaging.reporting.content;

import org.jspecify.annotations.NullMarked;
