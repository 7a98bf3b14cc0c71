/** Looks up what the standard's registry of data elements (PS3.6) says about a tag. */
@NullMarked
package org.hilum.imaging.dicom.dictionary;

import org.jspecify.annotations.NullMarked;
