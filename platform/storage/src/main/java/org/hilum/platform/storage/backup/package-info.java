/**
 * Writes the rows of a database and plain folders into files, reads them back, and proves that they
 * are the same.
 */
@NullMarked
package org.hilum.platform.storage.backup;

import org.jspecify.annotations.NullMarked;
