/**
 * The coded words every step of the reading line shares: sides, lobes, zones, regions, kinds of
 * opacity, reasons, and their SNOMED CT, DICOM and UCUM codes.
 */
@NullMarked
package org.hilum.imaging.vocabulary;

import org.jspecify.annotations.NullMarked;
