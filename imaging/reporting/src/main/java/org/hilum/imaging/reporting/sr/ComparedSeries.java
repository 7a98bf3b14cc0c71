package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.HAS_OBS_CONTEXT;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.vocabulary.Code;

/**
 * What a report of a comparison can refer to: the dates and the series of each.
 *
 * @param filed the last date, with the identity of the comparison
 * @param series one context a date, in order
 */
public record ComparedSeries(
    ComparedFindings findings, ResultContext filed, List<ResultContext> series) {

  public ComparedSeries {
    series = List.copyOf(series);
  }

  /** Index of the last date. */
  int last() {
    return series.size() - 1;
  }

  /** Which date a group speaks of (TID 1502). */
  List<ContentItem> timePoint(int date) {
    var items = new ArrayList<ContentItem>();
    series
        .get(date)
        .header()
        .text(Tag.STUDY_DATE)
        .filter(DicomText::isDate)
        .ifPresent(
            day ->
                items.add(
                    ContentItem.text(
                        HAS_OBS_CONTEXT,
                        StructureCode.SUBJECT_TIME_POINT_IDENTIFIER.concept(),
                        day)));
    items.add(
        ContentItem.text(
            HAS_OBS_CONTEXT,
            StructureCode.TIME_POINT.concept(),
            "Date " + (date + 1) + " of " + series.size()));
    items.add(
        ContentItem.number(
            HAS_OBS_CONTEXT,
            StructureCode.TIME_POINT_ORDER.concept(),
            date + 1.0,
            Code.NO_UNITS.concept()));
    return items;
  }
}
