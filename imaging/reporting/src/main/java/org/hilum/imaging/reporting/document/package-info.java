/** The report page by page, filed beside the images: an Encapsulated PDF object (PS3.3 A.45.1). */
@NullMarked
package org.hilum.imaging.reporting.document;

import org.jspecify.annotations.NullMarked;
