/** Where objects come in over DIMSE. */
@NullMarked
package org.hilum.imaging.intake.network;

import org.jspecify.annotations.NullMarked;
