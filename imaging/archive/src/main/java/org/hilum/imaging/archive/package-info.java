/**
 * What we keep: patients, studies, series and instances in an index, their files as they were sent,
 * found and fetched again by whoever may see them.
 */
@NullMarked
package org.hilum.imaging.archive;

import org.jspecify.annotations.NullMarked;
