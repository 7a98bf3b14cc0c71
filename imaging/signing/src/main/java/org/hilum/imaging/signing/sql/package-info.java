/** Reports in PostgreSQL: the draft as it is, and what was signed, which is only ever added to. */
@NullMarked
package org.hilum.imaging.signing.sql;

import org.jspecify.annotations.NullMarked;
