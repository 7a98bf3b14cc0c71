/**
 * The daily report for a province, a country or all: charts, tables, the past errors, as a page,
 * PDF, CSV and JSON.
 */
@NullMarked
package org.hilum.epidemic.bulletin;

import org.jspecify.annotations.NullMarked;
