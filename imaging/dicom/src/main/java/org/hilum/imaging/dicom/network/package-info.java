/**
 * Talks DIMSE over TCP: the upper layer of PS3.8, and C-ECHO and C-STORE of PS3.7 both ways,
 * C-FIND, C-MOVE and C-GET likewise.
 */
@NullMarked
package org.hilum.imaging.dicom.network;

import org.jspecify.annotations.NullMarked;
