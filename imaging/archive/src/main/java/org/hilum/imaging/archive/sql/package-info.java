/** The tables of the archive: the only place that reads and writes them. */
@NullMarked
package org.hilum.imaging.archive.sql;

import org.jspecify.annotations.NullMarked;
