/** The report as PDF pages; the only place of this leaf that knows a PDF library. */
@NullMarked
package org.hilum.imaging.reporting.pdf;

import org.jspecify.annotations.NullMarked;
