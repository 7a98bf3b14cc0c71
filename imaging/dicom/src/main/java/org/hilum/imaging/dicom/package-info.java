/**
 * The DICOM language: parse, check, decode and encode data sets, pixels and files as PS3.5 and
 * PS3.10 define them.
 */
@NullMarked
package org.hilum.imaging.dicom;

import org.jspecify.annotations.NullMarked;
