/** The tables of access: the only place that reads and writes them. */
@NullMarked
package org.hilum.platform.access.sql;

import org.jspecify.annotations.NullMarked;
